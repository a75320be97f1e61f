"""One invented request, and the people of its agency who act on it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Final, NamedTuple

from yangguang.agencies.capabilities import Capability, Standing, holders, standing
from yangguang.agencies.models import Agency, Person
from yangguang.casework import ledger, moment
from yangguang.casework.models import Case
from yangguang.demo.story import Asked, On
from yangguang.inforequests import derivation
from yangguang.inforequests.events import Way
from yangguang.law.calendar import published
from yangguang.law.receipt import Channel

Do = Callable[[], object]

_REACH: Final = timedelta(days=250)
"""Longer than what is reckoned from the demo's day."""


class Timed(NamedTuple):
    """Something that is done, on a day, at an hour and minute."""

    on: date
    at: str
    do: Do


def working_day(day: date, ago: int) -> date:
    """The `ago`-th working day before `day`; 1 is the last one before it."""
    return _before(day)[-ago]


@cache
def _before(day: date) -> list[date]:
    return published().between(day - _REACH, day - timedelta(days=1))


def _from(day: date) -> date:
    """The day, or the first working day after it."""
    return published().add(day - timedelta(days=1), 1)


@dataclass
class City:
    """What all desks share: the demo's day, the requests that have names, who may do what when.

    Nobody's post changes while the history is played: what was looked up for a day holds.
    """

    day: date
    known: dict[str, "Desk"] = field(default_factory=dict)
    _agencies: dict[str, Agency] = field(default_factory=dict)
    _standings: dict[tuple[str, date], Standing] = field(default_factory=dict)
    _holders: dict[tuple[Capability, str, date], Standing] = field(default_factory=dict)

    def agency(self, slug: str) -> Agency:
        """An agency by its slug."""
        if slug not in self._agencies:
            self._agencies[slug] = Agency.objects.get(slug=slug)
        return self._agencies[slug]

    def may(self, username: str) -> Standing:
        """What a person may do today."""
        key = username, moment.today()
        if key not in self._standings:
            person = Person.objects.get(username=username)
            self._standings[key] = standing(person, moment.today())
        return self._standings[key]

    def holder(self, capability: Capability, slug: str) -> Standing:
        """Who may do something at an agency today: who stands in for another, if anybody does."""
        key = capability, slug, moment.today()
        if key not in self._holders:
            agency = self.agency(slug).pk
            found = [self.may(one.username) for one in holders(capability, agency, key[2])]
            self._holders[key] = min(found, key=lambda one: not _stands_in(one, capability, agency))
        return self._holders[key]


def _stands_in(one: Standing, capability: Capability, agency: int) -> bool:
    held = one.holding(capability, agency)
    return held is not None and held.instead_of is not None


@dataclass
class Desk:
    """Where a request is handled, and by whom."""

    asked: Asked
    city: City
    author: str = ""
    kept: Case | None = None

    @cached_property
    def came_on(self) -> date:
        """The day on which it came."""
        came = self.asked.came
        if isinstance(came, On):
            return _from(date(self.city.day.year - came.years_before, came.month, came.day))
        return working_day(self.city.day, came)

    def on(self, at: int, later: int = 0) -> date:
        """The day of a step, or so many working days later."""
        if isinstance(self.asked.came, On):
            return published().add(self.came_on, at + later) if at + later else self.came_on
        return working_day(self.city.day, at - later)

    def part(self, wanted: str) -> "Desk":
        """Where a part of it is handled once it is split."""
        return Desk(replace(self.asked, wanted=wanted, shows=""), self.city)

    @property
    def case(self) -> Case:
        """The case, once the request has come."""
        assert self.kept is not None
        return self.kept

    @property
    def agency(self) -> Agency:
        """The agency that was asked."""
        return self.city.agency(self.asked.agency)

    @property
    def way(self) -> Way:
        """How notices reach the applicant."""
        is_at_hand = self.asked.channel in (Channel.PORTAL, Channel.EMAIL)
        return Way.ELECTRONIC if is_at_hand else Way.POST

    def standing(self) -> derivation.Standing:
        """How the request stands."""
        return derivation.standing(ledger.standing_events(self.case.events.order_by("seq")))

    def hand(self) -> Standing:
        """Who handles it."""
        return self.city.may(self.author)

    def registrar(self) -> Standing:
        """Who enters what comes in."""
        return self.hand() if self.author else self.holder(Capability.REGISTER)

    def holder(self, capability: Capability) -> Standing:
        """Who may do something at the agency today."""
        return self.city.holder(capability, self.asked.agency)
