"""An address that only takes what a form sends, opened by itself, is answered with a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from yangguang.portal.views import errors


class ByItself:
    """Puts a page with a way on in the place of Django's empty answer 405."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; the page where a browser opened the address."""
        response = self.get_response(request)
        if request.method != "GET" or not isinstance(response, HttpResponseNotAllowed):
            return response
        page = errors.not_this_way(request)
        page["Allow"] = response["Allow"]
        return page
