"""Drawing the pages of a PDF, so that the page can show where a figure stands.

The pictures lie in the visitor's room and go with it; the PDF itself is deleted once they are made.
"""

import base64
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading import is_pdf
from yangguang.annual_report.worker import Worker
from yangguang.portal import capacity
from yangguang.portal.checkup import PagePicture
from yangguang.portal.rooms import Gone, Room

SECONDS: Final = 20
"""How long the pages of one file may take; a report of six pages takes half a second."""
_HEAD: Final = 1024
_MOST_FAILURES: Final = 2
"""Pages that may fail before the rest is left: each may take as long as a worker may."""


def can_be_drawn(path: Path) -> bool:
    """Whether the file at `path` is a PDF."""
    with path.open("rb") as file:
        return is_pdf(file.read(_HEAD))


def draw(room: Room, checkup_id: str, path: Path, drawer: Worker, until: float) -> None:
    """Draw the pages of the PDF at `path` for a check-up, until the clock says `until`.

    Each is kept as it comes; in the end the check-up knows how many pages there are and why some
    have no picture. Raises FileNotFoundError where the room is gone.
    """
    with suppress(Gone):
        pages, reasons = _draw_all(room, checkup_id, path, drawer, until)
        with room.change(checkup_id) as checkup:
            checkup.are_coming = False
            checkup.page_count = pages
            checkup.undrawn = "".join(reasons)


def _draw_all(
    room: Room, checkup_id: str, path: Path, drawer: Worker, until: float
) -> tuple[int, list[str]]:
    """How many pages the file has (0: unknown), and sentences about those not drawn."""
    if not capacity.has_space_for_pictures(room):
        return 0, [
            gettext("放图片的地方不够了，所以没有画页面图片。删除不用的报告后可以再传一次。")
        ]
    pages = taken = number = 0
    failed: list[int] = []
    until = min(until, time.monotonic() + SECONDS)
    while number < min(pages or settings.PICTURES_PAGES, settings.PICTURES_PAGES):
        number += 1
        room.beat()
        if time.monotonic() > until or taken > settings.PICTURES_BYTES:
            rest = gettext("画页面图片用的时间或地方太多，第 %(number)d 页起没有图片。")
            return pages, [*_about(failed, taken > 0), rest % {"number": number}]
        try:
            drawn = drawer.picture(path, number)
        except Unreadable:
            failed.append(number)
            if len(failed) >= _MOST_FAILURES:
                break
            continue
        pages = drawn["pages"]
        data = base64.b64decode(drawn["data"])
        taken += len(data)
        room.keep_picture(checkup_id, _page(number, drawn), data)
    reasons = _about(failed, taken > 0)
    if pages > number:
        first = gettext("这份 PDF 有 %(pages)d 页，只画了前 %(number)d 页。")
        reasons.append(first % {"pages": pages, "number": number})
    return pages, reasons


def _page(number: int, drawn: dict[str, Any]) -> PagePicture:
    return PagePicture(
        number, drawn["width"], drawn["height"], int(drawn["across"]), int(drawn["down"])
    )


def _about(failed: list[int], any_drawn: bool) -> list[str]:
    """The sentence about pages that could not be drawn."""
    if not failed:
        return []
    if not any_drawn:
        return [gettext("这份 PDF 的页面没有画成图片。")]
    numbers = "、".join(str(number) for number in failed)
    return [gettext("第 %(numbers)s 页没有画成图片。") % {"numbers": numbers}]
