"""The form as a Word document: one page of A4, tables with room to write."""

import io
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from yangguang.inforequests.blank_form.content import TITLE, Form, Part

_SONG: Final = "宋体"
_HEI: Final = "黑体"
_WIDTHS_MM: Final = (34, 52, 34, 52)
"""Of the four columns: a label and its space, twice."""
_HEIGHTS_MM: Final = {1: 7.4, 2: 12.0, 6: 44.0}


def write(form: Form) -> bytes:
    """The document."""
    document = Document()
    document.core_properties.title = f"{TITLE}（{form.agency}）"
    document.core_properties.author = form.agency
    document.core_properties.language = "zh-CN"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(15), Mm(12)
    title = document.add_paragraph(style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _rule_out_border(title)
    _say(title, TITLE, _HEI, 18)
    _say(document.add_paragraph(), f"向　{form.agency}　申请公开政府信息", _SONG, 10.5)
    for part in form.parts:
        heading = document.add_paragraph(style="Heading 2")
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(5), Pt(2)
        _say(heading, part.title, _HEI, 10.5)
        _table(document, part)
    for number, note in enumerate(form.notes, 1):
        paragraph = document.add_paragraph()
        if number == 1:
            paragraph.paragraph_format.space_before = Pt(5)
        _say(paragraph, f"{number}. {note}", _SONG, 9)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: Any, part: Part) -> None:
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        column.width = Mm(width)
    for row in part.rows:
        cells = table.add_row().cells
        for cell, width in zip(cells, _WIDTHS_MM, strict=True):
            cell.width = Mm(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        line = table.rows[-1]
        line.height = Mm(_HEIGHTS_MM[row[0].lines])
        line.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        if len(row) == 1:
            cells = [cells[0], cells[1].merge(cells[3])]
        for at, box in enumerate(row):
            label, space = cells[2 * at], cells[2 * at + 1]
            label.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            _say(label.paragraphs[0], box.label, _SONG, 10)
            ticks = "  ".join(tick.replace(" ", "\u00a0") for tick in box.ticks)
            _say(space.paragraphs[0], ticks, _SONG, 10)


def _say(paragraph: Paragraph, words: str, font: str, size: float) -> None:
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_after or Pt(0)
    paragraph.paragraph_format.line_spacing = 1.15
    run = paragraph.add_run(words)
    run.font.size, run.font.name = Pt(size), font
    run.font.bold = font == _HEI
    run.font.color.rgb = RGBColor(0, 0, 0)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _rule_out_border(title: Paragraph) -> None:
    """Word's own Title style draws a line below; ours has none."""
    style = title.style
    assert style is not None
    properties = style.element.pPr
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
