"""Switching large print and high contrast."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yangguang.portal import display
from yangguang.portal.access import PUBLIC, access


@access(PUBLIC)
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Switch one of the choices and go back to the page."""
    back = request.POST.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if safe else "home")
    display.switch(request, response, request.POST.get("switch", ""))
    return response
