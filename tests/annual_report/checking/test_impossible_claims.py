"""A file may claim any year and any cell: the checks go on."""

from datetime import date
from decimal import Decimal

import pytest

from tests.annual_report.findings import found
from tests.annual_report.reports import a_report, with_status
from yangguang.annual_report.checking import check
from yangguang.annual_report.report import Status
from yangguang.law.reporting import AgencyKind


@pytest.mark.parametrize("year", [0, 9999, 12345])
def test_a_year_that_no_calendar_has_has_no_due_date(year: int) -> None:
    published = {"published_on": date(2023, 4, 1), "kind": AgencyKind.DEPARTMENT}
    period = (date(2022, 1, 1), date(2022, 12, 31))

    findings = check(a_report(year=year, period=period, **published), a_report(year=2021))

    assert not [f for f in findings if f.rule.startswith("timeliness.")]


@pytest.mark.parametrize("status", [Status.BLANK, Status.ABSENT])
def test_a_cell_that_no_form_has_is_passed_over(status: Status) -> None:
    report = with_status(a_report(), status, "table9.nothing")

    assert found("form.blank_cells", report) == []
    assert found("form.absent_cells", report) == []


def test_a_figure_longer_than_any_computer_word_is_summed_all_the_same() -> None:
    report = a_report({"table4.review.upheld": Decimal("9" * 60)})

    assert len(found("table4.group_sum", report)) == 1
