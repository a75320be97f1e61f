"""What of a request the figures beside the tables heed, as it was known at a moment.

The database groups what has stood since the moment, as for the tables; what was entered otherwise
later is derived from its ledger. Unlike there, every later entry matters: an extension or a receipt
that is entered late moves the last day without moving a request from one row to another.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.models import Case, CaseState, Event
from yangguang.inforequests import derivation
from yangguang.inforequests.standing import NOT_COUNTED
from yangguang.reporting.compiling.counting import changed_later, ledgers, settled
from yangguang.reporting.compiling.facts import Era, era, era_in_sql, first_day, last_day


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


def counted(agency: Agency, year: int, known_at: datetime) -> Counter[Known]:
    """How many requests there are of each kind. One query, and what was entered later."""
    groups = _told_apart(_standing(agency, year, known_at), year, known_at)
    rows = groups.annotate(count=Count("pk")).order_by()
    found = Counter({_known(one[:-1]): one[-1] for one in rows})
    found.update(one for _, one in _derived(agency, year, known_at))
    return found


def by_case(agency: Agency, year: int, known_at: datetime) -> Iterator[tuple[int, Known]]:
    """The same request by request: the id of its case, and what is heeded of it."""
    every = _standing(agency, year, known_at)
    for row in _told_apart(every, year, known_at, "pk").order_by("pk").iterator():
        yield row[0], _known(row[1:])
    yield from _derived(agency, year, known_at)


def _told_apart(
    states: QuerySet[CaseState], year: int, known_at: datetime, *first: str
) -> QuerySet[CaseState, tuple[Any, ...]]:
    return states.annotate(
        came=era_in_sql("received_on", year),
        ended=era_in_sql("counted_on", year),
        is_late=_whether(Q(counted_on__gt=F("counted_due_on"))),
        is_overdue=_whether(Q(counted_due_on__lte=_past(year, known_at))),
    ).values_list(*first, "channel", "disposition", "came", "ended", "is_late", "is_overdue")


def _known(row: tuple[Any, ...]) -> Known:
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
    """What a year can heed, on CaseState: all else had ended before it began."""
    since = first_day(year)
    ended = Q(counted_on__isnull=True) | Q(counted_on__gte=since)
    return (ended | Q(received_on__gte=since)) & ~Q(state__in=NOT_COUNTED)


def _entered_later(agency: Agency, year: int, known_at: datetime) -> QuerySet[CaseState]:
    """Of those that the tables count as they stand, the ones with any later entry."""
    later = Event.objects.filter(case=OuterRef("pk"), recorded_at__gt=known_at)
    found = settled(agency, known_at).filter(_concerned(year), Exists(later))
    # Later than now nothing was entered: no need to look.
    return found if known_at < moment.now() else found.none()


def _standing(agency: Agency, year: int, known_at: datetime) -> QuerySet[CaseState]:
    stand = settled(agency, known_at).filter(_concerned(year))
    return stand.exclude(pk__in=_entered_later(agency, year, known_at).values("pk"))


def _derived(agency: Agency, year: int, known_at: datetime) -> Iterator[tuple[int, Known]]:
    later = changed_later(agency, known_at).values_list("pk", flat=True)
    others = _entered_later(agency, year, known_at).values_list("pk", flat=True)
    for case, events in ledgers(sorted({*later, *others}), known_at):
        state = CaseState(case_id=case, **derivation.derive(Case(pk=case), events))
        if state.state in NOT_COUNTED or state.received_on is None:
            continue
        ended, due = state.counted_on, state.counted_due_on
        yield (
            case,
            Known(
                state.channel,
                state.disposition,
                era(state.received_on, year),
                era(ended, year),
                bool(ended and due and ended > due),
                bool(due and due <= _past(year, known_at)),
            ),
        )
