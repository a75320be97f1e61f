"""Every move on a page of its own: what it does, what to fill in, and the button."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yangguang.agencies.access import View
from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests import overview as overviews
from yangguang.inforequests.actions import opening
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import Overview
from yangguang.workspace import (
    alike,
    answer_form,
    consulting_forms,
    excess_forms,
    fee_forms,
    letter_forms,
)
from yangguang.workspace.access import access, making
from yangguang.workspace.letter_forms import LetterForm, choose_disposition
from yangguang.workspace.move_form import MoveForm
from yangguang.workspace.move_forms import MOVE_FORMS

LETTER_FORMS: Final[Mapping[Move, type[LetterForm]]] = {
    **letter_forms.LETTER_FORMS,
    Move.DRAFT_ANSWER: answer_form.Answer,
    **consulting_forms.LETTER_FORMS,
    **excess_forms.LETTER_FORMS,
    **fee_forms.LETTER_FORMS,
}
Page = Callable[[HttpRequest, Standing, Case], HttpResponse]


def _page_for(move: Move) -> View:
    """The view of one move."""

    @access(making(move))
    def page(request: HttpRequest, people: Standing, case: Case) -> HttpResponse:
        overview = overviews.of(case, people)
        if request.method == "POST":
            return _make(request, move, overview, people)
        form = None if overview.offer(move).objection else _form(request, move, overview)
        if form is None and not overview.offer(move).objection:
            return render(request, "workspace/choose.html", choose_disposition(overview))
        return _show(request, people, move, overview, form)

    return page


def _form(request: HttpRequest, move: Move, overview: Overview) -> MoveForm | LetterForm | None:
    """The form to fill in; None where a letter's outcome has to be chosen first."""
    if move in LETTER_FORMS:
        begun = LETTER_FORMS[move].begin(overview, request.GET.get("disposition", ""))
        if begun is not None:
            begun.initial |= alike.prefilled(overview, request.GET.get("earlier", ""))
        return begun
    return MOVE_FORMS[move](overview)


def _make(request: HttpRequest, move: Move, overview: Overview, people: Standing) -> HttpResponse:
    """Make the move; or show the form again with what was typed, and what stands against it."""
    kind: Any = LETTER_FORMS.get(move) or MOVE_FORMS[move]
    form = kind(overview, request.POST, request.FILES)
    refused, status = "", 422
    if form.is_valid():
        try:
            said = form.make(request, people, _seen(request))
        except Mistakes as mistakes:
            form.take(mistakes)
        except NotAllowed as why:
            refused, status = str(why), 409
            overview = overviews.of(overview.case, people)
        else:
            messages.success(
                request, said or _("“{verb}”已经办好。").format(verb=overview.offer(move).verb)
            )
            return redirect("case", number=overview.case.number)
    return _show(request, people, move, overview, form, refused, status)


def _seen(request: HttpRequest) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else 0


def _show(
    request: HttpRequest,
    people: Standing,
    move: Move,
    overview: Overview,
    form: MoveForm | LetterForm | None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    if overview.handles and (isinstance(form, LetterForm) or (form and form.shows_letter)):
        opening.letter(overview.case, people)
    shown = {
        "overview": overview,
        "offer": overview.offer(move),
        "form": form,
        "refused": refused,
        "news": overview.entries[:3] if refused else (),
        "letter": overview.draft if form is not None and form.shows_letter else None,
        "agency": overview.case.agency,
    }
    template = form.template if form is not None else "workspace/move.html"
    return render(request, template, shown, status=status)


VIEWS = {move: _page_for(move) for move in Move}
