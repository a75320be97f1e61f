"""Blank is not zero, absent is not blank, unreadable is unknown: what each does to a sum."""

from decimal import Decimal

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report, with_status
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport, Status

TABLE3 = FORMS[Edition.E2021].tables[3]
ONE_REQUEST = {
    f"table3.{row}.{column}": 1
    for row in ("new", "granted", "total")
    for column in ("natural_person", "total")
}


def _sums(report: AnnualReport) -> list[str]:
    return [
        f.rule
        for f in check(report)
        if f.rule.rsplit(".", 1)[1] in ("balance", "column_sum", "row_sum", "group_sum", "located")
    ]


def test_blanks_say_nothing_where_the_sum_holds_without_them() -> None:
    report = with_status(a_report(ONE_REQUEST), Status.BLANK, "table3.granted.business")

    assert _sums(report) == []


def test_a_total_over_nothing_but_blanks_is_left_to_the_finding_about_blanks() -> None:
    parts = [f"table4.suit.{c}" for c in ("upheld", "corrected", "other", "pending")]
    report = with_status(a_report({"table4.suit.total": 2}), Status.BLANK, *parts)

    assert _sums(report) == []
    assert len(found("form.blank_cells", report)) == 1


def test_a_blank_where_the_sum_does_not_hold_is_an_error() -> None:
    report = with_status(a_report(ONE_REQUEST), Status.BLANK, "table3.granted.natural_person")
    report = with_status(report, Status.BLANK, "table3.granted.business")

    assert "table3.column_sum" in _sums(report)


def test_a_blank_that_its_row_and_its_column_determine_is_proposed() -> None:
    report = with_status(a_report(ONE_REQUEST), Status.BLANK, "table3.granted.natural_person")

    (finding,) = found("table3.located", report)
    assert finding.proposal is not None
    assert finding.proposal.cell == "table3.granted.natural_person"
    assert finding.proposal.value == Decimal(1)
    assert "该格空白" in finding.message


def test_a_sum_with_an_unreadable_cell_says_nothing() -> None:
    report = with_status(a_report(ONE_REQUEST), Status.UNREADABLE, "table3.granted.natural_person")

    assert _sums(report) == []


def test_a_missing_column_of_zeros_breaks_nothing() -> None:
    other = [TABLE3.cell_id(row.id, "other") for row in TABLE3.rows]

    assert _sums(with_status(a_report(ONE_REQUEST), Status.ABSENT, *other)) == []


def test_what_a_missing_column_may_hold_is_a_warning_not_an_error() -> None:
    natural = [TABLE3.cell_id(row.id, "natural_person") for row in TABLE3.rows]

    report = with_status(a_report(ONE_REQUEST), Status.ABSENT, *natural)

    assert _sums(report) == []
    assert len(sentences("tables.sum_incomplete", report)) == 3


def test_parts_beyond_the_total_are_an_error_though_a_column_is_missing() -> None:
    other = [TABLE3.cell_id(row.id, "other") for row in TABLE3.rows]
    figures = {**ONE_REQUEST, "table3.granted.natural_person": 5}

    assert "row_sum" in " ".join(_sums(with_status(a_report(figures), Status.ABSENT, *other)))
