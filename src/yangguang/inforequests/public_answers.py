"""Reading the answers that are open to all, and what is on its way to be.

An answer is shown only where the ledger says that these very words were published, and the approval
that it names is complete: a row that came into the table in any other way is not there for anyone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import approval, personal, sealing
from yangguang.casework.digests import canonical, digest
from yangguang.casework.models import Approval, Case, CaseState, CaseText, Event
from yangguang.casework.traces import TRACE_NAMES, Trace
from yangguang.inforequests import public_version
from yangguang.inforequests.events import What
from yangguang.inforequests.models import PublicAnswer, PublicFile
from yangguang.inforequests.public_version import IN_DOUBT, PublicVersion
from yangguang.inforequests.queries import states_visible_to

LONGEST: Final = 100
"""Characters that are looked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What narrows the list; empty fields do not. `agency`: its slug."""

    words: str = ""
    agency: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A version that is not published yet: its case, who decides next, whether that is me."""

    case: int
    number: str
    opened: datetime
    waits_for: str
    is_returned: bool
    is_mine: bool


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
    files: tuple[Mapping[str, Any], ...]
    """As `public_files.listed` has them, each with its attachment's id."""


def version(current: PublicVersion | None) -> VersionShown | None:
    """What a version says; None where there is none that can be read (any more)."""
    if current is None:
        return None
    text = CaseText.objects.select_related("key", "case").filter(pk=current.text).first()
    try:
        words: Any = personal.words_of(text) if text else None
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
        tuple(
            {**one, "attachment": copy}
            for one, copy in zip(words.get("files", ()), current.files, strict=True)
        ),
    )


def as_shown(answer: PublicAnswer) -> VersionShown:
    """What is open to all, as a version is shown to the office."""
    files = tuple(
        {"attachment": one.file_id, "name": one.name, "size": one.file.size}
        for one in answer.files.select_related("file")
    )
    return VersionShown(answer.title, answer.asked, answer.answered, (), files)


def content_digest(answer: PublicAnswer) -> str:
    """The digest of what everyone reads and can take along."""
    files = [[one.name, one.file.digest] for one in answer.files.all()]
    return digest(canonical([answer.title, answer.asked, answer.answered, *files]))


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

    Four queries, however many.
    """
    wanted = list(answers)
    with_files = PublicFile.objects.select_related("file__key")
    prefetch_related_objects(wanted, Prefetch("files", with_files))
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
    """The versions that wait for the office before they are public, the latest first.

    Three queries.
    """
    waiting = _waiting(people).exclude(public_waits=IN_DOUBT).values_list("case", flat=True)
    return [_under_way(one, people) for one in rounds(waiting).values()]


def rounds(cases: Iterable[int]) -> dict[int, Approval]:
    """The latest round of approval of each case's version, by the case's id; the latest first.

    Two queries.
    """
    every = Approval.objects.filter(
        case__in=list(cases),
        subject__gte=public_version.SUBJECT,
        subject__lt=public_version.SUBJECT + "~",
    )
    latest: dict[int, Approval] = {}
    for one in every.select_related("case").prefetch_related("steps").order_by("-pk"):
        assert one.case_id is not None
        latest.setdefault(one.case_id, one)
    return latest


def in_doubt(people: Standing) -> QuerySet[CaseState]:
    """The requests whose public answer was overturned or given anew, and nobody has looked yet."""
    return _waiting(people).filter(public_waits=IN_DOUBT).order_by("case_id")


def _waiting(people: Standing) -> QuerySet[CaseState]:
    return states_visible_to(people).filter(public_waits__isnull=False)


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
