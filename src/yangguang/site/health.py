"""Whether the site is up, for whoever watches it."""

from django.http import HttpRequest, HttpResponse

from yangguang.agencies.access import PUBLIC, access


@access(PUBLIC)
def health(request: HttpRequest) -> HttpResponse:
    """Answer `ok`."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
