"""When information that was withheld is to be looked at anew (Art. 18: periodically)."""

import calendar
from datetime import date
from typing import Final

MONTHS: Final = 12
"""An office's setting; the article says only "periodically"."""


def last_looked_at(on: date, months: int) -> date:
    """What was looked at on this day or before, is to be looked at again on `on`.

    So many months back, on the same day of the month; where the month has none, on its last.
    """
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(on.day, last))
