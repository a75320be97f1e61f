"""Identities 5 and 6: what a report takes over from the one before."""

from dataclasses import replace

import pytest

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report, with_status
from yangguang.annual_report.checking import Severity, check
from yangguang.annual_report.form import Edition
from yangguang.annual_report.report import Status

CARRIED = {
    f"table3.{row}.{column}": 4
    for row in ("carried_over", "carried_forward")
    for column in ("natural_person", "total")
}


def _of_2021(figures: dict | None = None, **facts):
    return a_report(figures, year=2021, **facts)


def test_nothing_is_said_without_the_year_before() -> None:
    assert not any(f.rule.startswith("years.") for f in check(a_report(CARRIED)))


def test_what_was_carried_forward_must_be_carried_over() -> None:
    last = _of_2021({"table3.carried_forward.business": 2, "table3.carried_forward.total": 2})

    findings = found("years.carried_over", a_report(), last)

    assert [f.message for f in findings] == [
        "“商业企业”一列：上年结转 0，而上年年报结转下年度继续办理 2，差 2。"
        "请对照登记台账核对两年的数字。",
        "“总计”一列：上年结转 0，而上年年报结转下年度继续办理 2，差 2。"
        "请对照登记台账核对两年的数字。",
    ]
    assert findings[0].severity is Severity.ERROR
    assert findings[0].cells == ("table3.carried_over.business",)


def test_what_agrees_is_not_flagged() -> None:
    assert found("years.carried_over", a_report(CARRIED), _of_2021(CARRIED)) == []


def test_a_cell_that_could_not_be_read_is_not_compared() -> None:
    last = with_status(_of_2021(CARRIED), Status.UNREADABLE, "table3.carried_forward.business")
    now = with_status(a_report(CARRIED), Status.ABSENT, "table3.carried_over.other")

    assert found("years.carried_over", now, last) == []


def test_documents_in_force_follow_from_last_year() -> None:
    last = _of_2021({"table2.normative_documents.in_force": 43})
    now = a_report(
        {
            "table2.normative_documents.issued": 3,
            "table2.normative_documents.repealed": 25,
            "table2.normative_documents.in_force": 27,
        }
    )

    (finding,) = found("years.in_force", now, last)

    assert finding.severity is Severity.WARNING
    assert "上年现行有效 43 + 本年制发 3 - 本年废止 25 = 21，而本年现行有效为 27" in finding.message


def test_documents_in_force_are_not_compared_across_editions() -> None:
    last = _of_2021({"table2.normative_documents.in_force": 43}, edition=Edition.E2019)

    assert found("years.in_force", a_report(), last) == []


def test_a_report_of_another_year_is_not_compared() -> None:
    last = replace(_of_2021({"table3.carried_forward.business": 2}), year=2019)

    assert found("years.carried_over", a_report(), last) == []
    assert sentences("years.other_year", a_report(), last) == [
        "给出的上年年报是 2019 年度的，本报告是 2022 年度的，没有作跨年核对。请换用上一年度的年报。"
    ]


@pytest.mark.parametrize("agency", ["白河县林草局", "青禾县财政局", "云溪市青禾县教育局"])
def test_a_report_of_another_agency_is_not_compared(agency: str) -> None:
    last = _of_2021({"table3.carried_forward.business": 2}, agency=agency)

    assert found("years.carried_over", a_report(), last) == []
    (sentence,) = sentences("years.other_agency", a_report(), last)
    assert agency in sentence and "没有作跨年核对" in sentence


def test_a_report_of_an_agency_that_may_have_been_renamed_is_compared_with_a_warning() -> None:
    last = _of_2021({"table3.carried_forward.business": 2}, agency="青禾县林业和园林局")

    assert len(found("years.carried_over", a_report(), last)) == 1
    (sentence,) = sentences("years.other_agency", a_report(), last)
    assert "如不是同一机关" in sentence


@pytest.mark.parametrize("agency", ["云溪市青禾县林草局", "林草局", ""])
def test_with_or_without_the_places_above_it_an_agency_is_the_same(agency: str) -> None:
    last = _of_2021({"table3.carried_forward.business": 2}, agency=agency)

    assert len(found("years.carried_over", a_report(), last)) == 1
    assert found("years.other_agency", a_report(), last) == []
