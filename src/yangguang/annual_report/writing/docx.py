"""The report as a Word document in the layout of the official form, on a GB/T 9704 page.

A4; margins 37 mm above, 28 mm at the binding, 26 mm right, 35 mm below; body 仿宋 16 pt on fixed
lines of 29 pt; title 小标宋 22 pt; headings 黑体; page numbers between dashes (GB/T 9704-2012).
"""

import io
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.table import (
    WD_CELL_VERTICAL_ALIGNMENT,
    WD_ROW_HEIGHT_RULE,
    WD_TABLE_ALIGNMENT,
)
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from yangguang.annual_report.form.model import Table
from yangguang.annual_report.form.print_layout import Head, Layout, lay_out
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import printed
from yangguang.annual_report.writing.grid import Box, boxes
from yangguang.annual_report.writing.outline import parts_of, preamble_of, title_of

_BODY: Final = ("仿宋_GB2312", 16)
_TITLE: Final = ("方正小标宋简体", 22)
_HEADING: Final = ("黑体", 16)
_CELL: Final = ("宋体", 9)
_LINE_PITCH: Final = 29


def write(report: AnnualReport) -> bytes:
    """The document."""
    document = Document()
    _page(document)
    document.core_properties.title = title_of(report)
    document.core_properties.author = report.agency
    document.core_properties.language = "zh-CN"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _words(title, title_of(report), *_TITLE)
    for text in preamble_of(report):
        _prose(document, text)
    for part in parts_of(report):
        heading = document.add_paragraph(style="Heading 1")
        _fixed_lines(heading)
        _words(heading, part.heading, *_HEADING)
        for text in part.paragraphs:
            _prose(document, text)
        if part.table is not None:
            _table(document, report, part.table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: DocumentFile) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    number = section.footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _words(number, "— ", "宋体", 14)
    _field(number.add_run(), "PAGE")
    _words(number, " —", "宋体", 14)


def _field(run: Run, code: str) -> None:
    """A field that Word fills in: the number of the page."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        element: Any = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _words(paragraph: Paragraph, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run.font.color.rgb = RGBColor(0, 0, 0)
    properties = run._r.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _prose(document: DocumentFile, text: str) -> None:
    paragraph = document.add_paragraph()
    _fixed_lines(paragraph)
    paragraph.paragraph_format.first_line_indent = Pt(2 * _BODY[1])
    _words(paragraph, text, *_BODY)


def _fixed_lines(paragraph: Paragraph) -> None:
    form = paragraph.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(_LINE_PITCH)
    form.space_before = form.space_after = Pt(0)


def _table(document: DocumentFile, report: AnnualReport, table: Table) -> None:
    layout = lay_out(table)
    lines = len(layout.head) + len(layout.body)
    grid = document.add_table(lines, layout.width, style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    for column, width in zip(grid.columns, _widths(layout), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for number, line in enumerate(grid.rows):
        line.height_rule, line.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(6.5)
        properties = line._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number < len(layout.head):
            properties.append(OxmlElement("w:tblHeader"))
    for box in boxes(layout):
        what = box.what
        text = what.text if isinstance(what, Head) else printed(report, what.cell)
        _cell(grid, box, text)
    document.add_paragraph()


def _widths(layout: Layout) -> list[Mm]:
    """The columns' widths: together the 156 mm of the text block."""
    match layout.number:
        case 2:
            return [Mm(48), *[Mm(108 / (layout.width - 1))] * (layout.width - 1)]
        case 3:
            figures = layout.width - 3
            return [Mm(11), Mm(19), Mm(49), *[Mm(77 / figures)] * figures]
        case _:
            return [Mm(156 / layout.width)] * layout.width


def _cell(grid: Any, box: Box, text: str) -> None:
    cell = grid.cell(box.line, box.column)
    if box.across > 1 or box.down > 1:
        cell = cell.merge(grid.cell(box.line + box.down - 1, box.column + box.across - 1))
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    label = isinstance(box.what, Head) and box.what.scope == "row"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if label else WD_ALIGN_PARAGRAPH.CENTER
    _words(paragraph, text, *_CELL)
