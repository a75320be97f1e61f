"""In a written workbook figures are numbers, text is text, and it prints as wide as a page."""

import io
from dataclasses import replace
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.annual_report.reports import a_report, with_figure, with_sections
from yangguang.annual_report import AnnualReport
from yangguang.annual_report.checking import Proposal
from yangguang.annual_report.repair import apply
from yangguang.annual_report.report import Cell, Status
from yangguang.annual_report.writing import write

CELL = "table3.granted.business"


def _sheet(report: AnnualReport) -> Worksheet:
    sheet = load_workbook(io.BytesIO(write(report, "xlsx"))).active
    assert isinstance(sheet, Worksheet)
    return sheet


def _holding(sheet: Worksheet, value: object) -> list[str]:
    return [c.data_type for row in sheet.iter_rows() for c in row if c.value == value]


def test_a_figure_is_a_number() -> None:
    assert _holding(_sheet(with_figure(a_report(), CELL, 12345)), 12345) == ["n"]


def test_a_figure_with_its_unit_is_text() -> None:
    fees = Cell(Decimal("12.5"), Status.READ, unit="万元")
    report = a_report()
    report = replace(report, cells={**report.cells, "table2.fees.amount": fees})
    assert _holding(_sheet(report), "12.5万元") == ["s"]


def test_a_figure_longer_than_a_number_can_be_keeps_all_its_digits() -> None:
    digits = "12345678901234567890"
    assert _holding(_sheet(with_figure(a_report(), CELL, Decimal(digits))), digits) == ["s"]


def test_text_is_never_a_formula() -> None:
    formula = '=HYPERLINK("https://example.cn")'
    sheet = _sheet(with_sections(a_report(), (1, "总体情况", f"{formula}\n+1\n@甲")))
    assert [_holding(sheet, text) for text in (formula, "+1", "@甲")] == [["s"]] * 3


def test_a_repaired_figure_stays_a_number_with_a_mark_and_a_comment() -> None:
    report = with_figure(a_report(), CELL, 33)
    sheet = _sheet(apply(report, [Proposal(CELL, Decimal(7), "应为 7。")]))
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == 7]
    assert cell.number_format == '0"*"'
    assert cell.comment is not None
    assert "原文为 33，现为 7" in cell.comment.text


def test_it_prints_on_pages_of_a4_as_wide_as_one() -> None:
    sheet = _sheet(a_report())
    assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
