"""Blank, absent and zero are three things."""

from decimal import Decimal
from random import Random

from tests.generator.hazards import blank_review, no_other_column
from tests.generator.invention import invent
from tests.generator.layouts import html, tabs
from tests.generator.print import printed
from yangguang.annual_report import read_bytes
from yangguang.annual_report.report import Status


def test_a_cell_with_nothing_in_it_is_blank_and_has_no_value() -> None:
    damaged = blank_review(Random(1), printed(invent(Random(1))))
    for layout in (tabs, html):
        report = read_bytes("report", layout(damaged))
        cells = [report.cells[id] for id in report.tables[4].ids_by_row["review"]]
        assert [cell.status for cell in cells] == [Status.BLANK] * 5
        assert [cell.value for cell in cells] == [None] * 5


def test_a_column_that_the_table_lacks_is_absent_and_said_so() -> None:
    damaged = no_other_column(Random(1), printed(invent(Random(1))))
    report = read_bytes("report", tabs(damaged))
    cell = report.cells["table3.new.other"]
    assert (cell.value, cell.status) == (None, Status.ABSENT)
    assert "表三没有“其他”一列" in [doubt.message for doubt in report.doubts]


def test_a_zero_that_is_printed_is_zero() -> None:
    report = read_bytes("report", tabs(printed(invent(Random(1), busy=0))))
    cell = report.cells["table3.new.other"]
    assert (cell.value, cell.status) == (Decimal(0), Status.READ)
