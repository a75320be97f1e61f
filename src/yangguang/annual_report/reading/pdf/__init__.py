"""PDF to blocks: characters to lines, rules to cells, cells to grids, pages to a document.

Everything is read from where it is printed; the order in which the file draws it does not count.
"""

from typing import Final

from yangguang.annual_report.blocks import Document
from yangguang.annual_report.errors import Scanned, Unreadable
from yangguang.annual_report.reading.pdf.geometry import Page
from yangguang.annual_report.reading.pdf.layout import in_order, sheet_of
from yangguang.annual_report.reading.pdf.margins import without_margins
from yangguang.annual_report.reading.pdf.paragraphs import setting_of
from yangguang.annual_report.reading.pdf.source import pages_of
from yangguang.annual_report.reading.pdf.stream import Stream

_INSTEAD: Final = "请向制作单位索取文字版，或另存为网页（HTML）、文本（TXT）后再试。"
_SCANNED: Final = "这份 PDF 是扫描件：里面只有图片，没有文字，目前还不能读取。" + _INSTEAD
_NO_TEXT: Final = "这份 PDF 里没有文字。请确认选对了文件。"
_NAMELESS: Final = "这份 PDF 的字体没有写明是哪些字，读出来会是乱码，所以没有读取。" + _INSTEAD
_PICTURE: Final = 0.3
"""A page without text of which pictures cover this share is a scan."""

_MOST_NAMELESS: Final = 0.1


def read_pdf(file: str, data: bytes) -> Document:
    """The blocks of a PDF; each knows its page and its box. Raises Unreadable."""
    sheets = [sheet_of(page) for page in pages_of(data)]
    scanned = _scanned([sheet.page for sheet in sheets])
    kept = without_margins([(sheet.page, sheet.lines) for sheet in sheets])
    setting = setting_of([line for lines in kept for line in lines])
    stream = Stream()
    for sheet, lines in zip(sheets, kept, strict=True):
        stream.take(sheet.page, in_order(sheet, lines), setting)
    return Document(file, stream.end(), scanned)


def _scanned(pages: list[Page]) -> tuple[int, ...]:
    """The pages that are only a picture. Raises Unreadable where there is no text to read."""
    characters = sum(len(page.glyphs) for page in pages)
    scanned = tuple(p.number for p in pages if not p.glyphs and p.pictured >= _PICTURE)
    if not characters:
        if scanned:
            raise Scanned(_SCANNED)
        raise Unreadable(_NO_TEXT)
    if sum(page.unmapped for page in pages) > _MOST_NAMELESS * characters:
        raise Unreadable(_NAMELESS)
    return scanned
