"""The report as a workbook: one sheet, the tables where they stand in the report."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from yangguang.annual_report.form.model import Table
from yangguang.annual_report.form.print_layout import Head, lay_out
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import printed
from yangguang.annual_report.writing.grid import boxes
from yangguang.annual_report.writing.outline import parts_of, preamble_of, title_of
from yangguang.annual_report.writing.workbook_file import saved

_LINE = Side(style="thin", color="333333")
_FRAME = Border(_LINE, _LINE, _LINE, _LINE)
_WIDTH = 15
"""Columns of the sheet: Table 4 has as many figures."""
_COLUMN_WIDTH = 11
_CHARACTERS = 80
_LINE_HEIGHT = 16


def write(report: AnnualReport) -> bytes:
    """The workbook. Figures are numbers; a figure with its unit in the cell is text, as printed."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "年度报告"
    for column in range(1, _WIDTH + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN_WIDTH
    line = _text(sheet, 1, title_of(report), bold=True)
    for paragraph in preamble_of(report):
        line = _text(sheet, line, paragraph)
    for part in parts_of(report):
        line = _text(sheet, line, part.heading, bold=True)
        for paragraph in part.paragraphs:
            line = _text(sheet, line, paragraph)
        if part.table is not None:
            line = _table(report, part.table, sheet, line)
    return saved(book)


def _text(sheet: Worksheet, line: int, text: str, bold: bool = False) -> int:
    """Write a paragraph over the sheet's whole width; gives the next line."""
    cell = sheet.cell(line, 1)
    cell.value = text
    cell.data_type = "s"  # a text that begins with = is no formula
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=_WIDTH)
    sheet.row_dimensions[line].height = _LINE_HEIGHT * (len(text) // _CHARACTERS + 1)
    return line + 1


def _table(report: AnnualReport, table: Table, sheet: Worksheet, first: int) -> int:
    """Write a table from line `first` on; gives the line behind it and a blank one."""
    layout = lay_out(table)
    for box in boxes(layout):
        line = first + box.line
        cell = sheet.cell(line, box.column + 1)
        cell.border = _FRAME
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        if isinstance(box.what, Head):
            cell.value = box.what.text
        else:
            cell.value = _figure(report, box.what.cell)
        if box.across > 1 or box.down > 1:
            sheet.merge_cells(
                start_row=line,
                start_column=box.column + 1,
                end_row=line + box.down - 1,
                end_column=box.column + box.across,
            )
    return first + len(layout.head) + len(layout.body) + 1


def _figure(report: AnnualReport, cell_id: str) -> int | float | str | None:
    cell = report.cells[cell_id]
    if cell.value is None or cell.unit:
        return printed(report, cell_id) or None
    whole = int(cell.value)
    return whole if whole == cell.value else float(cell.value)
