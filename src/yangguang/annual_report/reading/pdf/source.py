"""The file as PDFium gives it: pages with their characters, ruling lines and pictures.

A page is opened once, nothing is rendered, and no picture is unpacked; what a file may hold is
bounded.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2.raw as pdfium

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.pdf.geometry import Page, Turn
from yangguang.annual_report.reading.pdf.marks import marks_of
from yangguang.annual_report.reading.pdf.script import glyphs_of, script_of

MOST_PAGES: Final = 200
MOST_CHARACTERS: Final = 400_000

_ENCRYPTED: Final = "这份 PDF 设有打开密码，不能读取。请先用密码打开，另存为没有密码的 PDF 后再试。"
_DAMAGED: Final = "这份 PDF 打不开：文件不完整或已损坏。请重新下载或重新导出后再试。"
_TOO_LONG: Final = (
    "这份 PDF 有 {pages} 页，超过了 {limit} 页的上限。年度报告一般不到 30 页：请只留报告正文。"
)
_TOO_MUCH_TEXT: Final = "这份 PDF 的文字比一份年度报告多得多，没有读取。请只留报告正文后再试。"


def pages_of(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, in order; one that is damaged is left out. Raises Unreadable."""
    with opened(data) as (document, count):
        characters = found = 0
        for index in range(count):
            handle = pdfium.FPDF_LoadPage(document, index)
            if not handle:
                continue
            try:
                page = _page(handle, index + 1)
            finally:
                pdfium.FPDF_ClosePage(handle)
            found += 1
            characters += len(page.glyphs)
            if characters > MOST_CHARACTERS:
                raise Unreadable(_TOO_MUCH_TEXT)
            yield page
        if not found:
            raise Unreadable(_DAMAGED)


@contextmanager
def opened(data: bytes) -> Iterator[tuple[Any, int]]:
    """The document in `data` as PDFium's handle, and how many pages it has. Raises Unreadable."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable(_ENCRYPTED if locked else _DAMAGED)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise Unreadable(_TOO_LONG.format(pages=count, limit=MOST_PAGES))
        yield document, count
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(handle: Any, number: int) -> Page:
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(frame))
    shown_at = -pdfium.FPDFPage_GetRotation(handle) % 4
    script, marks = script_of(handle, frame.left, frame.top), marks_of(handle)
    quarters = script.quarters
    turn = Turn(
        shown_at if quarters is None else quarters, frame.left, frame.bottom, frame.right, frame.top
    )
    wide, high = turn.size
    return Page(
        number,
        turn,
        shown_at,
        glyphs_of(script, turn),
        [turn.upright(*stroke) for stroke in marks.strokes],
        min(1.0, marks.pictured / (wide * high)) if wide * high > 0 else 0.0,
        script.unmapped,
    )
