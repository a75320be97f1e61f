"""An account's requests together: how each stands, by when it is answered, its letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.casework import ledger, moment
from yangguang.casework.models import Case, Event, IssuedLetter
from yangguang.inforequests import derivation, queries
from yangguang.inforequests.actions import account
from yangguang.inforequests.derivation import Stage
from yangguang.law import clock
from yangguang.portal.requests import story
from yangguang.portal.requests.access import APPLICANT, SIGNED_IN, access

A_PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A request in the list. `due` is a line, empty where nothing is due any more."""

    case: Case
    stage: Any
    due: str
    is_overdue: bool
    waits_for_applicant: bool
    letters: tuple[tuple[IssuedLetter, int | None], ...]
    """The letters that have left, each with the id of its file."""


@access(SIGNED_IN)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What the account keeps, the latest first."""
    kept = queries.kept_by(request.user).select_related("agency", "state")
    page = Paginator(kept, A_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "requests": _all(list(page.object_list), moment.today())}
    return render(request, "portal/requests/mine.html", shown)


@access(APPLICANT)
@require_POST
def keep(request: HttpRequest, case: Case) -> HttpResponse:
    """Keep a request in the account, or keep it no more."""
    if not request.user.is_authenticated:
        return redirect("request", number=case.number)
    if "go" in request.POST:
        account.let_go(case, request.user)
        return redirect("my-requests")
    account.keep(case, request.user)
    request.session["said"] = _("已经放进您的账号。以后登录就能看到，不用再填查询码。")
    return redirect("request", number=case.number)


def is_kept(request: HttpRequest, case: Case) -> bool:
    """Whether who has signed in keeps the request."""
    is_someone = request.user.is_authenticated
    return is_someone and queries.kept_by(request.user).filter(pk=case.pk).exists()


def _all(cases: Sequence[Case], on: date) -> list[Kept]:
    """How each of the requests stands. Two queries, however many there are."""
    events: dict[int, list[Event]] = {case.pk: [] for case in cases}
    for event in Event.objects.filter(case__in=cases).order_by("case", "seq"):
        events[event.case_id].append(event)
    issued = IssuedLetter.objects.filter(letter__case__in=cases).select_related("letter")
    letters: dict[int, list[IssuedLetter]] = {case.pk: [] for case in cases}
    for letter in issued.order_by("issued_at"):
        letters[letter.letter.case_id].append(letter)
    return [_one(case, events[case.pk], letters[case.pk], on) for case in cases]


def _one(case: Case, every: Sequence[Event], letters: Sequence[IssuedLetter], on: date) -> Kept:
    events = ledger.standing_events(every)
    request = derivation.standing(events)
    deadline = request.deadline(on)
    out = story.letters_out(events)
    is_due = not request.is_closed or request.stage is Stage.ANSWERED
    return Kept(
        case,
        story.heading(request),
        story.due_line(deadline, on) if is_due else "",
        deadline.state is clock.State.OVERDUE,
        request.correction_until is not None and not request.is_closed,
        tuple((one, request.sealed.get(one.pk) or one.file_id) for one in letters if one.pk in out),
    )
