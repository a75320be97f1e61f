"""Working days added, and deadlines reckoned, in a second on one core."""

from collections.abc import Iterator
from datetime import date, timedelta

from bench.figure import Figure, rate
from yangguang.law.calendar import published
from yangguang.law.clock import Event, Kind, answer_due

REQUIRED = 1_000_000
DAYS = [date(2020, 1, 1) + timedelta(days=n) for n in range(2000)]
RECEIVED = date(2026, 2, 9)
HISTORY = [
    Event(Kind.RECEIVED, RECEIVED),
    Event(Kind.CORRECTION_ASKED, date(2026, 2, 12)),
    Event(Kind.CORRECTED, date(2026, 2, 26)),
    Event(Kind.THIRD_PARTY_ASKED, date(2026, 2, 27)),
    Event(Kind.THIRD_PARTY_RECEIVED, date(2026, 3, 2)),
    Event(Kind.THIRD_PARTY_ANSWERED, date(2026, 3, 17)),
    Event(Kind.EXTENDED, date(2026, 3, 20)),
]


def clock() -> Iterator[Figure]:
    """Twenty working days added; a plain deadline; one with a correction, a third party, more."""
    calendar = published()

    def add_twenty(days: list[date]) -> None:
        add = calendar.add
        for day in days:
            add(day, 20)

    adds = rate(add_twenty, [DAYS] * 20) * len(DAYS)
    yield Figure("clock.add_twenty", adds, "a second", REQUIRED)
    for name, events in (("plain", HISTORY[:1]), ("history", HISTORY)):
        due = rate(lambda given: answer_due(given, calendar, date(2026, 4, 1)), [events] * 2000)
        yield Figure(f"clock.deadline.{name}", due, "a second")
