"""Every request has a number: in the answer's head, on the page of a failure, in every log line."""

import logging
import secrets
import time
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yangguang.site import failures
from yangguang.site.logs import REFERENCE

assert failures  # it listens from now on

LOG = logging.getLogger("yangguang.access")
HEADER: Final = "X-Request-ID"


class RequestLog:
    """Gives the number, and logs a line when the request is answered.

    The line names the route, not the address: addresses hold numbers of cases. A number that a
    visitor sends is not taken over: it could be anything.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, numbered."""
        request.reference = secrets.token_hex(4).upper()
        before, begun = REFERENCE.set(request.reference), time.perf_counter()
        try:
            response = self.get_response(request)
            response[HEADER] = request.reference
            more = {
                "method": request.method,
                "route": _route(request),
                "status": response.status_code,
                "ms": round((time.perf_counter() - begun) * 1000),
            }
            LOG.info("answered", extra={"more": more})
            return response
        finally:
            REFERENCE.reset(before)


def _route(request: HttpRequest) -> str:
    if request.resolver_match:
        return request.resolver_match.view_name or "-"
    return "static" if request.path.startswith(settings.STATIC_URL) else "-"
