"""Who is to be told of what on a working day: what falls due soon, what is overdue, who stands in.

Whom a case concerns is its handler and who stands in for them; where nobody has it, or its handler
holds no such post any more, who can assign it. What is overdue concerns the head of the disclosure
office too. A case whose period is stopped concerns nobody.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from yangguang.agencies.capabilities import CAPABILITIES, Capability, holders
from yangguang.agencies.models import Delegation, Person
from yangguang.casework.models import CaseState
from yangguang.inforequests.events import KIND
from yangguang.law.calendar import published

BEFORE: Final = (5, 3, 1)
"""Working days before the last day on which its people are told."""

ENDS_IN: Final = timedelta(days=3)
"""How long before a delegation's last day both are told; on the working day before, if need be."""


class Part(StrEnum):
    """What a person is told of, each once a day."""

    OVERDUE = "overdue"
    SOON = "soon"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A case by its last day; `left` in working days, below 0 overdue."""

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
    """What one person is told."""

    overdue: list[Due] = field(default_factory=list)
    soon: list[Due] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        """The parts that say something."""
        held = {Part.OVERDUE: self.overdue, Part.SOON: self.soon, Part.DELEGATION: self.endings}
        return [part for part, said in held.items() if said]


@dataclass(frozen=True, slots=True)
class Reminders:
    """What everyone is told on a day; `to_nobody` counts cases of which there is nobody to tell."""

    told: dict[Person, Told]
    to_nobody: int


def reminders(on: date) -> Reminders:
    """What everyone is told on a day. A few queries for each agency that is concerned."""
    told: defaultdict[Person, Told] = defaultdict(Told)
    posts, to_nobody = _Posts(on), 0
    for state in _running(on):
        assert state.due_on is not None
        due = Due(state.due_on, state.number, published().count(on, state.due_on))
        is_overdue = state.due_on < on
        if not is_overdue and due.left not in BEFORE:
            continue
        people = posts.concerned(state.agency_id, state.handler_id)
        if is_overdue:
            people |= posts.who(Capability.APPROVE_EXTENSION, state.agency_id)  # the head's
        to_nobody += not people
        for person in people:
            (told[person].overdue if is_overdue else told[person].soon).append(due)
    for person, ending in _endings(on):
        told[person].endings.append(ending)
    for one in told.values():
        one.overdue.sort()
        one.soon.sort()
    return Reminders(dict(told), to_nobody)


def _running(on: date) -> QuerySet[CaseState]:
    """The cases whose period runs and ends within the longest notice. One query.

    A wait for others ends by itself after its last day; nothing need have happened since.
    """
    return CaseState.objects.filter(
        Q(paused_since__isnull=True) | Q(paused_until__lt=on),
        kind=KIND,
        closed_on__isnull=True,
        due_on__lte=published().add(on, max(BEFORE)),
    ).only("number", "agency_id", "handler_id", "due_on")


class _Posts:
    """Who holds which post on a day, looked up once."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._known: dict[tuple[Capability, int], frozenset[Person]] = {}
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
