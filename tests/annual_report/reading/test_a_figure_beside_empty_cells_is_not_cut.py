"""`508` between empty cells is five hundred and eight, not the figures 5, 0 and 8."""

import re

import pytest

from tests.annual_report.reading.small_tables import report_with_table_two, values
from yangguang.annual_report.report import DoubtKind


@pytest.mark.parametrize("nothing", ["", "/", "—", "无"])
def test_empty_cells_before_it_stay_empty(nothing: str) -> None:
    report = report_with_table_two(f"行政规范性文件 | {nothing} | {nothing} | 508 |")
    assert values(report, "normative_documents") == [None, None, 508]


def test_the_decisions_of_a_table_of_zeros_are_not_cut() -> None:
    report = report_with_table_two("规章 | 0 | 0 | 0 |", "行政许可 | 1200 |")
    assert values(report, "licences") == [1200]


@pytest.mark.parametrize("printed", ["行政规范性文件 | 508 |", "行政规范性文件\n508"])
def test_alone_in_its_row_it_belongs_to_no_column_for_certain(printed: str) -> None:
    report = report_with_table_two(printed)
    assert values(report, "normative_documents") == [None] * 3
    assert any("印了 1 个数字，应有 3 个" in doubt.message for doubt in report.doubts)


def test_against_its_label_it_is_cut_and_the_reader_says_so() -> None:
    report = report_with_table_two("行政规范性文件508")
    assert values(report, "normative_documents") == [5, 0, 8]
    said = [doubt for doubt in report.doubts if doubt.kind is DoubtKind.INFERRED]
    assert len(said) == 1
    assert re.search("行政规范性文件.*断开", said[0].message)


def test_a_run_that_begins_with_zero_is_cut_without_a_word() -> None:
    report = report_with_table_two("行政规范性文件007")
    assert values(report, "normative_documents") == [0, 0, 7]
    assert not report.doubts
