"""The report as a Word document in the layout of the official form, on a GB/T 9704 page.

A4; margins 37 mm above, 28 mm at the binding, 26 mm right, 35 mm below; body 仿宋 16 pt, 22 lines
of 28 characters; title 小标宋 22 pt; headings 黑体; page numbers between dashes, 7 mm under the
text, on the outer side (GB/T 9704-2012).
"""

import io
from collections.abc import Iterable
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.docx_table import add_table
from yangguang.annual_report.writing.figures import notes
from yangguang.annual_report.writing.outline import (
    Part,
    parts_of,
    preamble_of,
    title_lines,
    title_of,
)
from yangguang.annual_report.writing.word_text import add_words, said_in_xml

_BODY: Final = ("仿宋_GB2312", 16.0)
_TITLE: Final = ("方正小标宋简体", 22.0)
_HEADING: Final = ("黑体", 16.0)
_NOTE: Final = ("宋体", 10.0)
_PAGE_NUMBER: Final = ("宋体", 14.0)
_LINE_PITCH: Final = 28.95
"""22 lines in 225 mm."""
_CLOSER: Final = -5
"""Twentieths of a point between characters of 16 pt, so that 28 of them fill 156 mm."""


def write(report: AnnualReport) -> bytes:
    """The document."""
    document = Document()
    _speak_chinese(document)
    _page(document)
    document.core_properties.title = said_in_xml(title_of(report))[:255]
    document.core_properties.author = said_in_xml(report.agency)[:255]
    document.core_properties.language = "zh-CN"
    _title(document, title_lines(report))
    for text in preamble_of(report):
        _prose(document, text)
    for part in parts_of(report):
        _part(document, report, part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _part(document: DocumentFile, report: AnnualReport, part: Part) -> None:
    heading = document.add_paragraph(style="Heading 1")
    _fixed_lines(heading, _LINE_PITCH)
    heading.paragraph_format.first_line_indent = Pt(2 * _HEADING[1])
    if part.table is not None and not part.paragraphs:
        heading.paragraph_format.space_after = Pt(6)
    add_words(heading, part.heading, *_HEADING)
    for text in part.paragraphs:
        _prose(document, text)
    if part.table is None:
        return
    add_table(document, report, part.table)
    for note in notes(report, part.table).values():
        below = document.add_paragraph()
        _fixed_lines(below, 15)
        add_words(below, note, *_NOTE)
    _fixed_lines(document.add_paragraph(), _LINE_PITCH / 2)


def _speak_chinese(document: DocumentFile) -> None:
    """The language by which fonts and line breaks are chosen; styles without colours of theirs."""
    styles = document.styles
    defaults: Any = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")
    heading = styles["Heading 1"]
    heading.font.bold = False
    heading.font.color.rgb = RGBColor(0, 0, 0)


def _page(document: DocumentFile) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(23)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)


def _page_number(line: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 —, one character in from the outer edge."""
    line.alignment = side
    form = line.paragraph_format
    form.left_indent = form.right_indent = Pt(_PAGE_NUMBER[1])
    add_words(line, "— ", *_PAGE_NUMBER)
    _field(add_words(line, "", *_PAGE_NUMBER), "PAGE")
    add_words(line, " —", *_PAGE_NUMBER)


def _field(run: Run, code: str) -> None:
    """A field that Word fills in: the number of the page."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        element: Any = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _title(document: DocumentFile, lines: Iterable[str]) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _fixed_lines(title, 35)
    title.paragraph_format.space_after = Pt(_LINE_PITCH)
    for number, line in enumerate(lines):
        if number:
            title.add_run().add_break()
        add_words(title, line, *_TITLE)


def _prose(document: DocumentFile, text: str) -> None:
    paragraph = document.add_paragraph()
    _fixed_lines(paragraph, _LINE_PITCH)
    paragraph.paragraph_format.first_line_indent = Pt(2 * _BODY[1])
    run = add_words(paragraph, text, *_BODY)
    closer: Any = OxmlElement("w:spacing")
    closer.set(qn("w:val"), str(_CLOSER))
    run._r.get_or_add_rPr().append(closer)


def _fixed_lines(paragraph: Paragraph, points: float) -> None:
    form = paragraph.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(points)
    form.space_before = form.space_after = Pt(0)
