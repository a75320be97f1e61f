"""The processing fees of a year, as section six of the report states them (Art. 42)."""

from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple

from django.db.models import Q

from yangguang.agencies.models import Agency
from yangguang.inforequests.events import What
from yangguang.reporting.compiling.entries import entries
from yangguang.reporting.compiling.facts import Era, era, last_day

_YUAN_IN_10000: Final = Decimal(10_000)


class Fees(NamedTuple):
    """Notices issued, what they came to, and what was received; sums in 万元."""

    notices: int
    noticed: Decimal
    received: Decimal


def of_year(agency: Agency, year: int, known_at: datetime) -> Fees:
    """By the day of the notice and the day of the payment, as known at a moment."""
    notices, noticed, received = 0, 0, 0
    having = Q(charged_on__lte=last_day(year))
    for _, events in entries(agency, having, (What.FEE_NOTICED, What.FEE_PAID), known_at):
        for event in events:
            if era(event.occurred_on, year) is not Era.DURING:
                continue
            if event.kind == What.FEE_NOTICED:
                notices += 1
                noticed += event.payload["sum"]
            else:
                received += event.payload["sum"]
    return Fees(notices, noticed / _YUAN_IN_10000, received / _YUAN_IN_10000)
