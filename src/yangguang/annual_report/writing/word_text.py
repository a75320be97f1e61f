"""Words in a Word document: their font, and what XML can hold of them."""

import re
from typing import Final

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def said_in_xml(text: str) -> str:
    """`text` with a mark for each character that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def add_words(paragraph: Paragraph, text: str, font: str, size: float) -> Run:
    """A run of `text` at the end of a paragraph, in a Chinese font; digits in Times."""
    run = paragraph.add_run(said_in_xml(text))
    run.font.size = Pt(size)
    run.font.name = "Times New Roman"
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run
