"""The page on which number and query code are given."""

from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

CORRECTION: Final = "request-correct"
REASONS: Final = "request-reasons"
"""The pages whose words are carried through the door: by the names of their addresses."""


def ask_for_code(
    request: HttpRequest,
    number: str = "",
    code: str = "",
    words: str = "",
    of: str = "",
    *,
    mistakes: Mapping[str, str] | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page; `words` `of` a correction or reasons being written are carried through it."""
    shown = {
        "number": number,
        "code": code,
        "words": words,
        "of": of,
        "mistakes": mistakes or {},
        "notice": notice,
        "is_needed": bool(number) and not mistakes and not notice,
    }
    return render(request, "portal/requests/look_up.html", shown, status=status)


def address_of(request: HttpRequest) -> str:
    """The visitor's network address: as the outermost of our own proxies saw it."""
    ours = settings.TRUSTED_PROXIES
    named = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")]
    if ours and len(named) >= ours:
        return named[-ours]
    return request.META.get("REMOTE_ADDR", "")
