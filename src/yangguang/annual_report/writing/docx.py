"""The report as a Word document in the layout of the official form, on a GB/T 9704 page."""

import io
from collections.abc import Iterable
from typing import Final

from docx.document import Document as DocumentFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.docx_table import add_table
from yangguang.annual_report.writing.figures import notes
from yangguang.annual_report.writing.official_page import (
    BODY,
    HEADING,
    LINE_PITCH,
    TITLE,
    body_words,
    fixed_lines,
    new_document,
)
from yangguang.annual_report.writing.outline import (
    Part,
    parts_of,
    preamble_of,
    title_lines,
    title_of,
)
from yangguang.annual_report.writing.word_text import add_words
from yangguang.annual_report.writing.words_put_right import on_the_whole, on_words
from yangguang.annual_report.writing.zip_file import timeless

_NOTE: Final = ("宋体", 10.0)


def write(report: AnnualReport) -> bytes:
    """The document; the same report gives the same bytes, it does not say when it was written."""
    document = new_document(title_of(report), report.agency)
    _title(document, title_lines(report))
    for text in preamble_of(report):
        _prose(document, text)
    _small(document, on_words(report, PREAMBLE))
    for part in parts_of(report):
        _part(document, report, part)
    _small(document, on_the_whole(report))
    file = io.BytesIO()
    document.save(file)
    return timeless(file.getvalue())


def _part(document: DocumentFile, report: AnnualReport, part: Part) -> None:
    heading = document.add_paragraph(style="Heading 1")
    fixed_lines(heading)
    heading.paragraph_format.first_line_indent = Pt(2 * HEADING[1])
    if part.table is not None and not part.paragraphs:
        heading.paragraph_format.space_after = Pt(6)
    add_words(heading, part.heading, *HEADING)
    for text in part.paragraphs:
        _prose(document, text)
    _small(document, on_words(report, part.number))
    if part.table is None:
        return
    add_table(document, report, part.table)
    _small(document, notes(report, part.table).values())
    fixed_lines(document.add_paragraph(), LINE_PITCH / 2)


def _small(document: DocumentFile, notes: Iterable[str]) -> None:
    for note in notes:
        paragraph = document.add_paragraph()
        fixed_lines(paragraph, 15)
        add_words(paragraph, note, *_NOTE)


def _title(document: DocumentFile, lines: Iterable[str]) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    fixed_lines(title, 35)
    title.paragraph_format.space_after = Pt(LINE_PITCH)
    for number, line in enumerate(lines):
        if number:
            title.add_run().add_break()
        add_words(title, line, *TITLE)


def _prose(document: DocumentFile, text: str) -> None:
    paragraph = document.add_paragraph()
    fixed_lines(paragraph)
    paragraph.paragraph_format.first_line_indent = Pt(2 * BODY[1])
    body_words(paragraph, text)
