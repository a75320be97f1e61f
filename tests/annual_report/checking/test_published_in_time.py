"""Art. 49: departments by 31 January, governments by 31 March; otherwise silent."""

from datetime import date

import pytest

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report
from yangguang.law.reporting import AgencyKind


@pytest.mark.parametrize(
    ("kind", "last_day"),
    [(AgencyKind.DEPARTMENT, date(2023, 1, 31)), (AgencyKind.GOVERNMENT, date(2023, 3, 31))],
)
def test_the_last_day_is_in_time(kind: AgencyKind, last_day: date) -> None:
    assert found("timeliness.late", a_report(kind=kind, published_on=last_day)) == []


def test_a_day_later_is_late_with_both_dates() -> None:
    report = a_report(kind=AgencyKind.DEPARTMENT, published_on=date(2023, 2, 1))

    assert sentences("timeliness.late", report) == [
        "本报告 2023 年 2 月 1 日公布，县级以上人民政府部门的年度报告应当在"
        " 2023 年 1 月 31 日前公布，晚了 1 天。"
        "请核实公布日期；今后应当按期公布。"
    ]


@pytest.mark.parametrize("kind", [AgencyKind.TOWN, None])
def test_towns_and_unknown_kinds_are_left_alone(kind: AgencyKind | None) -> None:
    report = a_report(kind=kind, published_on=date(2024, 12, 31))

    assert found("timeliness.late", report) == []


def test_a_date_before_the_year_is_over_is_asked_about() -> None:
    assert len(found("timeliness.before_year_end", a_report(published_on=date(2022, 6, 1)))) == 1
    assert found("timeliness.before_year_end", a_report(published_on=date(2023, 1, 5))) == []
