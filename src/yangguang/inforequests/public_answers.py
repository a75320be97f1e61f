"""Reading the answers that are open to all, and what is on its way to be.

An answer is shown only where the ledger says that these very words were published, and the approval
that it names is complete: a row that came into the table in any other way is not there for anyone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Q, QuerySet

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import approval, personal, sealing
from yangguang.casework.digests import canonical, digest
from yangguang.casework.models import Approval, Case, CaseText, Event
from yangguang.casework.traces import TRACE_NAMES, Trace
from yangguang.inforequests import public_version
from yangguang.inforequests.events import What
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.public_version import PublicVersion

LONGEST: Final = 100
"""Characters that are looked for."""
_ROUNDS: Final = 200


@dataclass(frozen=True, slots=True)
class Sought:
    """What narrows the list; empty fields do not. `agency`: its slug."""

    words: str = ""
    agency: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A version that is not published yet: its case, who decides next, whether that is me.

    `wanted`: what was asked for, where it is shown.
    """

    case: int
    number: str
    opened: datetime
    waits_for: str
    is_returned: bool
    is_mine: bool
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A trace of a person that stays in a version: what it is called, its words, and why."""

    kind: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version's words, for who decides on it."""

    title: str
    asked: str
    answered: str
    kept: tuple[Kept, ...]


def version(current: PublicVersion | None) -> VersionShown | None:
    """What a version says; None where there is none that can be read (any more)."""
    text = CaseText.objects.select_related("key", "case").filter(pk=current.text) if current else ()
    try:
        words: Any = personal.words_of(text[0]) if text else None
    except (personal.Erased, sealing.CannotOpen):
        return None
    return words and VersionShown(
        words["title"],
        words["asked"],
        words["answered"],
        tuple(
            Kept(str(TRACE_NAMES[Trace(one["kind"])]), one["words"], one["reason"])
            for one in words["kept"]
        ),
    )


def content_digest(answer: PublicAnswer) -> str:
    """The digest of what everyone reads."""
    return digest(canonical([answer.title, answer.asked, answer.answered]))


def find(sought: Sought) -> QuerySet[PublicAnswer]:
    """The answers in which all the words stand, the latest first; before `standing` is asked."""
    found = PublicAnswer.objects.filter(withdrawn_on=None).select_related("agency")
    for word in sought.words[:LONGEST].split():
        found = found.filter(
            Q(title__icontains=word) | Q(asked__icontains=word) | Q(answered__icontains=word)
        )
    if sought.agency:
        found = found.filter(agency__slug=sought.agency)
    if sought.year:
        found = found.filter(published_on__year=sought.year)
    return found.order_by("-published_on", "-pk")


def standing(answers: Iterable[PublicAnswer]) -> list[PublicAnswer]:
    """Those that may be shown: published by the ledger, in these words, wholly approved.

    Three queries, however many.
    """
    wanted = list(answers)
    published = _published(wanted)
    rounds = {
        one.pk: one
        for one in Approval.objects.filter(
            pk__in=[event["approval"] for event in published.values()]
        ).prefetch_related("steps")
    }
    return [
        one
        for one in wanted
        if one.pk in published and _is_borne_out(one, published[one.pk], rounds)
    ]


def _published(answers: Sequence[PublicAnswer]) -> dict[int, dict]:
    """What the ledger says of their publication, by id."""
    cases = {one.case_id for one in answers}
    events = Event.objects.filter(case__in=cases, kind=What.PUBLISHED)
    return {payload["answer"]: payload for payload in events.values_list("payload", flat=True)}


def _is_borne_out(answer: PublicAnswer, said: dict, rounds: dict[int, Approval]) -> bool:
    under = rounds.get(said["approval"])
    if under is None or under.subject != public_version.subject(answer.case_id):
        return False
    is_whole = answer.withdrawn_on is not None or said["content"] == content_digest(answer)
    return is_whole and approval.progress(under).is_complete


def of_case(case: Case) -> PublicAnswer | None:
    """The answer of a case that is open to all."""
    return PublicAnswer.objects.filter(case=case, withdrawn_on=None).first()


def years() -> list[int]:
    """The years in which something was published, the latest first."""
    dates = PublicAnswer.objects.filter(withdrawn_on=None).dates("published_on", "year")
    return sorted((one.year for one in dates), reverse=True)


def of_agencies(people: Standing) -> QuerySet[PublicAnswer]:
    """What the agencies published whose cases these people see, withdrawn or not."""
    theirs = people.agencies(Capability.SEE_CASES)
    found = PublicAnswer.objects.filter(agency__in=theirs).select_related("agency", "case")
    return found.order_by("-published_on", "-pk")


def under_way(people: Standing) -> list[UnderWay]:
    """The versions that were sent for approval and are not published, the latest first.

    Three queries; of the last two hundred rounds.
    """
    rounds = (
        Approval.objects.filter(
            agency__in=people.agencies(Capability.SEE_CASES),
            subject__gte=public_version.SUBJECT,
            subject__lt=public_version.SUBJECT + "~",
        )
        .select_related("case")
        .prefetch_related("steps")
        .order_by("-pk")[:_ROUNDS]
    )
    latest: dict[int, Approval] = {}
    for one in rounds:
        latest.setdefault(one.case_id, one)
    done = Event.objects.filter(case__in=latest, kind=What.PUBLISHED)
    finished = {payload["approval"] for payload in done.values_list("payload", flat=True)}
    return [_under_way(one, people) for one in latest.values() if one.pk not in finished]


def _under_way(one: Approval, people: Standing) -> UnderWay:
    assert one.case is not None
    now = approval.progress(one)
    return UnderWay(
        one.case_id,
        one.case.number,
        one.opened_at,
        str(approval.LEVEL_NAMES[now.capability]) if now.capability else "",
        now.is_returned,
        now.capability is not None and not approval.objection(one, people),
    )
