"""A public version of a report as a file, at an address that stays.

What a version says never changes, and a format of it does not within a release: whoever has a file
is told so without its being written again.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from yangguang import __version__
from yangguang.agencies.access import PUBLIC, access
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import turns
from yangguang.portal import downloads
from yangguang.portal.published_reports import version_at
from yangguang.portal.views import errors
from yangguang.reporting import published
from yangguang.reporting.models import Publication

_KEPT: Final = "public, max-age=3600"


@access(PUBLIC)
@require_safe
def download(request: HttpRequest, slug: str, year: int, version: int, to: str) -> HttpResponseBase:
    """A public version as a file."""
    publication, _latest = version_at(slug, year, version)
    answer = _described(publication, to)
    changed_at = int(publication.at.timestamp())
    known = get_conditional_response(request, answer["ETag"], changed_at, answer)
    if known is not answer:
        return known
    try:
        answer.content = _written(publication, to)
    except Unwritable as reason:
        shown = {
            "format": downloads.FORMATS[to].name,
            "sentence": str(reason),
            "publication": publication,
        }
        return render(request, "portal/reports/unwritable.html", shown, status=503)
    except turns.Crowded:
        return errors.crowded(request)
    return answer


def _described(publication: Publication, to: str) -> HttpResponse:
    """The answer but for its content."""
    version, number = publication.version, publication.number
    answer = HttpResponse(content_type=downloads.FORMATS[to].kind)
    answer["Content-Disposition"] = downloads.disposition(version.content, to, number)
    release = "" if to == "json" else f"-{__version__}"
    answer["ETag"] = f'"{version.pk}-{version.digest[:32]}-{to}{release}"'
    answer["Last-Modified"] = http_date(int(publication.at.timestamp()))
    answer["Cache-Control"] = _KEPT
    return answer


def _written(publication: Publication, to: str) -> bytes:
    """Raises Unwritable and Crowded. JSON is what the digests on the page are of."""
    if to == "json":
        return published.data_of(publication.version)
    return downloads.written(publication.version.content, to)
