"""The processing fees of a year, as section six of the report states them (Art. 42).

国办函〔2020〕109号 asks how many notices were issued, what they came to, and what was received [M]
(from memory, not confirmed in its text). A notice counts as it was issued, in the year of its day,
whatever becomes of it: the rules ask for what went out beside what came in, and a year's figures do
not heed what happens after it. What is let off stands beside, in the year in which it is: reduced
or waived is neither taken back nor received.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from django.db.models import Q

from yangguang.agencies.models import Agency
from yangguang.annual_report.money import IN_YUAN
from yangguang.inforequests.events import What
from yangguang.inforequests.fee import Fee, fee_after
from yangguang.reporting.compiling.entries import Entered, entries
from yangguang.reporting.compiling.facts import Era, era, last_day

_KINDS: Final = (What.FEE_NOTICED, What.FEE_REDUCED, What.FEE_WAIVED, What.FEE_PAID)


class Turn(StrEnum):
    """What happens to a sum."""

    NOTICED = "noticed"
    LET_OFF = "let_off"
    RECEIVED = "received"


class Moved(NamedTuple):
    """A sum in yuan that was noticed, let off or received, and the id of the case."""

    case: int
    turn: Turn
    sum: int


class Fees(NamedTuple):
    """Notices issued, what they came to, what was received; in how many requests something was let
    off, and how much. Sums in 万元."""

    notices: int
    noticed: Decimal
    received: Decimal
    let_off_in: int
    let_off: Decimal


def of_year(agency: Agency, year: int, known_at: datetime) -> Fees:
    """By the days of notice, reduction or waiver, and payment, as known at a moment."""
    every = list(moved(agency, year, known_at))

    def come_to(turn: Turn) -> Decimal:
        return sum((one.sum for one in every if one.turn is turn), Decimal(0)) / IN_YUAN["万元"]

    return Fees(
        sum(one.turn is Turn.NOTICED for one in every),
        come_to(Turn.NOTICED),
        come_to(Turn.RECEIVED),
        len({one.case for one in every if one.turn is Turn.LET_OFF}),
        come_to(Turn.LET_OFF),
    )


def moved(agency: Agency, year: int, known_at: datetime) -> Iterator[Moved]:
    """What was noticed, let off and received in a year, case by case, as known at a moment."""
    having = Q(charged_on__lte=last_day(year))
    for case, events in entries(agency, having, _KINDS, known_at):
        fee: Fee | None = None
        for event in events:
            before, fee = fee, _after(fee, event)
            if era(event.occurred_on, year) is Era.DURING:
                yield Moved(case, *_turn(before, event))


def _after(fee: Fee | None, event: Entered) -> Fee | None:
    return fee_after(fee, What(event.kind), event.occurred_on, event.payload)


def _turn(before: Fee | None, event: Entered) -> tuple[Turn, int]:
    owed = before.sum if before else 0
    match What(event.kind):
        case What.FEE_NOTICED:
            return Turn.NOTICED, event.payload["sum"]
        case What.FEE_REDUCED:
            return Turn.LET_OFF, owed - event.payload["sum"]
        case What.FEE_WAIVED:
            return Turn.LET_OFF, owed
        case _:
            return Turn.RECEIVED, event.payload["sum"]
