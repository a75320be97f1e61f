"""A table of the form in a Word document: widths, merged cells and shading of the official model.

A table stays on one page with its heading where it can; its head is repeated where it cannot.
"""

from typing import Any, Final

from docx.document import Document
from docx.enum.table import (
    WD_CELL_VERTICAL_ALIGNMENT,
    WD_ROW_HEIGHT_RULE,
    WD_TABLE_ALIGNMENT,
)
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

from yangguang.annual_report.form.model import Table
from yangguang.annual_report.form.print_layout import Head, Layout, lay_out
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import MARK, is_repaired, printed
from yangguang.annual_report.writing.grid import Box, boxes
from yangguang.annual_report.writing.widths import widths
from yangguang.annual_report.writing.word_text import add_words

_WIDTH: Final = 156
_FONT: Final = ("宋体", 10.0)
_LINE: Final = 12
_HEIGHT: Final = 6
_BESIDE: Final = Pt(2.8)
"""Beside the words of a label, as in the model; figures have the whole width of their cell."""
_SMALLEST: Final = 6.0
SHADE: Final = "C6D9F1"
"""Behind the clauses of Table 2, as in the model."""
_REPAIRED: Final = "FFF2CC"


def add_table(document: Document, report: AnnualReport, table: Table) -> None:
    """Write a table with the report's figures at the end of the document."""
    layout = lay_out(table)
    lines = len(layout.head) + len(layout.body)
    grid = document.add_table(lines, layout.width, style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    _margins(grid._tbl.tblPr)
    shares: list[Length] = [Mm(_WIDTH * share) for share in widths(layout)]
    for column, width in zip(grid.columns, shares, strict=True):
        column.width = width
    for number, line in enumerate(grid.rows):
        line.height_rule, line.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(_HEIGHT)
        properties = line._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number < len(layout.head):
            properties.append(OxmlElement("w:tblHeader"))
    cells = [list(line.cells) for line in grid.rows]
    for box in boxes(layout):
        _fill(cells, box, report, layout, shares)
    for line in cells[:-1]:
        for cell in line:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _margins(properties: Any) -> None:
    """No margins within cells: a figure may need the whole width."""
    margins: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge: Any = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(margins)


def _fill(
    cells: list[list[Any]], box: Box, report: AnnualReport, layout: Layout, shares: list[Length]
) -> None:
    cell = cells[box.line][box.column]
    if box.across > 1 or box.down > 1:
        cell = cell.merge(cells[box.line + box.down - 1][box.column + box.across - 1])
    width = Length(sum(shares[box.column :][: box.across]))
    for line in range(box.line, box.line + box.down):
        cells[line][box.column].width = width
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = _side(box.what, layout)
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(_LINE)
    match box.what:
        case Head() as head:
            form.left_indent = form.right_indent = _BESIDE
            add_words(paragraph, head.text, *_FONT)
            if head.kind == "clause":
                _shade(cell, SHADE)
        case place:
            figure = printed(report, place.cell)
            is_marked = is_repaired(report, place.cell)
            size = _size_of(figure + MARK * is_marked, width)
            add_words(paragraph, figure, _FONT[0], size)
            if is_marked:
                add_words(paragraph, MARK, _FONT[0], size).font.superscript = True
                _shade(cell, _REPAIRED)


def _size_of(figure: str, width: Length) -> float:
    """The size at which a figure is not broken: a digit is half as wide as it is high."""
    halves = sum(1 if char.isascii() else 2 for char in figure)
    fitting = (width.pt - 2) / (halves / 2) if halves else _FONT[1]
    return max(min(_FONT[1], int(2 * fitting) / 2), _SMALLEST)


def _side(what: object, layout: Layout) -> WD_ALIGN_PARAGRAPH:
    """Labels of Table 3 and clauses stand to the left, all else in the middle."""
    if isinstance(what, Head) and (
        what.kind == "clause" or (layout.number == 3 and what.scope in ("row", "rowgroup"))
    ):
        return WD_ALIGN_PARAGRAPH.LEFT
    return WD_ALIGN_PARAGRAPH.CENTER


def _shade(cell: Any, colour: str) -> None:
    shade: Any = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), colour)
    properties = cell._tc.get_or_add_tcPr()
    properties.insert_element_before(
        shade, "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark"
    )
