"""The report as a workbook: the text on one sheet, each table of the form on its own."""

import io

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

_LINE = Side(style="thin", color="333333")
_FRAME = Border(_LINE, _LINE, _LINE, _LINE)
_LABEL_WIDTH = 22
_FIGURE_WIDTH = 12


def write(report: AnnualReport) -> bytes:
    """The workbook. Figures are numbers; a figure with its unit in the cell is text, as printed."""
    book = Workbook()
    text = book.active
    assert isinstance(text, Worksheet)
    text.title = "正文"
    text.column_dimensions["A"].width = 100
    _line(text, title_of(report), bold=True)
    for paragraph in preamble_of(report):
        _line(text, paragraph)
    for part in parts_of(report):
        _line(text, part.heading, bold=True)
        for paragraph in part.paragraphs:
            _line(text, paragraph)
        if part.table is not None:
            _table(report, part.table, book.create_sheet(f"表{part.number}"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _line(sheet: Worksheet, text: str, bold: bool = False) -> None:
    row = (sheet.max_row if sheet["A1"].value is not None else 0) + 1
    cell = sheet.cell(row, 1)
    cell.value = text
    cell.data_type = "s"  # a text that begins with = is no formula
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)


def _table(report: AnnualReport, table: Table, sheet: Worksheet) -> None:
    layout = lay_out(table)
    for box in boxes(layout):
        cell = sheet.cell(box.line + 1, box.column + 1)
        cell.border = _FRAME
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        if isinstance(box.what, Head):
            cell.value = box.what.text
        else:
            cell.value = _figure(report, box.what.cell)
        if box.across > 1 or box.down > 1:
            sheet.merge_cells(
                start_row=box.line + 1,
                start_column=box.column + 1,
                end_row=box.line + box.down,
                end_column=box.column + box.across,
            )
    for column in range(1, layout.width + 1):
        labels = column <= layout.width - len(table.rows[0].columns)
        width = _LABEL_WIDTH if labels else _FIGURE_WIDTH
        sheet.column_dimensions[get_column_letter(column)].width = width


def _figure(report: AnnualReport, cell_id: str) -> int | float | str | None:
    cell = report.cells[cell_id]
    if cell.value is None or cell.unit:
        return printed(report, cell_id) or None
    whole = int(cell.value)
    return whole if whole == cell.value else float(cell.value)
