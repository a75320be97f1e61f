"""A file handed to a browser: to be kept, under its name, and never to be run in the page."""

import unicodedata
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_LONGEST: Final = 120
"""Characters, from the end: with three bytes a character it stays below what systems take."""


def answer(content: bytes, name: str, media_type: str) -> HttpResponse:
    """The answer with the file; `name` is what its sender called it, in any writing."""
    given = HttpResponse(content, content_type=media_type or "application/octet-stream")
    given["Content-Disposition"] = (
        content_disposition_header(True, plain_name(name)) or "attachment"
    )
    return given


def plain_name(name: str) -> str:
    """A name without anything that could break out of a header or a folder."""
    kept = "".join(c for c in name if unicodedata.category(c)[0] != "C" and c not in '/\\"')
    return kept[-_LONGEST:].strip(" .") or "file"
