"""Who is to be told of what on a working day: what falls due soon, what is overdue, who stands in;
our own statements in disputes; what is to be open to all, or is and should perhaps not be.

Whom a case concerns is its handler and who stands in for them; where nobody has it, or its handler
holds no such post any more, who can assign it. What is overdue concerns the head of the disclosure
office too, and so does what was opened to all and has to be looked at again. A case whose period is
stopped concerns nobody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from yangguang.agencies.capabilities import (
    CAPABILITIES,
    Capability,
    Standing,
    holders,
    standing,
)
from yangguang.agencies.models import Agency, Delegation, Person
from yangguang.casework import approval
from yangguang.casework.models import CaseState
from yangguang.inforequests import public_answers
from yangguang.inforequests.events import KIND
from yangguang.inforequests.public_version import IN_DOUBT, Phase
from yangguang.law.calendar import published

BEFORE: Final = (5, 3, 1)
"""Working days before the last day on which its people are told."""

ENDS_IN: Final = timedelta(days=3)
"""How long before a delegation's last day both are told; on the working day before, if need be."""


class Part(StrEnum):
    """What a person is told of, each once a day."""

    OVERDUE = "overdue"
    STATEMENT = "statement"
    DOUBT = "doubt"
    SOON = "soon"
    TO_APPROVE = "to_approve"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A case by a last day, of its answer or of our statement in a dispute over it.

    `left` in working days, below 0 overdue.
    """

    on: date
    number: str
    left: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A delegation that ends: of which post, its last day, and whether the reader is the stand-in.

    The post is named, not who holds it.
    """

    post: str
    until: date
    is_stand_in: bool


@dataclass
class Told:
    """What one person is told; of what is open to all, or on its way there, the numbers."""

    overdue: list[Due] = field(default_factory=list)
    statements: list[Due] = field(default_factory=list)
    in_doubt: list[str] = field(default_factory=list)
    soon: list[Due] = field(default_factory=list)
    to_approve: list[str] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)

    def of(self, part: Part) -> Sequence[Due] | Sequence[str] | Sequence[Ending]:
        """What one part says."""
        match part:
            case Part.OVERDUE:
                return self.overdue
            case Part.STATEMENT:
                return self.statements
            case Part.DOUBT:
                return self.in_doubt
            case Part.SOON:
                return self.soon
            case Part.TO_APPROVE:
                return self.to_approve
            case Part.DELEGATION:
                return self.endings

    @property
    def parts(self) -> list[Part]:
        """The parts that say something."""
        return [part for part in Part if self.of(part)]


@dataclass(frozen=True, slots=True)
class Reminders:
    """What everyone is told on a day; `to_nobody` counts cases of which there is nobody to tell."""

    told: dict[Person, Told]
    to_nobody: int


def reminders(on: date) -> Reminders:
    """What everyone is told on a day. A few queries for each agency that is concerned."""
    told: defaultdict[Person, Told] = defaultdict(Told)
    posts, to_nobody = _Posts(on), 0
    for state, due in _due(on):
        is_overdue = due.left < 0
        people = posts.concerned(state.agency_id, state.handler_id)
        if is_overdue:
            people |= posts.head(state.agency_id)
        to_nobody += not people
        for person in people:
            (told[person].overdue if is_overdue else told[person].soon).append(due)
    for state, due in _statements(on):
        people = posts.concerned(state.agency_id, state.handler_id)
        if due.left < 0:
            people |= posts.head(state.agency_id)
        for person in people:
            told[person].statements.append(due)
    for state in _waiting(IN_DOUBT):
        concerned = posts.concerned(state.agency_id, state.handler_id)
        for person in concerned | posts.head(state.agency_id):
            told[person].in_doubt.append(state.number)
    for person, number in _to_approve(posts):
        told[person].to_approve.append(number)
    for person, ending in _endings(on):
        told[person].endings.append(ending)
    for one in told.values():
        for several in (one.overdue, one.statements, one.soon):
            several.sort()
    return Reminders(dict(told), to_nobody)


def _due(on: date) -> Iterator[tuple[CaseState, Due]]:
    """The cases whose period runs and of which someone is told today. One query.

    A wait for others ends by itself after its last day; nothing need have happened since.
    """
    running = CaseState.objects.filter(
        Q(paused_since__isnull=True) | Q(paused_until__lt=on),
        kind=KIND,
        closed_on__isnull=True,
        due_on__lte=published().add(on, max(BEFORE)),
    )
    for state in running.only("number", "agency_id", "handler_id", "due_on"):
        assert state.due_on is not None
        left = published().count(on, state.due_on)
        if state.due_on < on or left in BEFORE:
            yield state, Due(state.due_on, state.number, left)


def _statements(on: date) -> Iterator[tuple[CaseState, Due]]:
    """The cases in which our own statement is due and someone is told today. One query.

    Its days are of the calendar: where the last is a day of rest, the working day before it counts.
    """
    within = published().add(on, max(BEFORE) + 1)
    waiting = CaseState.objects.filter(
        agency__in=Agency.objects.all(), kind=KIND, statement_due_on__lte=within
    )
    for state in waiting.only("number", "agency_id", "handler_id", "statement_due_on"):
        due = state.statement_due_on
        assert due is not None
        left = -1 if due < on else published().count(on, working_day_until(due))
        if left < 0 or left in (*BEFORE, 0):
            yield state, Due(due, state.number, left)


def _waiting(how: str) -> QuerySet[CaseState]:
    """The cases of which what is for all stands at a point (see `CaseState.public_waits`)."""
    return CaseState.objects.filter(
        agency__in=Agency.objects.all(), kind=KIND, public_waits=how
    ).only("number", "agency_id", "handler_id", "waits_for")


def _to_approve(posts: "_Posts") -> Iterator[tuple[Person, str]]:
    """The versions for all that wait for a decision, each with everyone who can make it."""
    waiting = {state.case_id: state for state in _waiting(Phase.IN_APPROVAL)}
    for case, under_way in public_answers.rounds(waiting).items():
        state = waiting[case]
        for person in posts.who(Capability(state.waits_for), state.agency_id):
            if not approval.objection(under_way, posts.standing(person)):
                yield person, state.number


class _Posts:
    """Who holds which post on a day, looked up once."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._known: dict[tuple[Capability, int], frozenset[Person]] = {}
        self._standings: dict[int, Standing] = {}
        handling = [role for role, may in CAPABILITIES.items() if Capability.HANDLE in may]
        lent = Delegation.objects.filter(since__lte=on, until__gte=on, post__role__in=handling)
        self._stand_ins: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        for agency, person, to in lent.values_list("post__agency", "post__person", "to"):
            self._stand_ins[agency, person].add(to)

    def who(self, capability: Capability, agency: int) -> frozenset[Person]:
        """Who may do it at an agency (its id), by an own post or another's."""
        if (capability, agency) not in self._known:
            found = frozenset(holders(capability, agency, self._on))
            self._known[capability, agency] = found
        return self._known[capability, agency]

    def head(self, agency: int) -> frozenset[Person]:
        """Who heads the disclosure office of an agency (its id)."""
        return self.who(Capability.APPROVE_EXTENSION, agency)

    def standing(self, person: Person) -> Standing:
        """What a person may do."""
        if person.pk not in self._standings:
            self._standings[person.pk] = standing(person, self._on)
        return self._standings[person.pk]

    def concerned(self, agency: int, handler: int | None) -> set[Person]:
        """Who has a case in hand, or can give it to someone."""
        theirs = {handler, *self._stand_ins.get((agency, handler or 0), ())}
        found = {one for one in self.who(Capability.HANDLE, agency) if one.pk in theirs}
        return found or set(self.who(Capability.ASSIGN, agency))


def _endings(on: date) -> Iterator[tuple[Person, Ending]]:
    """The delegations of which both are told today. Those shorter than that are not told of."""
    ahead = Delegation.objects.filter(
        since__lte=on, until__gte=on, to__is_active=True, post__person__is_active=True
    ).select_related("to", "post__person", "post__agency")
    for one in ahead:
        if working_day_until(one.until - ENDS_IN) == on:
            yield one.post.person, Ending(str(one.post), one.until, False)
            yield one.to, Ending(str(one.post), one.until, True)


def working_day_until(day: date) -> date:
    """The last working day up to a day."""
    while not published().is_working(day):
        day -= timedelta(days=1)
    return day
