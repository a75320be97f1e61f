"""A case on one page, and its letters."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.annual_report.errors import Unwritable
from yangguang.casework.download import answer
from yangguang.casework.models import Case
from yangguang.inforequests import composing, paper, public_answers, public_version
from yangguang.inforequests import overview as overviews
from yangguang.inforequests.actions import opening
from yangguang.inforequests.correspondence import Correspondence, Revision
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import Overview
from yangguang.inforequests.public_version import Phase
from yangguang.workspace import alike
from yangguang.workspace.access import CASE, NotHere, access, refusing
from yangguang.workspace.rows import tone_of

_FOREMOST = {
    Stage.UNASSIGNED: (Move.ASSIGN,),
    Stage.AWAITING_CORRECTION: (Move.RECEIVE_CORRECTION,),
    Stage.AWAITING_PAYMENT: (Move.RECEIVE_FEE,),
    Stage.IN_APPROVAL: (Move.DECIDE, Move.SECRECY_ANSWER),
    Stage.APPROVED: (Move.ISSUE,),
    Stage.ISSUED: (Move.DISPATCH,),
}
"""The move for which each stage waits."""
_OF_A_VERSION = {Phase.IN_APPROVAL: (Move.DECIDE_OFFER,), Phase.APPROVED: (Move.PUBLISH,)}
"""The move for which the version for the public waits, once the request is answered."""


@access(CASE)
@require_safe
def case_page(request: HttpRequest, people: Standing, case: Case) -> HttpResponse:
    """Facts, clock, what may be done, history, letters, files."""
    overview = overviews.of(case, people)
    open_offers = [one for one in overview.offers if not one.objection]
    first = foremost(overview)
    is_answered = overview.request.stage is Stage.ANSWERED
    shown = {
        "overview": overview,
        "tone": tone_of(overview.deadline.state, overview.deadline.working_days_left),
        "possible": sorted(open_offers, key=lambda one: one.move not in first),
        "foremost": first,
        "may_look_again": Move.UNPUBLISH in {one.move for one in open_offers},
        "impossible": [
            one
            for one in overview.offers
            if one.objection and (is_answered or one.move not in public_version.MOVES)
        ],
        "public": public_answers.of_case(case) if overview.request.public else None,
        "alike": alike.of(overview),
        "may_open": overview.handles and people.can(Capability.OPEN_PERSONAL, case.agency_id),
    }
    return render(request, "workspace/case.html", shown)


def foremost(overview: Overview) -> tuple[Move, ...]:
    """The moves for which the case waits."""
    if overview.request.public_doubt:
        return (Move.UNPUBLISH,)
    if overview.request.stage is Stage.HANDLING:
        if overview.request.draft:
            return (Move.SUBMIT,)
        return (Move.CONSULTATION_ANSWERED,) if overview.waits else (Move.DRAFT_ANSWER,)
    if overview.request.statement_due and overview.request.is_closed:
        return (Move.STATE_IN_DISPUTE,)
    if overview.request.stage is Stage.ANSWERED and overview.request.public:
        return _OF_A_VERSION.get(overview.request.public.phase, ())
    return _FOREMOST.get(overview.request.stage, ())


@access(CASE)
@require_safe
def letter_page(request: HttpRequest, people: Standing, case: Case, letter: int) -> HttpResponse:
    """A letter with its revisions and who approved what."""
    overview = overviews.of(case, people)
    found = overview.letter(letter)
    if found is None:
        raise NotHere
    if overview.handles:
        opening.letter(case, people)
    wanted = request.GET.get("revision", "")
    chosen = next((one for one in found.revisions if str(one.seq) == wanted), found.latest)
    shown = {
        "overview": overview,
        "letter": found,
        "revision": chosen,
        "agency": case.agency,
        "facts": _facts(found, chosen),
        "enclosures": [
            one for one in overview.files if one.pk in {file.pk for file in chosen.enclosures}
        ],
    }
    return render(request, "workspace/letter.html", shown)


@access(CASE)
@require_safe
def draft_file(
    request: HttpRequest, people: Standing, case: Case, letter: int, to: str
) -> HttpResponse:
    """A letter that is not issued, to print and look at, marked as a draft."""
    drafts = paper.revisions().filter(
        letter=letter, letter__case=case, letter__issued__isnull=True, seq=_place(request)
    )
    revision = drafts.first()
    if revision is None:
        raise NotHere
    with refusing():
        opening.letter(case, people)
    try:
        made = paper.draft(revision, to)
    except KeyError:
        raise NotHere from None
    except Unwritable as why:
        raise NotMade(str(why)) from None
    return answer(made.content, made.name, made.media_type)


class NotMade(NotHere):
    """No such file can be made on this machine; the sentence says what to do."""

    @property
    def sentence(self) -> str:
        """What is missing."""
        return str(self)


def _place(request: HttpRequest) -> int:
    """Which revision the address names; the first where it names none."""
    given = request.GET.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < 6 else 1


def _facts(letter: Correspondence, revision: Revision) -> list[tuple[str, str]]:
    """What was filled in beside the words: label and value."""
    facts = revision.kept.get("facts", {})
    filled = composing.filled_in(letter.kind, revision.terms.get("disposition"), facts)
    return [(one.label, value) for one, value in filled]
