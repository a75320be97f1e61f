"""The pages of a published report that comes in, beside what is entered or put right by hand."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.casework import turns
from yangguang.reporting.importing import pages, waiting
from yangguang.workspace.access import access
from yangguang.workspace.report_access import AGENCY_WRITER


@access(AGENCY_WRITER)
@require_safe
def page(
    request: HttpRequest, people: Standing, agency: Agency, draft: str, place: int
) -> HttpResponse:
    """One page as a picture. Like the file, only its uploader's."""
    found = waiting.find(draft, agency, people.person)
    if found is None:
        raise Http404
    try:
        drawn = pages.picture(found, place)
    except turns.Crowded:
        said = _("现在画页面图片的人太多，请稍后再打开这一页。")
        return HttpResponse(said, status=503, content_type="text/plain; charset=utf-8")
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type="image/webp")
