"""Who has filed a year's report, who is late, who has not begun (Art. 49)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _

from yangguang.agencies.models import Agency
from yangguang.casework.models import CaseState, Event
from yangguang.reporting.due import due_day, kind_of
from yangguang.reporting.events import KIND, What
from yangguang.reporting.life import STAGE_NAMES, Stage
from yangguang.reporting.models import YearReport


class Filed(StrEnum):
    """How an agency stands with its report, as its supervising office sees it."""

    NOT_BEGUN = "not_begun"
    BEING_MADE = "being_made"
    TO_TAKE = "to_take"
    RETURNED = "returned"
    TAKEN = "taken"


FILED_NAMES: Final = {
    Filed.NOT_BEGUN: _("未开始"),
    Filed.BEING_MADE: _("编制中"),
    Filed.TO_TAKE: _("待审阅"),
    Filed.RETURNED: _("已退回"),
    Filed.TAKEN: _("已收下或者公布"),
}

_OF_STAGE: Final = {
    Stage.DRAFTING: Filed.BEING_MADE,
    Stage.IN_APPROVAL: Filed.BEING_MADE,
    Stage.APPROVED: Filed.BEING_MADE,
    Stage.SUBMITTED: Filed.TO_TAKE,
    Stage.RETURNED: Filed.RETURNED,
    Stage.ACCEPTED: Filed.TAKEN,
    Stage.PUBLISHED: Filed.TAKEN,
}


@dataclass(frozen=True, slots=True)
class Line:
    """An agency with its report on a year; `report` is None where it is not begun.

    `submitted_on`: when it was first submitted; `days`: calendar days left on a day, negative when
    it is over; None where nothing is due any more, or no day is set.
    """

    agency: Agency
    report: YearReport | None
    filed: Filed
    stage: str
    due: date | None
    submitted_on: date | None
    days: int | None

    @property
    def is_late(self) -> bool:
        """Submitted after the day, or not yet and the day is over."""
        if self.submitted_on:
            return self.due is not None and self.submitted_on > self.due
        return self.days is not None and self.days < 0


def board(agencies: Iterable[int], year: int, on: date) -> list[Line]:
    """A line an agency (of these ids) that has the duty to report. Three queries."""
    every = Agency.objects.filter(pk__in=list(agencies)).select_related("rules")
    found = YearReport.objects.filter(year=year, agency__in=every)
    reports = {one.agency_id: one for one in found}
    cases = [one.case_id for one in reports.values()]
    states = dict(CaseState.objects.filter(pk__in=cases, kind=KIND).values_list("pk", "state"))
    first = (
        Event.objects.filter(case__in=cases)
        .filter(Q(kind=What.SUBMITTED) | Q(kind=What.PUBLISHED))
        .values("case")
        .annotate(on=Min("occurred_on"))
    )
    submitted = {one["case"]: one["on"] for one in first.order_by()}
    return [
        _line(one, year, reports.get(one.pk), states, submitted, on)
        for one in every
        if kind_of(one) is not None
    ]


def _line(
    agency: Agency,
    year: int,
    report: YearReport | None,
    states: dict[int, str],
    submitted: dict[int, date],
    on: date,
) -> Line:
    due = due_day(agency, year)
    stage = Stage(states[report.case_id]) if report else None
    day = submitted.get(report.case_id) if report else None
    return Line(
        agency,
        report,
        _OF_STAGE[stage] if stage else Filed.NOT_BEGUN,
        str(STAGE_NAMES[stage] if stage else FILED_NAMES[Filed.NOT_BEGUN]),
        due,
        day,
        (due - on).days if due and not day and stage is not Stage.PUBLISHED else None,
    )
