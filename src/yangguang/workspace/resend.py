"""Nothing typed is lost: what came too late to count is shown again, to be sent once more.

When someone was signed out meanwhile, or the page's token has expired, the answer is a page that
holds everything that was filled in; signed in again, one press sends it. Only what our own pages
sent is taken up, so nobody else's form can be passed on.
"""

from typing import Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_OURS: Final = ("csrfmiddlewaretoken",)
_FROM_HERE: Final = ("same-origin", "none")


def signed_out(request: HttpRequest) -> HttpResponse:
    """The form came from someone who is not signed in any more."""
    return render(request, "workspace/resend.html", _shown(request, is_signed_out=True), status=401)


def expired(request: HttpRequest) -> HttpResponse | None:
    """The form's token was not the page's; None where the form was not one of ours."""
    if not request.path.startswith("/workspace/") or not _is_ours(request):
        return None
    shown = _shown(request, is_signed_out=False)
    return render(request, "workspace/resend.html", shown, status=403)


def _shown(request: HttpRequest, is_signed_out: bool) -> dict[str, object]:
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in _OURS
    ]
    return {
        "fields": fields,
        "is_signed_out": is_signed_out,
        "had_files": bool(request.FILES),
        "action": request.get_full_path(),
    }


def _is_ours(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in _FROM_HERE
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.get_host()
