"""What time it is. Tests and the demonstration stand at a moment of their choice."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_STANDING: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The moment, aware, in the time zone of the database (UTC)."""
    return _STANDING.get() or timezone.now()


def today() -> date:
    """The day in the office's time zone: the legal date of what happens now."""
    return timezone.localdate(now())


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """For a while it is `moment` (aware), in this thread."""
    token = _STANDING.set(moment)
    try:
        yield
    finally:
        _STANDING.reset(token)
