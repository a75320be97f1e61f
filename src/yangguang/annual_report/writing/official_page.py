"""The page of an official document in Word (GB/T 9704-2012).

A4; margins 37 mm above, 28 mm at the binding, 26 mm right, 35 mm below; body 仿宋 16 pt, 22 lines
of 28 characters; title 小标宋 22 pt; headings 黑体; page numbers between dashes, 7 mm under the
text, on the outer side.
"""

from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from yangguang.annual_report.writing.word_text import add_words, said_in_xml

BODY: Final = ("仿宋_GB2312", 16.0)
TITLE: Final = ("方正小标宋简体", 22.0)
HEADING: Final = ("黑体", 16.0)
LINE_PITCH: Final = 28.95
"""22 lines in 225 mm."""
_PAGE_NUMBER: Final = ("宋体", 14.0)
_CLOSER: Final = -5
"""Twentieths of a point between characters of 16 pt, so that 28 of them fill 156 mm."""


def new_document(title: str, author: str) -> DocumentFile:
    """An empty document on the standard's page, in Chinese, with its properties."""
    document = Document()
    _speak_chinese(document)
    _set_page(document)
    _forget_template(document)
    document.core_properties.title = said_in_xml(title)[:255]
    document.core_properties.author = said_in_xml(author)[:255]
    document.core_properties.language = "zh-CN"
    return document


def body_words(paragraph: Paragraph, text: str) -> None:
    """Words of the body, 28 to a line."""
    run = add_words(paragraph, text, *BODY)
    closer: Any = OxmlElement("w:spacing")
    closer.set(qn("w:val"), str(_CLOSER))
    run._r.get_or_add_rPr().append(closer)


def fixed_lines(paragraph: Paragraph, points: float = LINE_PITCH) -> None:
    """Lines at a fixed distance, and nothing between paragraphs."""
    form = paragraph.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(points)
    form.space_before = form.space_after = Pt(0)


def _forget_template(document: DocumentFile) -> None:
    """Say nothing of the library's template: what made it, and that it is of 2013."""
    properties = document.core_properties
    properties.comments = ""
    for name in ("created", "modified"):
        for said in properties._element.findall(qn(f"dcterms:{name}")):
            properties._element.remove(said)


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


def _set_page(document: DocumentFile) -> None:
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
