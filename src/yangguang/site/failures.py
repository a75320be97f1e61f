"""A failure gets a number that the visitor can quote; the log holds it, and no word of any file."""

import logging
import secrets
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Final

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse

LOG = logging.getLogger("yangguang.failures")

FORESEEN: Final = (Http404, PermissionDenied, SuspiciousOperation, BadRequest)
"""Answers of their own, with pages of their own: no failures."""


class Reference:
    """Numbers an unforeseen failure and logs where it happened, before the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Give the failure its number; Django's handler then shows the page with it."""
        if isinstance(exception, FORESEEN):
            return
        request.reference = secrets.token_hex(4).upper()
        LOG.error("failure %s", request.reference, exc_info=exception)


class WithoutContents(logging.Formatter):
    """Writes a traceback's places and the exception's type.

    The exception's own words and those of what caused it may quote a file: they stay out.
    """

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The frames, and the name of the exception."""
        kind, _, trace = ei
        if kind is None:
            return ""
        frames = "".join(traceback.format_tb(trace))
        return f"{frames}{kind.__name__}"
