"""A photograph of a page, for people to see what it says; nothing is read from it.

Meant for the worker's child: what a stranger's file unpacks to may take memory and time.
"""

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PIL import Image, ImageOps

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.pdf.pictures import LONGEST, MOST_PIXELS, Picture, packed

MOST_UNPACKED: Final = 60_000_000
"""Pixels; what has more is no photograph of a page."""

_FORMATS: Final = ("PNG", "JPEG")
_ODD: Final = "这张图片打不开，或者尺寸不正常。"


def sizes_of(data: bytes) -> list[tuple[float, float]]:
    """Width and height of its only page, in pixels. Raises Unreadable."""
    with _opened(data) as photo:
        return [photo.size]


def picture_of(data: bytes, number: int) -> Picture:
    """Its page 1, no larger than a page of print is drawn. Raises Unreadable."""
    if number != 1:
        raise Unreadable(_ODD)
    with _opened(data) as photo:
        width, height = photo.size
        scale = min(1.0, math.sqrt(MOST_PIXELS / (width * height)))
        photo.thumbnail((max(1, round(width * scale)), max(1, round(height * scale))))
        image = photo.convert("RGB")
    return Picture(1, width, height, *image.size, packed(image))


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture as it is to be looked at. Raises Unreadable."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as photo:
            width, height = photo.size
            if width * height > MOST_UNPACKED or not 1 / LONGEST <= height / width <= LONGEST:
                raise Unreadable(_ODD)
            yield ImageOps.exif_transpose(photo)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Unreadable(_ODD) from None
