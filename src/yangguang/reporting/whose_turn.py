"""Whose turn it is with annual reports: what waits for one person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, QuerySet
from django.utils.functional import cached_property

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import approval, moment
from yangguang.casework.models import Approval, Event
from yangguang.law.clock.words import with_weekday
from yangguang.reporting import comments, life
from yangguang.reporting.actions.urge import supervised
from yangguang.reporting.board import Filed, Line, board, reminded
from yangguang.reporting.due import said_of_rest
from yangguang.reporting.life import Stage
from yangguang.reporting.models import YearReport
from yangguang.reporting.reminding.countdown import BEFORE
from yangguang.reporting.rolling_up.scope import adds_up, scope, tree
from yangguang.reporting.rolling_up.taking import Basis

MOST_YEARS: Final = 3
"""Of how many years, the last first, one is told that a report is unfinished."""
FIRST: Final = 5
"""How many of what waits for the supervising office are shown; of the rest it is said how many."""


@dataclass(frozen=True, slots=True)
class Own:
    """A report that one writes and that everyone cannot read yet.

    `left`: calendar days to its day, negative after it; None: no day is set, or it is a corrected
    version. `comments`: of the supervising office, on what it returned. `reminded`: by it, last.
    `missing`: how many members' reports a government's still lacks.
    """

    line: Line
    year: int
    left: int | None
    comments: int = 0
    reminded: date | None = None
    missing: int = 0

    @property
    def overdue(self) -> int:
        """By how many days."""
        return max(0, -self.left) if self.left is not None else 0

    @property
    def due(self) -> str:
        """Its day, with the day of the week."""
        return with_weekday(self.line.due) if self.line.due else ""

    @property
    def of_rest(self) -> str:
        """That a day of rest does not put it off; said while the days are counted to people."""
        is_near = self.left is not None and 0 <= self.left <= max(BEFORE)
        return said_of_rest(self.line.due) if is_near and self.line.due else ""


@dataclass(frozen=True)
class WhoseTurn:
    """What waits for a person; asked for when it is looked at."""

    people: Standing
    on: date

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self.own or self.to_approve or self.to_take)

    @cached_property
    def own(self) -> list[Own]:
        """The reports that one writes and that are not public: last year's from 1 January on.

        And those that were begun of other years. Three queries and four a year, at most
        MOST_YEARS; six more for a government's report.
        """
        agencies = self.people.agencies(Capability.REPORT)
        if not agencies:
            return []
        last = self.on.year - 1
        begun = _open(agencies).values_list("year", flat=True).order_by("-year").distinct()
        years = sorted({last, *begun[:MOST_YEARS]}, reverse=True)[:MOST_YEARS]
        lines = [
            (one, year)
            for year in years
            for one in board(agencies, year, self.on)
            if _is_unfinished(one, is_last=year == last)
        ]
        said = comments.how_many(
            [one.report.pk for one, _year in lines if one.report and _is_returned(one)]
        )
        words = reminded(agencies, last)
        return [
            Own(
                one,
                year,
                (one.due - self.on).days if one.due and not one.is_public else None,
                said.get(one.report.pk, 0) if one.report and _is_returned(one) else 0,
                words.get(one.agency.pk) if year == last and one.is_open else None,
                self._missing(one, year),
            )
            for one, year in lines
        ]

    @cached_property
    def to_approve(self) -> list[YearReport]:
        """The reports of which one can decide the level that is due. Four queries at most."""
        where = frozenset[int]().union(*(self.people.agencies(one) for one in life.PLAN))
        waiting = YearReport.objects.filter(
            agency__in=where, case__state__state=Stage.IN_APPROVAL
        ).select_related("agency")
        reports = {one.case_id: one for one in waiting} if where else {}
        if not reports:
            return []
        now = life.standings(Event.objects.filter(case__in=reports))
        under_way = {one.approval: reports[case] for case, one in now.items()}
        rounds = Approval.objects.filter(pk__in=under_way).prefetch_related("steps")
        return [
            under_way[one.pk]
            for one in rounds.order_by("pk")
            if not approval.objection(one, self.people)
        ]

    @property
    def only_to_approve(self) -> list[YearReport]:
        """Those of `to_approve` that one does not write as well: they stand in `own`."""
        own = {one.line.report.pk for one in self.own if one.line.report}
        return [one for one in self.to_approve if one.pk not in own]

    @cached_property
    def to_take(self) -> list[YearReport]:
        """The first few that were submitted to one's office, the oldest first. One query."""
        return list(self._submitted.order_by("case__opened_at")[:FIRST])

    @cached_property
    def more_to_take(self) -> dict[int, int]:
        """Year → how many these are, the last year first; nothing where the first few are all.

        One query where they may not be.
        """
        if len(self.to_take) < FIRST:
            return {}
        by_year = self._submitted.order_by("-year").values_list("year")
        counted = dict(by_year.annotate(many=Count("pk")))
        return counted if sum(counted.values()) > FIRST else {}

    @property
    def _submitted(self) -> QuerySet[YearReport]:
        below = supervised(self.people)
        found = YearReport.objects.filter(agency__in=below, case__state__state=Stage.SUBMITTED)
        return found.select_related("agency")

    def _missing(self, line: Line, year: int) -> int:
        """As `Rollup.missing` has it, without adding anything up."""
        is_written = line.stage_is is None or line.stage_is in life.BEING_WRITTEN
        if not is_written or not adds_up(line.agency):
            return 0
        decided = scope(line.agency, year, moment.now(), tree())
        members = board(decided.chosen.members, year, self.on)
        return sum(not _is_there(one, decided.basis) for one in members)


def _open(agencies: Collection[int]) -> QuerySet[YearReport]:
    """What was begun and is not published, or is corrected."""
    return YearReport.objects.filter(agency__in=agencies, case__state__closed_on=None)


def _is_unfinished(line: Line, *, is_last: bool) -> bool:
    if line.report is None:
        return is_last
    return line.stage_is is not Stage.PUBLISHED


def _is_there(line: Line, basis: Basis) -> bool:
    is_submitted = line.filed in {Filed.TO_TAKE, Filed.TAKEN}
    return line.is_public or (basis is Basis.SUBMITTED and is_submitted)


def _is_returned(line: Line) -> bool:
    return line.stage_is is Stage.RETURNED
