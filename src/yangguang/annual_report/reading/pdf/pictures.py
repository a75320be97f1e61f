"""A page of a PDF as a picture, for people to see where a figure stands.

Meant for the worker's child: what a stranger's file draws may take memory and time.
"""

import ctypes
import io
import math
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium
from PIL import Image

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.pdf.source import opened

MOST_PIXELS: Final = 3_000_000
"""A4 at 150 dots an inch has 2.2 million."""
LARGEST_PICTURE: Final = 700_000
"""Bytes that a picture should not exceed: what takes more is drawn more coarsely."""

_DOTS_A_POINT: Final = 150 / 72
_QUALITIES: Final = (75, 45, 20)
_EFFORT: Final = 2
"""Of WebP: half the time of its default for pictures 3 % larger."""
LONGEST: Final = 8
"""A page this many times as long as it is wide is no page to look at."""

_A4: Final = (595.0, 842.0)
_NO_SUCH_PAGE: Final = "这份 PDF 的第 {number} 页打不开。"
_ODD_SIZE: Final = "这份 PDF 第 {number} 页的尺寸不正常，没有画成图片。"


class Picture(NamedTuple):
    """A page as a WebP: its size in points as shown, the picture's in pixels, its bytes.

    `pages` is how many pages the file has.
    """

    pages: int
    width: float
    height: float
    across: int
    down: int
    data: bytes


def sizes_of(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of the PDF in `data`, in points as shown. Raises Unreadable."""
    with opened(data) as (document, pages):
        return [_size(document, index) for index in range(pages)]


def _size(document: Any, index: int) -> tuple[float, float]:
    """Of a page that does not open, that of A4: what is drawn in its place is said there."""
    size = pdfium.FS_SIZEF()
    if not pdfium.FPDF_GetPageSizeByIndexF(document, index, ctypes.byref(size)):
        return _A4
    known = 1 <= size.width < math.inf and 1 / LONGEST <= size.height / size.width <= LONGEST
    return (round(size.width, 1), round(size.height, 1)) if known else _A4


def picture_of(data: bytes, number: int) -> Picture:
    """Page `number` (from 1) of the PDF in `data`. Raises Unreadable."""
    with opened(data) as (document, pages):
        page = pdfium.FPDF_LoadPage(document, number - 1)
        if not page:
            raise Unreadable(_NO_SUCH_PAGE.format(number=number))
        try:
            width = pdfium.FPDF_GetPageWidthF(page)
            height = pdfium.FPDF_GetPageHeightF(page)
            if not (1 <= width < math.inf and 1 / LONGEST <= height / width <= LONGEST):
                raise Unreadable(_ODD_SIZE.format(number=number))
            scale = min(_DOTS_A_POINT, math.sqrt(MOST_PIXELS / (width * height)))
            across, down = max(1, round(width * scale)), max(1, round(height * scale))
            image = _drawn(page, across, down)
        finally:
            pdfium.FPDF_ClosePage(page)
    return Picture(pages, round(width, 1), round(height, 1), across, down, packed(image))


def _drawn(page: Any, across: int, down: int) -> Image.Image:
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (across, down), pixels, "raw", "RGB", stride, 1)


def packed(image: Image.Image) -> bytes:
    """The picture in the best quality that stays within LARGEST_PICTURE; else in the coarsest."""
    for quality in _QUALITIES:
        file = io.BytesIO()
        image.save(file, "WEBP", quality=quality, method=_EFFORT)
        if file.tell() <= LARGEST_PICTURE:
            break
    return file.getvalue()
