"""What cannot be read any more, or not now, is said on a page: it is no failure of the page."""

import logging
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from yangguang.casework.personal import Erased
from yangguang.casework.sealing import CannotOpen
from yangguang.portal.views import errors

LOG: Final = logging.getLogger("yangguang.sealed")


class Sealed:
    """Answers in the place of a view that met what is destroyed or does not open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page; None for any other exception."""
        if isinstance(exception, Erased):
            return errors.destroyed(request)
        if isinstance(exception, CannotOpen):
            LOG.error("what is sealed does not open: is the master key there?")
            return errors.locked(request)
        return None
