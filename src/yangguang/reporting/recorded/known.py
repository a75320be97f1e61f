"""What of a request the figures beside the tables heed, as it was known at a moment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import models
from django.db.models import F, Q, Value, When
from django.utils import timezone

from yangguang.agencies.models import Agency
from yangguang.inforequests.standing import NOT_COUNTED
from yangguang.reporting.compiling.counting import AsKnown, as_known
from yangguang.reporting.compiling.facts import Era, era_in_sql, first_day, last_day


class Known(NamedTuple):
    """How a request came and ended, seen from a year.

    `is_late`: it ended after its last day; `is_overdue`: its last day lies in the year or before
    it, and before the day of the moment.
    """

    channel: str
    disposition: str
    received: Era
    ended: Era
    is_late: bool
    is_overdue: bool


_KNOWN: Final = ("channel", "disposition", "came", "ended", "is_late", "is_overdue")


def counted(agency: Agency, year: int, known_at: datetime) -> Counter[Known]:
    """How many requests there are of each kind. One query."""
    found: Counter[Known] = Counter()
    for *row, count in _told_apart(agency, year, known_at).groups(*_KNOWN):
        found[_known(row)] += count
    return found


def by_case(agency: Agency, year: int, known_at: datetime) -> Iterator[tuple[int, Known]]:
    """The same request by request: the id of its case, and what is heeded of it."""
    for case, *row in _told_apart(agency, year, known_at).rows("case_id", *_KNOWN):
        yield case, _known(row)


def _told_apart(agency: Agency, year: int, known_at: datetime) -> AsKnown:
    concerned = as_known(agency, known_at).filter(_concerned(year))
    return concerned.annotate(
        came=era_in_sql("received_on", year),
        ended=era_in_sql("counted_on", year),
        is_late=_whether(Q(counted_on__gt=F("counted_due_on"))),
        is_overdue=_whether(Q(counted_due_on__lte=_past(year, known_at))),
    )


def _known(row: Sequence[Any]) -> Known:
    channel, disposition, received, ended, is_late, is_overdue = row
    return Known(channel, disposition, Era(received), Era(ended), bool(is_late), bool(is_overdue))


def _whether(condition: Q) -> models.Expression:
    return models.Case(
        When(condition, then=Value(True)), default=Value(False), output_field=models.BooleanField()
    )


def _past(year: int, known_at: datetime) -> date:
    """The last day that is over at a moment, of the year or before it."""
    return min(last_day(year), timezone.localdate(known_at) - timedelta(days=1))


def _concerned(year: int) -> Q:
    """What a year can heed, on FormerCount: all else had ended before it began."""
    since = first_day(year)
    ended = Q(counted_on__isnull=True) | Q(counted_on__gte=since)
    return (ended | Q(received_on__gte=since)) & ~Q(state__in=NOT_COUNTED)
