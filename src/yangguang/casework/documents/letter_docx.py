"""A letter as a Word document on a GB/T 9704 page."""

import io
from typing import Final

from docx.document import Document as DocumentFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from yangguang.annual_report.writing.official_page import (
    BODY,
    HEADING,
    TITLE,
    body_words,
    fixed_lines,
    new_document,
)
from yangguang.annual_report.writing.word_text import add_words
from yangguang.casework import examining
from yangguang.casework.documents.sheet import Sheet

MEDIA_TYPE: Final = examining.WORD
_SIZE: Final = BODY[1]


def write(sheet: Sheet) -> bytes:
    """The document."""
    document = new_document(sheet.title, sheet.agency)
    if sheet.mark:
        _mark(document, sheet.mark)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    fixed_lines(title, 33)
    add_words(title, sheet.title, *TITLE)
    if sheet.number:
        _line(document, sheet.number).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(document, "")
    if sheet.addressee:
        _line(document, sheet.addressee)
    last = None
    for text in sheet.paragraphs:
        last = _line(document, text, first_line=2)
        last.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _enclosures(document, sheet)
    if last is not None:
        # A signature never stands on a page of its own.
        last.paragraph_format.keep_with_next = True
    _signature(document, sheet)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _mark(document: DocumentFile, mark: str) -> None:
    """What stands over every page: odd and even ones have headers of their own."""
    section = document.sections[0]
    for line in (section.header.paragraphs[0], section.even_page_header.paragraphs[0]):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_words(line, mark, *HEADING)


def _enclosures(document: DocumentFile, sheet: Sheet) -> None:
    if not sheet.enclosures:
        return
    _line(document, "").paragraph_format.keep_with_next = True
    for words, hanging in sheet.enclosure_lines:
        line = _line(document, words)
        line.paragraph_format.left_indent = Pt(sheet.enclosures_indent * _SIZE)
        line.paragraph_format.first_line_indent = Pt(-hanging * _SIZE)
        line.paragraph_format.keep_with_next = True


def _signature(document: DocumentFile, sheet: Sheet) -> None:
    for _ in range(2):
        _line(document, "").paragraph_format.keep_with_next = True
    for text, indent in ((sheet.agency, sheet.agency_indent), (sheet.date, sheet.date_indent)):
        line = _line(document, text)
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.right_indent = Pt(indent * _SIZE)
        line.paragraph_format.keep_with_next = text == sheet.agency


def _line(document: DocumentFile, text: str, first_line: float = 0) -> Paragraph:
    paragraph = document.add_paragraph()
    fixed_lines(paragraph)
    if first_line:
        paragraph.paragraph_format.first_line_indent = Pt(first_line * _SIZE)
    if text:
        body_words(paragraph, text)
    return paragraph
