"""The report as a workbook: one sheet, the tables where they stand in the report.

It prints on A4, as wide as a page. Figures are numbers, text is text whatever it begins with.
"""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from yangguang.annual_report.form.model import Table
from yangguang.annual_report.form.print_layout import Head, Layout, lay_out
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import MARK, notes, printed
from yangguang.annual_report.writing.grid import Box, boxes
from yangguang.annual_report.writing.outline import parts_of, preamble_of, title_of
from yangguang.annual_report.writing.words_put_right import on_the_whole, on_words
from yangguang.annual_report.writing.workbook_file import saved

_LINE: Final = Side(style="thin", color="333333")
_FRAME: Final = Border(_LINE, _LINE, _LINE, _LINE)
_WIDTH: Final = 15
"""Columns of the sheet: Table 4 has as many figures."""
_COLUMN: Final = 8
"""The width of each, in half-width characters."""
_STARTS: Final = {2: (0, 3, 7, 11), 3: (0, 1, 2, *range(8, _WIDTH))}
"""Where on the sheet the columns of Tables 2 and 3 begin, so that each table is as wide."""
_LINE_HEIGHT: Final = 15
_HIGHEST: Final = 409
"""Points; no row of a workbook is higher."""
_CLAUSE: Final = PatternFill("solid", "C6D9F1")
_REPAIRED: Final = PatternFill("solid", "FFF2CC")
_MOST_CHARACTERS: Final = 32_767
"""More a cell does not hold: a longer paragraph goes on in the next row."""
_MOST_DIGITS: Final = 15
"""More a number of a workbook does not hold exactly."""
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_FONT: Final = "宋体"
_SMALL: Final = Font(_CELL_FONT, 9, color="55606F")
_HEAD: Final = 12
"""Points of the smallest heading."""


def write(report: AnnualReport) -> bytes:
    """The workbook. A figure with its unit in the cell is text, as printed."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "年度报告"
    book.properties.title = _in_xml(title_of(report))[:255]
    book.properties.creator = _in_xml(report.agency)[:255]
    _page(sheet)
    line = _text(sheet, 1, title_of(report), Font("黑体", 16), "center")
    sheet.freeze_panes = "A2"
    for paragraph in preamble_of(report):
        line = _text(sheet, line, paragraph)
    line = _small(sheet, line, on_words(report, PREAMBLE))
    for part in parts_of(report):
        line = _text(sheet, line, part.heading, Font("黑体", 12))
        for paragraph in part.paragraphs:
            line = _text(sheet, line, paragraph)
        line = _small(sheet, line, on_words(report, part.number))
        if part.table is not None:
            line = _table(report, part.table, sheet, line)
    line = _small(sheet, line, on_the_whole(report))
    sheet.print_area = f"A1:{get_column_letter(_WIDTH)}{line - 1}"
    return saved(book)


def _page(sheet: Worksheet) -> None:
    for column in range(1, _WIDTH + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "— &P —"
    sheet.sheet_view.showGridLines = False


def _text(
    sheet: Worksheet, line: int, text: str, font: Font | None = None, side: str = "left"
) -> int:
    """Write a paragraph over the sheet's whole width; gives the next line."""
    text = _in_xml(text)
    for start in range(0, len(text), _MOST_CHARACTERS):
        piece = text[start : start + _MOST_CHARACTERS]
        cell = sheet.cell(line, 1)
        _say(cell, piece)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side)
        cell.font = font or Font(_CELL_FONT, 11)
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=_WIDTH)
        height = _LINE_HEIGHT * (1.6 if font and font.size >= _HEAD else 1)
        sheet.row_dimensions[line].height = min(height * _lines(piece, _WIDTH), _HIGHEST)
        line += 1
    return line


def _small(sheet: Worksheet, line: int, notes: Iterable[str]) -> int:
    """Write notes in small print; gives the next line."""
    for note in notes:
        line = _text(sheet, line, note, _SMALL)
    return line


def _table(report: AnnualReport, table: Table, sheet: Worksheet, first: int) -> int:
    """Write a table from line `first` on, and its notes; gives the line behind a blank one."""
    layout, told = lay_out(table), notes(report, table)
    for box in boxes(layout):
        at = _on_sheet(box, layout, first)
        for line in range(at.min_row, at.max_row + 1):
            for column in range(at.min_col, at.max_col + 1):
                sheet.cell(line, column).border = _FRAME
        cell = sheet.cell(at.min_row, at.min_col)
        cell.font = Font(_CELL_FONT, 10)
        cell.alignment = Alignment(
            wrap_text=True, vertical="center", horizontal=_side(box.what, layout)
        )
        match box.what:
            case Head() as head:
                _say(cell, head.text)
                if head.kind == "clause":
                    cell.fill = _CLAUSE
            case place:
                _figure(report, place.cell, cell)
                if place.cell in told:
                    _mark(cell, told[place.cell])
        if at.size["columns"] > 1 or at.size["rows"] > 1:
            sheet.merged_cells.add(at)  # merge_cells would draw all borders anew
    _heights(sheet, first, layout)
    line = first + len(layout.head) + len(layout.body)
    return _small(sheet, line, told.values()) + 1


def _on_sheet(box: Box, layout: Layout, first: int) -> CellRange:
    """The cells of the sheet that a box of a table takes up."""
    starts = (*_STARTS.get(layout.number, range(_WIDTH)), _WIDTH)
    return CellRange(
        min_col=starts[box.column] + 1,
        min_row=first + box.line,
        max_col=starts[box.column + box.across],
        max_row=first + box.line + box.down - 1,
    )


def _heights(sheet: Worksheet, first: int, layout: Layout) -> None:
    """Rows as high as the longest of their texts: a spreadsheet does not see to merged cells."""
    lines: dict[int, int] = {}
    for box in boxes(layout):
        if isinstance(box.what, Head):
            columns = _on_sheet(box, layout, first).size["columns"]
            needed = -(-_lines(box.what.text, columns) // box.down)
            lines[box.line] = max(lines.get(box.line, 1), needed)
    for number, count in lines.items():
        sheet.row_dimensions[first + number].height = 13 * count + 3


def _lines(text: str, columns: int) -> int:
    """How many lines a text takes in a cell over so many columns."""
    wide = sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)
    return -(-wide // int(0.95 * _COLUMN * columns)) or 1


def _side(what: object, layout: Layout) -> str:
    """Labels of Table 3 and clauses stand to the left, all else in the middle."""
    if isinstance(what, Head) and (
        what.kind == "clause" or (layout.number == 3 and what.scope in ("row", "rowgroup"))
    ):
        return "left"
    return "center"


def _say(cell: Cell | MergedCell, text: str) -> None:
    """Put in a text; one that begins with = is no formula."""
    cell.value = text
    if isinstance(cell, Cell):
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _figure(report: AnnualReport, cell_id: str, cell: Cell | MergedCell) -> None:
    """Put in a figure as a number; what no number can hold, as it is printed."""
    held = report.cells[cell_id]
    text = printed(report, cell_id)
    if held.value is None or held.unit or sum(map(str.isdecimal, text)) > _MOST_DIGITS:
        if text:
            _say(cell, text)
        return
    whole = int(held.value)
    cell.value = whole if whole == held.value else float(held.value)


def _mark(cell: Cell | MergedCell, note: str) -> None:
    """Show that a figure was repaired; it stays a number."""
    cell.fill = _REPAIRED
    cell.number_format = f'General"{MARK}"' if isinstance(cell.value, float) else f'0"{MARK}"'
    comment = Comment(note.removeprefix(MARK).strip(), "阳光")
    comment.width, comment.height = 320, 120
    cell.comment = comment


def _in_xml(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
