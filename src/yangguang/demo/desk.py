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
class Desk:
    """Where a request is handled. `day` is the demo's; `known` are the requests that have names."""

    asked: Asked
    day: date
    known: dict[str, "Desk"]
    author: str = ""
    kept: Case | None = field(default=None)

    @cached_property
    def came_on(self) -> date:
        """The day on which it came."""
        came = self.asked.came
        if isinstance(came, On):
            return _from(date(self.day.year - came.years_before, came.month, came.day))
        return working_day(self.day, came)

    def on(self, at: int, later: int = 0) -> date:
        """The day of a step, or so many working days later."""
        if isinstance(self.asked.came, On):
            return published().add(self.came_on, at + later) if at + later else self.came_on
        return working_day(self.day, at - later)

    def part(self, wanted: str) -> "Desk":
        """Where a part of it is handled once it is split, by the same hand."""
        return Desk(replace(self.asked, wanted=wanted, shows=""), self.day, self.known, self.author)

    @property
    def case(self) -> Case:
        """The case, once the request has come."""
        assert self.kept is not None
        return self.kept

    @property
    def agency(self) -> Agency:
        """The agency that was asked."""
        return Agency.objects.get(slug=self.asked.agency)

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
        return standing(Person.objects.get(username=self.author), moment.today())

    def registrar(self) -> Standing:
        """Who enters what comes in."""
        return self.hand() if self.author else self.holder(Capability.REGISTER)

    def holder(self, capability: Capability) -> Standing:
        """Who may do something at the agency today: who stands in for another, if anybody does."""
        today = moment.today()
        found = [standing(one, today) for one in holders(capability, self.agency.pk, today)]
        return min(found, key=lambda one: not self._stands_in(one, capability))

    def _stands_in(self, one: Standing, capability: Capability) -> bool:
        held = one.holding(capability, self.agency.pk)
        return held is not None and held.instead_of is not None
