"""Identities 1–4 say what does not add up, with the arithmetic (the form's notes, 勾稽关系)."""

import pytest

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report
from yangguang.annual_report.checking import Severity


def test_a_column_whose_requests_are_not_all_accounted_for() -> None:
    report = a_report(
        {
            "table3.new.natural_person": 35,
            "table3.granted.natural_person": 34,
            "table3.total.natural_person": 34,
        }
    )

    assert sentences("table3.balance", report) == [
        "“自然人”一列：新收 35 + 结转 0 = 35，而办理结果总计 34 + 结转下年 0 = 34，差 1。"
        "请核对这一列。"
    ]


def test_a_column_whose_results_do_not_sum_to_the_total() -> None:
    report = a_report(
        {
            "table3.granted.other": 3,
            "table3.unable.not_held.other": 4,
            "table3.total.other": 6,
        }
    )

    assert sentences("table3.column_sum", report) == [
        "“法人或其他组织的其他”一列：各项办理结果之和为 3 + 4 = 7，而“（七）总计”为 6，差 1。"
        "请核对这一列。"
    ]


def test_a_row_whose_applicants_do_not_sum_to_the_total() -> None:
    report = a_report(
        {
            "table3.denied.administrative_inquiry.natural_person": 1200,
            "table3.denied.administrative_inquiry.business": 34,
            "table3.denied.administrative_inquiry.total": 1243,
        }
    )

    assert sentences("table3.row_sum", report) == [
        "“（三）不予公开 8.属于行政查询事项”一行："
        "各类申请人之和为 1200 + 34 = 1234，而总计为 1243，差 9。"
        "请核对这一行。"
    ]


@pytest.mark.parametrize(
    ("group", "name"),
    [("review", "行政复议"), ("suit", "未经复议直接起诉"), ("suit_after_review", "复议后起诉")],
)
def test_a_group_of_disputes_whose_results_do_not_sum_to_the_total(group: str, name: str) -> None:
    report = a_report({f"table4.{group}.upheld": 2, f"table4.{group}.total": 3})

    (finding,) = [f for f in found("table4.group_sum", report)]
    assert name in finding.message
    assert "之和为 2，而总计为 3，差 1" in finding.message


def test_a_violated_identity_is_an_error_pinned_to_all_its_cells() -> None:
    report = a_report({"table4.review.upheld": 2})

    (finding,) = found("table4.group_sum", report)
    assert finding.severity is Severity.ERROR
    assert set(finding.cells) == {
        f"table4.review.{column}" for column in ("upheld", "corrected", "other", "pending", "total")
    }


def test_a_count_that_is_negative_or_broken_is_an_error_though_the_sums_hold() -> None:
    report = a_report({"table4.suit.upheld": -1, "table4.suit.other": 1})

    (finding,) = found("tables.not_a_count", report)
    assert finding.severity is Severity.ERROR
    assert finding.cells == ("table4.suit.upheld",)
    assert found("table4.group_sum", report) == []


def test_a_change_of_items_may_be_negative() -> None:
    report = a_report({"table2.licences.decisions": -417})

    assert found("tables.not_a_count", report) == []


@pytest.mark.parametrize(
    ("year", "circular"), [(2020, "国办公开办函〔2019〕60号"), (2022, "国办公开办函〔2021〕30号")]
)
def test_the_basis_is_the_circular_of_the_report_s_year(year: int, circular: str) -> None:
    (finding,) = found("table4.group_sum", a_report({"table4.suit.upheld": 1}, year=year))

    assert finding.basis == f"《政府信息公开工作年度报告格式》（{circular}）"
