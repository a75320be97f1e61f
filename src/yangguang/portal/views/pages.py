"""The pictures of the pages of an uploaded PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yangguang.portal.access import UPLOADER, access
from yangguang.portal.checkup import Checkup
from yangguang.portal.rooms import Room


@access(UPLOADER)
@require_safe
def picture(request: HttpRequest, room: Room, checkup: Checkup, number: int) -> HttpResponse:
    """One page. Never kept by a browser after the visit, like the result that it belongs to."""
    data = room.picture(checkup.id, number)
    if data is None:
        raise Http404
    return HttpResponse(data, content_type="image/webp")
