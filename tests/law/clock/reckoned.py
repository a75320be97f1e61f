"""Short ways to write a request's history in a test."""

from datetime import date

from yangguang.law.calendar import published
from yangguang.law.clock import Deadline, Event, Kind, answer_due

CALENDAR = published()
RECEIVED = date(2026, 2, 9)
"""A Monday; twenty working days on, over the spring festival, is 13 March."""


def day(written: str) -> date:
    """A day of 2026, as month-day."""
    return date.fromisoformat(f"2026-{written}")


def event(kind: str, on: str, days: int | None = None, until: str = "", matter: str = "") -> Event:
    """An event of 2026."""
    return Event(Kind(kind), day(on), days, day(until) if until else None, matter=matter)


def deadline(*events: Event, on: str = "12-31", received: date = RECEIVED) -> Deadline:
    """The deadline of a request with these events, as it stands on a day of 2026."""
    return answer_due([Event(Kind.RECEIVED, received), *events], CALENDAR, day(on))
