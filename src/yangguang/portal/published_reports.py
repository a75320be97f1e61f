"""Annual reports for everyone: all of them, an agency's run of years, one report (Art. 49)."""

import re
from typing import Any, Final, NamedTuple

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.form.sections import part_name
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import html
from yangguang.annual_report.writing.figures import printed
from yangguang.casework import moment
from yangguang.portal import downloads, page_marks, report_data
from yangguang.reporting import published, unpublished
from yangguang.reporting.importing import by_hand
from yangguang.reporting.models import Publication
from yangguang.reporting.titles import title_of

A_PAGE: Final = 50
LONGEST: Final = 60
MOST_MISSING: Final = 30
"""How many agencies without a report are named."""


class Change(NamedTuple):
    """What a correction changed: where, and for a cell from what to what."""

    where: str
    before: str = ""
    after: str = ""
    cell: str = ""


@access(PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every report that is public, by year and agency; narrowed by name and year."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    year = _year(request.GET.get("year", ""))
    found = published.current().select_related("agency").order_by("-year", "agency__region__code")
    years = list(found.order_by("-year").values_list("year", flat=True).distinct())
    if words:
        found = found.filter(agency__name__contains=words)
    if year:
        found = found.filter(year=year)
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
        "marks": page_marks.of_column(),
        **(_missing(year, words) if years else {}),
    }
    return render(request, "portal/reports/listing.html", shown)


def _year(written: str) -> int | None:
    return int(written) if re.fullmatch("[0-9]{4}", written) else None


def _missing(year: int | None, words: str) -> dict[str, Any]:
    """Whose report is not here: of the year that is looked at, else of the last that is over."""
    today = moment.today()
    looked_at = year or today.year - 1
    if looked_at >= today.year:
        return {}
    missing = unpublished.of_year(looked_at, today, words, MOST_MISSING)
    return {
        "missing": missing.named,
        "missing_year": looked_at,
        "missing_count": missing.in_all,
        "missing_more": missing.in_all - len(missing.named),
    }


@access(PUBLIC)
@require_safe
def of_agency(request: HttpRequest, slug: str) -> HttpResponse:
    """An agency's reports (政府信息公开年报), the latest year first."""
    return _of_agency(request, get_object_or_404(Agency, slug=slug))


def _of_agency(request: HttpRequest, agency: Agency, wanted: int | None = None) -> HttpResponse:
    """`wanted`: the year that was asked for and of which nothing is public."""
    found = list(published.current().filter(agency=agency).order_by("-year"))
    shown = {
        "agency": agency,
        "wanted": wanted,
        "reports": found,
        "missing": unpublished.of_agency(agency, {one.year for one in found}, moment.today()),
        "marks": page_marks.of_column(agency),
    }
    status = 404 if wanted else 200
    return render(request, "portal/reports/of_agency.html", shown, status=status)


@access(PUBLIC)
@require_safe
def report(request: HttpRequest, slug: str, year: int, version: int | None = None) -> HttpResponse:
    """The report that is public now, or one of the versions that were.

    Where nothing of the year is public: 404, with what there is of the agency.
    """
    if not _versions(slug, year).exists():
        return _of_agency(request, get_object_or_404(Agency, slug=slug), wanted=year)
    publication, latest = version_at(slug, year, version)
    said = published.as_report(publication)
    earlier = publication.number > 1 and _versions(slug, year).get(number=publication.number - 1)
    title = said.title or title_of(publication.agency, year)
    shown = {
        "agency": publication.agency,
        "year": year,
        "title": title,
        "marks": page_marks.of_report(publication, title),
        "address": page_marks.address_of(publication),
        "publication": publication,
        "latest": latest,
        "version": publication.version,
        "content": mark_safe(html.content(said, sized=False)),
        "changes": _changes(publication, published.as_report(earlier), said) if earlier else [],
        "by_hand": by_hand.told(said),
        "repaired": len(said.repairs),
        "rewordings": [(part_name(one.section), one) for one in said.rewordings],
        "formats": downloads.FORMATS,
        "digests": published.digests_of(publication.version),
        "json_name": downloads.plain_name(year, "json", publication.number),
        "years": published.current()
        .filter(agency=publication.agency)
        .order_by("-year")
        .values_list("year", flat=True),
    }
    return render(request, "portal/reports/report.html", shown)


def _versions(slug: str, year: int) -> QuerySet[Publication]:
    found = Publication.objects.filter(agency__slug=slug, year=year)
    return found.select_related("version", "agency").defer("version__counted", "version__findings")


def version_at(slug: str, year: int, number: int | None) -> tuple[Publication, Publication]:
    """The version that is asked for, and the one that is public now. Raises Http404."""
    versions = _versions(slug, year)
    latest = versions.order_by("-number").first()
    if latest is None:
        raise Http404
    return (get_object_or_404(versions, number=number) if number else latest), latest


def _changes(publication: Publication, before: AnnualReport, after: AnnualReport) -> list[Change]:
    """What a corrected version changed; words only by their section."""
    changes = []
    for one in publication.version.changes:
        if one.startswith("section:"):
            number = int(one.removeprefix("section:"))
            changes.append(Change(_("{part}的文字").format(part=part_name(number))))
        else:
            said = [printed(report, one) or _("空白") for report in (before, after)]
            changes.append(Change(cell_name(one), said[0], said[1], one))
    return changes
