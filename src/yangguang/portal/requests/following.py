"""What became of a request: looked up by number and code, its story, its letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yangguang.agencies.capabilities import NOBODY
from yangguang.casework import attachments, ledger, moment, personal
from yangguang.casework.download import answer
from yangguang.casework.models import Attachment, Case, CaseText, Event, IssuedLetter
from yangguang.inforequests import (
    contesting,
    derivation,
    freezing,
    lawful,
    lookup,
    paper,
    queries,
    related,
)
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.milestones import calendar_warning
from yangguang.inforequests.moves import Move
from yangguang.law import clock
from yangguang.law.clock.words import in_prose
from yangguang.portal.requests import (
    dispute_story,
    door,
    excess,
    keeping,
    mine,
    reasoning,
    replying,
    story,
)
from yangguang.portal.requests.access import APPLICANT, PUBLIC, access
from yangguang.portal.requests.expired import EXPIRED, shown_again_by


@access(PUBLIC)
def look_up_again(request: HttpRequest) -> HttpResponse:
    """The page where the form had expired."""
    return door.ask_for_code(request, *_typed(request), notice=str(EXPIRED), status=403)


@access(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(look_up_again)
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; or look the request up and lead to it."""
    if request.method != "POST":
        return door.ask_for_code(request)
    number, code, words, of = typed = _typed(request)
    mistakes = {}
    if not number:
        mistakes["number"] = _("请填写受理号，例如 2026-0012-00345。")
    if not code:
        mistakes["code"] = _("请填写查询码，提交时的页面上有，共 10 个字符。")
    if mistakes:
        return door.ask_for_code(request, *typed, mistakes=mistakes, status=422)
    try:
        case = lookup.look_up(number, code, door.address_of(request))
    except lookup.TooManyTries as reason:
        until = timezone.localtime(reason.until).strftime("%H:%M")
        said = _("试的次数太多了，为了安全，请在 {until} 以后再试。急用的话，请打电话问机关。")
        return door.ask_for_code(request, *typed, notice=said.format(until=until), status=429)
    if case is None:
        said = _(
            "受理号和查询码对不上。请对照回执检查这两项；回执丢了，可以带上身份证件向机关查询。"
        )
        return door.ask_for_code(request, *typed, mistakes={"number": said}, status=422)
    keeping.open_request(request, case)
    if words and of == door.REASONS:
        return reasoning.page(request, case, words)
    if words:
        return replying.words_page(request, case, words)
    return redirect("request", number=case.number)


def _typed(request: HttpRequest) -> tuple[str, str, str, str]:
    """Number, code, and the words that were being written, with what they are of."""
    return (
        lookup.normalised(request.POST.get("number", "")),
        request.POST.get("code", "").strip()[:40],
        request.POST.get("words", ""),
        request.POST.get("of", "")[:40],
    )


@access(PUBLIC)
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget what this session may look at."""
    keeping.leave(request)
    return redirect("requests")


@dataclass(frozen=True, slots=True)
class Reading:
    """A request as its pages need it."""

    events: list[Event]
    request: derivation.Standing

    def may(self, move: Move, case: Case) -> bool:
        """Whether the applicant may do it now."""
        return not lawful.objection(move, self.request, NOBODY, case.agency_id)


def read(case: Case) -> Reading:
    """The ledger of a request and how it stands."""
    events = ledger.standing_events(case.events.order_by("seq"))
    return Reading(events, derivation.standing(events))


@access(APPLICANT)
@require_safe
def status(request: HttpRequest, case: Case) -> HttpResponse:
    """How a request stands, what is to do, by when it is answered, what has happened."""
    found = read(case)
    today = moment.today()
    deadline = found.request.deadline(today)
    chapters = story.told(found.events)
    issued = _issued(case, found)
    until = found.request.correction_until
    shown: dict[str, Any] = {
        "case": case,
        "agency": case.agency,
        "office": getattr(case.agency, "office", None),
        "stage": story.heading(found.request),
        "is_closed": found.request.is_closed,
        "deadline": deadline,
        "headline": story.due_line(deadline, today),
        "reckons": not found.request.is_closed or _is_reckoned(found.request, deadline),
        "calendar_warning": calendar_warning(deadline.steps[0].on, deadline.due),
        "chapters": [_with_letter(one, issued, found.request) for one in chapters],
        "parts": _parts(found.request),
        "whole": queries.whole_of(case) if found.request.split_from else None,
        "wanted": _wanted(found.request),
        "is_destroyed": case.events.filter(kind=ledger.ERASED).exists(),
        "may_correct": found.may(Move.RECEIVE_CORRECTION, case),
        "reasons_until": excess.reasons_until(found.request),
        "may_give_reasons": found.may(Move.RECEIVE_REASONS, case),
        "to_pay": excess.to_pay(found.request, issued, today),
        "may_confirm_fee": found.may(Move.FEE_NOTICE_RECEIVED, case),
        "may_confirm": found.may(Move.DELIVERED, case) and not found.request.came_back,
        "is_confirmed": found.request.delivered,
        "is_kept": mine.is_kept(request, case),
        "may_withdraw": found.may(Move.WITHDRAW, case),
        "correct_until": in_prose(until) if until else "",
        "others": story.others_asked(found.request, deadline),
        "contest": contesting.ways(case, found.request, today),
        "owed": dispute_story.owed(found.request),
        "said": request.session.pop("said", ""),
    }
    return render(request, "portal/requests/status.html", shown)


def _is_reckoned(request: derivation.Standing, deadline: clock.Deadline) -> bool:
    """Not where it had been dropped, and was answered only because that was sent back."""
    return request.stage is Stage.ANSWERED and deadline.state is clock.State.DONE


def _parts(request: derivation.Standing) -> list[tuple[str, str, Any]]:
    """What a request was split into: number, what is asked, how it stands."""
    states = related.parts(request)
    wanted = queries.wanted_in([one.case_id for one in states])
    return [
        (one.number, wanted.get(one.case_id, ""), story.STAGE_NAMES[Stage(one.state)])
        for one in states
    ]


def _with_letter(
    chapter: story.Chapter, issued: Mapping[int | None, IssuedLetter], request: derivation.Standing
) -> tuple[story.Chapter, IssuedLetter | None, Attachment | None]:
    """What happened, the letter that went with it, and the file of that letter."""
    letter = issued.get(chapter.letter)
    return chapter, letter, freezing.going_out(request, letter) if letter else None


def _wanted(standing: derivation.Standing) -> str:
    text = CaseText.objects.select_related("key", "case").get(pk=standing.text)
    try:
        words = personal.words_of(text)
    except personal.Erased:
        return ""
    return str(words["wanted"]) if isinstance(words, dict) else words


_WITH_ALL: Final = (
    "letter__case__agency",
    "revision__letter__case__agency",
    "revision__text__key",
    "revision__text__case",
    "file__key",
    "file__case",
)
"""What is read of an issued letter, in one query."""


def _issued(case: Case, found: Reading) -> dict[int | None, IssuedLetter]:
    """The letters that have left, by id."""
    out = story.letters_out(found.events)
    issued = IssuedLetter.objects.filter(letter__case=case, letter__in=out)
    return {one.letter_id: one for one in issued.select_related(*_WITH_ALL)}


@access(APPLICANT)
@require_safe
def letter(request: HttpRequest, case: Case, letter: int) -> HttpResponse:
    """A letter that has left: its words, and the files that came with it."""
    reading = read(case)
    issued = _letter(case, reading, letter)
    shown = {
        "case": case,
        "agency": case.agency,
        "issued": issued,
        "sheet": paper.as_issued(issued.revision, issued.number, issued.dated),
        "files": [(one, attachments.name_of(one)) for one in _files(reading, issued)],
    }
    return render(request, "portal/requests/letter.html", shown)


@access(APPLICANT)
@require_safe
def download(request: HttpRequest, case: Case, letter: int, file: int) -> HttpResponse:
    """A file of a letter that has left: the letter itself, or what came with it."""
    reading = read(case)
    issued = _letter(case, reading, letter)
    found = next((one for one in _files(reading, issued) if one.pk == file), None)
    if found is None:
        raise Http404
    return answer(attachments.content_of(found), attachments.name_of(found), found.media_type)


def _letter(case: Case, reading: Reading, letter: int) -> IssuedLetter:
    issued = _issued(case, reading).get(letter)
    if issued is None:
        raise Http404
    return issued


def _files(reading: Reading, issued: IssuedLetter) -> list[Attachment]:
    """The letter as it was frozen first, with the seal where there is one; then its enclosures."""
    frozen = freezing.going_out(reading.request, issued)
    return [
        *([frozen] if frozen else []),
        *issued.revision.enclosures.select_related("case", "key").order_by("pk"),
    ]
