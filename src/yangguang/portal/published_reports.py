"""Annual reports for everyone: all of them, an agency's run of years, one report (Art. 49)."""

from typing import Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.errors import Unwritable
from yangguang.annual_report.form.sections import NUMERALS
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import html
from yangguang.portal import downloads, report_data, turns
from yangguang.portal.views import errors
from yangguang.reporting import published
from yangguang.reporting.importing import by_hand
from yangguang.reporting.models import Publication

A_PAGE: Final = 50
LONGEST: Final = 60


@access(PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every report that is public, by year and agency; narrowed by name and year."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    year = request.GET.get("year", "")
    found = published.current().select_related("agency").order_by("-year", "agency__region__code")
    years = list(found.order_by("-year").values_list("year", flat=True).distinct())
    if words:
        found = found.filter(agency__name__contains=words)
    if year.isascii() and year.isdecimal():
        found = found.filter(year=int(year[:4]))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    shown = {
        "words": words,
        "year": year,
        "years": years,
        "page": page,
        "kept": kept.urlencode(),
        "is_narrowed": bool(words or year),
        "data": report_data.offered(),
    }
    return render(request, "portal/reports/listing.html", shown)


@access(PUBLIC)
@require_safe
def of_agency(request: HttpRequest, slug: str) -> HttpResponse:
    """An agency's reports (政府信息公开年报), the latest year first."""
    agency = get_object_or_404(Agency, slug=slug)
    found = published.current().filter(agency=agency).order_by("-year")
    return render(request, "portal/reports/of_agency.html", {"agency": agency, "reports": found})


@access(PUBLIC)
@require_safe
def report(request: HttpRequest, slug: str, year: int, version: int | None = None) -> HttpResponse:
    """The report that is public now, or one of the versions that were."""
    publication, latest = _found(slug, year, version)
    said = published.as_report(publication)
    earlier = publication.number > 1 and _versions(slug, year).get(number=publication.number - 1)
    shown = {
        "agency": publication.agency,
        "year": year,
        "title": said.title
        or _("{agency}{year}年政府信息公开工作年度报告").format(
            agency=publication.agency.name, year=year
        ),
        "publication": publication,
        "latest": latest,
        "version": publication.version,
        "content": mark_safe(html.content(said, sized=False)),
        "changes": _changes(publication, published.as_report(earlier), said) if earlier else [],
        "by_hand": by_hand.told(said),
        "repaired": len(said.repairs),
        "rewordings": [
            (_("第{n}部分").format(n=NUMERALS[one.section - 1]), one) for one in said.rewordings
        ],
        "formats": downloads.FORMATS,
        "years": published.current()
        .filter(agency=publication.agency)
        .order_by("-year")
        .values_list("year", flat=True),
    }
    return render(request, "portal/reports/report.html", shown)


@access(PUBLIC)
@require_safe
def download(request: HttpRequest, slug: str, year: int, version: int, to: str) -> HttpResponse:
    """A public version as a file."""
    publication, _latest = _found(slug, year, version)
    content = publication.version.content
    try:
        data = downloads.written(content, to)
    except Unwritable as reason:
        shown = {
            "format": downloads.FORMATS[to].name,
            "sentence": str(reason),
            "publication": publication,
        }
        return render(request, "portal/reports/unwritable.html", shown, status=503)
    except turns.Crowded:
        return errors.crowded(request)
    answer = HttpResponse(data, content_type=downloads.FORMATS[to].kind)
    answer["Content-Disposition"] = downloads.disposition(content, to)
    answer["ETag"] = f'"{publication.version.digest[:32]}-{to}"'
    return answer


def _versions(slug: str, year: int) -> QuerySet[Publication]:
    return Publication.objects.filter(agency__slug=slug, year=year).select_related(
        "version", "agency"
    )


def _found(slug: str, year: int, number: int | None) -> tuple[Publication, Publication]:
    """The version that is asked for, and the one that is public now."""
    versions = _versions(slug, year)
    latest = versions.order_by("-number").first()
    if latest is None:
        raise Http404
    return (get_object_or_404(versions, number=number) if number else latest), latest


def _changes(
    publication: Publication, before: AnnualReport, after: AnnualReport
) -> list[tuple[str, str, str]]:
    """What a corrected version changed: where, from what, to what; words only by their section."""
    changes = []
    for one in publication.version.changes:
        if one.startswith("section:"):
            number = int(one.removeprefix("section:"))
            changes.append((_("第{n}部分的文字").format(n=NUMERALS[number - 1]), "", ""))
        else:
            values = (before.value(one), after.value(one))
            said = [figure(value) if value is not None else _("空白") for value in values]
            changes.append((cell_name(one), said[0], said[1]))
    return changes
