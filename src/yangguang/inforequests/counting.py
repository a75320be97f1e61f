"""Which requests a figure counts: as a condition on their states, and in an address.

A figure and the list that it opens are the same condition. What was registered by mistake is never
counted; what a decision sends back stays counted as it ended first. All is as the ledger is known
today, for past periods too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final
from urllib.parse import urlencode

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as lazy

from yangguang.inforequests.standing import NOT_COUNTED
from yangguang.law.dispositions import Disposition, row
from yangguang.law.receipt import Channel
from yangguang.law.requests import RequestRow


class Measure(StrEnum):
    """What is counted in a period. CARRIED and RECEIVED together are CLOSED and OPEN together."""

    CARRIED = "carried"
    RECEIVED = "received"
    CLOSED = "closed"
    ON_TIME = "on_time"
    LATE = "late"
    OPEN = "open"
    OVERDUE = "overdue"


MEASURE_NAMES: Final = {
    Measure.CARRIED: lazy("上期结转"),
    Measure.RECEIVED: lazy("收到"),
    Measure.CLOSED: lazy("办结"),
    Measure.ON_TIME: lazy("按期办结"),
    Measure.LATE: lazy("逾期办结"),
    Measure.OPEN: lazy("期末在办"),
    Measure.OVERDUE: lazy("在办已逾期"),
}

IN_ADDRESS: Final = "counted"
"""The parameter that names the measure."""
NOBODY: Final = 0
"""In the place of a handler's id: nobody had them."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both in it."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Counted:
    """The requests behind a figure. What is None does not narrow; `handler` may be NOBODY."""

    measure: Measure
    period: Period
    row: RequestRow | None = None
    channel: Channel | None = None
    handler: int | None = None
    agency: int | None = None

    def condition(self, today: date) -> Q:
        """On CaseState."""
        found = of_period(self.measure, self.period, today)
        if self.row:
            found &= Q(disposition__in=[one for one in Disposition if row(one) is self.row])
        if self.channel:
            found &= Q(channel=self.channel)
        if self.handler == NOBODY:
            found &= Q(handler__isnull=True)
        elif self.handler:
            found &= Q(handler=self.handler)
        if self.agency:
            found &= Q(agency=self.agency)
        return found

    @property
    def query(self) -> str:
        """The parameters of an address; `read` takes them in again."""
        return urlencode(self.fields)

    @property
    def fields(self) -> dict[str, str]:
        """The same, by name."""
        found = {
            IN_ADDRESS: self.measure.value,
            "since": f"{self.period.since}",
            "until": f"{self.period.until}",
            "row": self.row or "",
            "via": self.channel or "",
            "by": "" if self.handler is None else str(self.handler),
            "at": str(self.agency or ""),
        }
        return {name: value for name, value in found.items() if value}


def share(part: int, whole: int) -> Decimal | None:
    """A part in per cent, with one decimal; None of nothing. 100 is all: less is never rounded up.

    Source: none in the law; what is on time is told with what it is a share of.
    """
    if not whole:
        return None
    found = (100 * Decimal(part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return found if part == whole else min(found, Decimal("99.9"))


def read(given: Mapping[str, str]) -> Counted | None:
    """What an address names; None where it names no figure, or none that there is."""
    try:
        return Counted(
            Measure(given.get(IN_ADDRESS, "")),
            Period(_day(given, "since"), _day(given, "until")),
            RequestRow(given["row"]) if given.get("row") else None,
            Channel(given["via"]) if given.get("via") else None,
            _id(given, "by"),
            _id(given, "at"),
        )
    except ValueError:
        return None


def _day(given: Mapping[str, str], name: str) -> date:
    return date.fromisoformat(given.get(name, ""))


def _id(given: Mapping[str, str], name: str) -> int | None:
    text = given.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise ValueError(name)
    return int(text)


def concerned(period: Period) -> Q:
    """What any figure of a period can count, on CaseState: all else had ended before it began.

    It takes nothing away from a figure; the database finds it by an index, and need not look at
    the requests of all the years before.
    """
    return Q(counted_on__isnull=True) | Q(counted_on__gte=period.since)


def of_period(measure: Measure, period: Period, today: date) -> Q:
    """The requests that a measure counts in a period, on CaseState.

    What ends is counted the first time. On time is what ended on its last day or before; and what
    ended while no period ran (withdrawn, not corrected). Overdue is what was open at the period's
    end, or today where that lies ahead, and past its last day.
    """
    since, until = period.since, period.until
    closed = Q(counted_on__gte=since, counted_on__lte=until)
    still_open = Q(received_on__lte=until) & (Q(counted_on__isnull=True) | Q(counted_on__gt=until))
    before = Q(received_on__lt=since) & (Q(counted_on__isnull=True) | Q(counted_on__gte=since))
    found = {
        Measure.CARRIED: before,
        Measure.RECEIVED: Q(received_on__gte=since, received_on__lte=until),
        Measure.CLOSED: closed,
        Measure.ON_TIME: closed
        & (Q(counted_due_on__isnull=True) | Q(counted_on__lte=F("counted_due_on"))),
        Measure.LATE: closed & Q(counted_on__gt=F("counted_due_on")),
        Measure.OPEN: still_open,
        Measure.OVERDUE: still_open & Q(counted_due_on__lte=min(until, today - timedelta(days=1))),
    }[measure]
    return found & ~Q(state__in=NOT_COUNTED)
