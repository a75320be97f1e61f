"""Who has filed a year's report, who is late, who has not begun (Art. 49)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext_lazy as _

from yangguang.agencies.models import Agency
from yangguang.casework.models import CaseState, Event
from yangguang.reporting.due import due_day, kind_of
from yangguang.reporting.events import KIND, What
from yangguang.reporting.life import Stage, stage_name
from yangguang.reporting.models import Urging, YearReport


class Filed(StrEnum):
    """How an agency stands with its report, as its supervising office sees it."""

    NOT_BEGUN = "not_begun"
    BEING_MADE = "being_made"
    TO_TAKE = "to_take"
    RETURNED = "returned"
    TAKEN = "taken"
    CORRECTED = "corrected"


FILED_NAMES: Final = {
    Filed.NOT_BEGUN: _("未开始"),
    Filed.BEING_MADE: _("编制中"),
    Filed.TO_TAKE: _("待审阅"),
    Filed.RETURNED: _("已退回"),
    Filed.TAKEN: _("已收下或者公布"),
    Filed.CORRECTED: _("更正中"),
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

OPEN: Final = frozenset({Filed.NOT_BEGUN, Filed.BEING_MADE, Filed.RETURNED})
"""It is the agency's turn."""


@dataclass(frozen=True, slots=True)
class Line:
    """An agency with its report on a year; `report` is None where it is not begun.

    `stage_is`: how far it is, in words in `stage`; `submitted_on`: when it was first submitted;
    `days`: calendar days left on a day, negative when it is over; None where nothing is due any
    more, or no day is set; `is_public`: whether everyone can read one of its versions.
    """

    agency: Agency
    report: YearReport | None
    filed: Filed
    stage_is: Stage | None
    due: date | None
    submitted_on: date | None
    days: int | None
    is_public: bool

    @property
    def stage(self) -> str:
        """How far it is, in words."""
        if self.stage_is is None:
            return str(FILED_NAMES[Filed.NOT_BEGUN])
        return stage_name(self.stage_is, is_public=self.is_public)

    @property
    def is_open(self) -> bool:
        """Whether the supervising office waits for it: to be submitted, or once more."""
        return self.filed in OPEN and not self.is_public

    @property
    def is_late(self) -> bool:
        """Submitted after the day, or not yet and the day is over."""
        if self.submitted_on:
            return self.due is not None and self.submitted_on > self.due
        return self.days is not None and self.days < 0


def board(agencies: Iterable[int], year: int, on: date) -> list[Line]:
    """A line an agency (of these ids) that has the duty to report. Four queries."""
    every = Agency.objects.filter(pk__in=list(agencies)).select_related(
        "rules", "supervising__parent__supervising"
    )
    found = YearReport.objects.filter(year=year, agency__in=every)
    reports = {one.agency_id: one for one in found}
    cases = [one.case_id for one in reports.values()]
    states = dict(CaseState.objects.filter(pk__in=cases, kind=KIND).values_list("pk", "state"))
    public = Q(kind__in=(What.PUBLISHED, What.BROUGHT_IN))
    filed = Q(kind__in=(What.SUBMITTED, What.PUBLISHED))
    went = {
        case: (first, bool(times))
        for case, first, times in Event.objects.filter(public | filed, case__in=cases)
        .order_by()
        .values_list("case")
        .annotate(first=Min("occurred_on", filter=filed), times=Count("pk", filter=public))
    }
    return [
        _line(one, year, reports.get(one.pk), states, went, on)
        for one in every
        if kind_of(one) is not None
    ]


def reminded(agencies: Iterable[int], year: int) -> dict[int, date]:
    """Agency → when its supervising office last reminded it of that year's report. One query."""
    rows = Urging.objects.filter(agency__in=list(agencies), year=year).order_by()
    return dict(rows.values_list("agency").annotate(last=Max("day")))


def _line(
    agency: Agency,
    year: int,
    report: YearReport | None,
    states: dict[int, str],
    went: dict[int, tuple[date | None, bool]],
    on: date,
) -> Line:
    due = due_day(agency, year)
    stage = Stage(states[report.case_id]) if report else None
    day, is_public = went.get(report.case_id, (None, False)) if report else (None, False)
    return Line(
        agency,
        report,
        _filed(stage, is_public=is_public),
        stage,
        due,
        day,
        (due - on).days if due and not day and not is_public else None,
        is_public,
    )


def _filed(stage: Stage | None, *, is_public: bool) -> Filed:
    """What everyone can read is filed, however far its corrected version is."""
    filed = _OF_STAGE[stage] if stage else Filed.NOT_BEGUN
    return Filed.CORRECTED if is_public and filed is Filed.BEING_MADE else filed
