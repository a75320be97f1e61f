"""A file handed to a browser: to be kept, under its name, and never to be run in the page."""

import unicodedata
from pathlib import PurePath
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from yangguang.casework import examining

_LONGEST: Final = 120
"""Characters, from the end: with three bytes a character it stays below what systems take."""
_OFFICE: Final = (".doc", ".xls", ".ppt", ".wps", ".et", ".dps", ".dot", ".xlt", ".pps")
_ENDINGS: Final = {
    examining.PDF: (".pdf",),
    examining.OLE: _OFFICE,
    examining.WORD: (".docx", ".wps"),
    examining.SHEET: (".xlsx", ".et"),
    examining.SLIDES: (".pptx", ".dps"),
    examining.OFD: (".ofd",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    examining.TEXT: (".txt", ".csv", ".md", ".log", ".htm", ".html", ".xml", ".json"),
}
"""By which endings a program opens a file as what it is; the first where it has none of them."""
_CHARSETS: Final = ("utf-8", "gb18030")


def answer(content: bytes, name: str, media_type: str) -> HttpResponse:
    """The answer with the file; `name` is what its sender called it, in any writing.

    Where its ending says something else than its content, the right one comes after it.
    """
    given = HttpResponse(content, content_type=_declared(media_type, content))
    given["Content-Disposition"] = (
        content_disposition_header(True, fitting(plain_name(name), media_type)) or "attachment"
    )
    return given


def fitting(name: str, media_type: str) -> str:
    """The name, with an ending that says what the file is."""
    endings = _ENDINGS.get(media_type, ())
    fits = not endings or PurePath(name).suffix.lower() in endings
    return name if fits else name + endings[0]


def _declared(media_type: str, content: bytes) -> str:
    """The type, and of a text the writing that its bytes are in, where they tell it."""
    if media_type != examining.TEXT:
        return media_type or "application/octet-stream"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"{media_type}; charset=utf-16"
    for charset in _CHARSETS:
        try:
            content.decode(charset)
        except UnicodeDecodeError:
            continue
        return f"{media_type}; charset={charset}"
    return media_type


def plain_name(name: str) -> str:
    """A name without anything that could break out of a header or a folder."""
    kept = "".join(c for c in name if unicodedata.category(c)[0] != "C" and c not in '/\\"')
    return kept[-_LONGEST:].strip(" .") or "file"
