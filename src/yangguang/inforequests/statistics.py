"""What an office did in a period: received, closed, on time, open; by result, channel, handler.

Each figure knows which requests it counts (`counting`), and so opens their list.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency, Person
from yangguang.annual_report.form.table3 import TABLE_2021
from yangguang.casework.models import CaseState
from yangguang.inforequests.counting import (
    MEASURE_NAMES,
    NOBODY,
    Counted,
    Measure,
    Period,
    concerned,
    of_period,
    share,
)
from yangguang.inforequests.events import KIND
from yangguang.law.dispositions import Disposition, row
from yangguang.law.receipt import CHANNEL_NAMES, Channel
from yangguang.law.requests import RequestRow

COLUMNS: Final = (
    Measure.RECEIVED,
    Measure.CLOSED,
    Measure.ON_TIME,
    Measure.LATE,
    Measure.OPEN,
    Measure.OVERDUE,
)
"""What stands beside each channel, handler, agency."""
OF_A_MONTH: Final = (Measure.RECEIVED, Measure.CLOSED, Measure.ON_TIME, Measure.LATE)

_Group = tuple[int, int | None, str]
"""Agency, handler, channel."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the requests that it counts."""

    count: int
    counted: Counted

    @property
    def name(self) -> str:
        """What it counts."""
        return str(MEASURE_NAMES[self.counted.measure])


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; `group` stands before several rows; `period` where the row is one."""

    name: str
    figures: tuple[Figure, ...]
    group: str = ""
    period: Period | None = None
    agency: int | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures of a period. `agencies` is empty where there is only one."""

    period: Period
    totals: dict[Measure, Figure]
    results: tuple[Line, ...]
    months: tuple[Line, ...]
    channels: tuple[Line, ...]
    handlers: tuple[Line, ...]
    agencies: tuple[Line, ...]

    @property
    def on_time(self) -> str:
        """The share of what was closed on time, in per cent; empty where nothing was closed."""
        found = share(self.totals[Measure.ON_TIME].count, self.totals[Measure.CLOSED].count)
        return "" if found is None else f"{found}%"


def states_counted(people: Standing) -> QuerySet[CaseState]:
    """The requests that the figures of these people count."""
    seen = people.agencies(Capability.SEE_FIGURES)
    return CaseState.objects.filter(kind=KIND, agency_id__in=seen)


def statistics(
    people: Standing, period: Period, today: date, agency: int | None = None
) -> Statistics:
    """The figures of a period; of one agency (its id), or of all that these people see.

    Six queries, however many requests there are.
    """
    states = states_counted(people)
    if agency:
        states = states.filter(agency=agency)
    states = states.filter(concerned(period))
    everything = Counted(Measure.RECEIVED, period, agency=agency)
    groups = _groups(states, period, today)
    total = sum(groups.values(), Counter[Measure]())
    return Statistics(
        period,
        {one: Figure(total[one], replace(everything, measure=one)) for one in Measure},
        tuple(_results(states, everything, today)),
        tuple(_months(states, everything, today)),
        tuple(_channels(groups, everything)),
        tuple(_handlers(groups, everything)),
        tuple(_agencies(groups, everything)),
    )


def _groups(
    states: QuerySet[CaseState], period: Period, today: date
) -> dict[_Group, Counter[Measure]]:
    """Every measure for each agency, handler and channel. One query."""
    counts = {one.value: Count("pk", filter=of_period(one, period, today)) for one in Measure}
    found = states.values("agency_id", "handler_id", "channel").annotate(**counts).order_by()
    return {
        (one["agency_id"], one["handler_id"], one["channel"]): Counter(
            {measure: one[measure.value] for measure in Measure}
        )
        for one in found
    }


def _rolled_up(
    groups: Mapping[_Group, Counter[Measure]], place: Callable[[_Group], Any]
) -> dict[Any, Counter[Measure]]:
    """The groups that have the same in a place, added; without those that count nothing."""
    found: defaultdict[Any, Counter[Measure]] = defaultdict(Counter)
    for group, counts in groups.items():
        found[place(group)] += counts
    return {key: counts for key, counts in found.items() if counts.total()}


def _figures(counts: Counter[Measure], of: Counted) -> tuple[Figure, ...]:
    return tuple(Figure(counts[one], replace(of, measure=one)) for one in COLUMNS)


def _channels(groups: Mapping[_Group, Counter[Measure]], of: Counted) -> Iterator[Line]:
    found = _rolled_up(groups, lambda group: group[2])
    for channel in Channel:
        if channel in found:
            of_it = replace(of, channel=channel)
            yield Line(CHANNEL_NAMES[channel], _figures(found[channel], of_it))


def _handlers(groups: Mapping[_Group, Counter[Measure]], of: Counted) -> Iterator[Line]:
    """Those who have them now, by name; at the end those that nobody has. One query."""
    found = _rolled_up(groups, lambda group: group[1])
    for person in Person.objects.filter(pk__in=[key for key in found if key]).order_by(
        "name", "pk"
    ):
        yield Line(str(person), _figures(found[person.pk], replace(of, handler=person.pk)))
    if None in found:
        yield Line(_("没有承办人"), _figures(found[None], replace(of, handler=NOBODY)))


def _agencies(groups: Mapping[_Group, Counter[Measure]], of: Counted) -> Iterator[Line]:
    """One query."""
    found = _rolled_up(groups, lambda group: group[0])
    if len(found) < 2:
        return
    for agency in Agency.objects.filter(pk__in=found):
        of_it = replace(of, agency=agency.pk)
        yield Line(agency.short_name, _figures(found[agency.pk], of_it), agency=agency.pk)


def _results(states: QuerySet[CaseState], of: Counted, today: date) -> Iterator[Line]:
    """What was closed, by the rows of Table 3 that count a result. One query."""
    closed = replace(of, measure=Measure.CLOSED)
    found = states.filter(closed.condition(today)).values("disposition")
    counts: Counter[str] = Counter()
    for one in found.annotate(count=Count("pk")).order_by():
        if one["disposition"]:
            counts[row(Disposition(one["disposition"]))] += one["count"]
    ending = {row(one).value for one in Disposition}
    for line in TABLE_2021.rows:
        if line.id in ending:
            figure = Figure(counts[line.id], replace(closed, row=RequestRow(line.id)))
            yield Line(line.label, (figure,), line.group)


def _months(states: QuerySet[CaseState], of: Counted, today: date) -> Iterator[Line]:
    """What came in and what ended, month by month. Two queries."""
    counts: defaultdict[date, Counter[Measure]] = defaultdict(Counter)
    for day, measures in (
        ("received_on", OF_A_MONTH[:1]),
        ("counted_on", OF_A_MONTH[1:]),
    ):
        named = {
            one.value: Count("pk", filter=of_period(one, of.period, today)) for one in measures
        }
        counted = states.filter(of_period(measures[0], of.period, today))
        # By the day: SQLite knows no months, and would ask Python for that of every request.
        for one in counted.values(day).annotate(**named).order_by():
            month = one[day].replace(day=1)
            counts[month] += Counter({each: one[each.value] for each in measures})
    for month in _months_of(of.period):
        of_it = replace(of, period=month)
        of_month = counts[month.since.replace(day=1)]
        figures = tuple(Figure(of_month[one], replace(of_it, measure=one)) for one in OF_A_MONTH)
        name = _("{year}年{month}月").format(year=month.since.year, month=month.since.month)
        yield Line(name, figures, period=month)


def _months_of(period: Period) -> Iterator[Period]:
    """The months of a period, the first and the last as far as they lie in it."""
    since = period.since
    while since <= period.until:
        following = (since.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield Period(since, min(period.until, following - timedelta(days=1)))
        since = following
