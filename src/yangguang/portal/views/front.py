"""The first page: the doors of the site, and what happens to a request."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.portal.access import PUBLIC, access


@access(PUBLIC)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Ask, follow, check: a door each."""
    return render(request, "portal/front.html")
