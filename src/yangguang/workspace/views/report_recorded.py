"""A figure of the records that the words of a report can name: what it says and what it counts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import figure as in_words
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.compiling.compiler import form_of
from yangguang.reporting.recorded import registry
from yangguang.reporting.recorded.figure import Recorded
from yangguang.workspace.access import access
from yangguang.workspace.report_access import AGENCY_REPORTS
from yangguang.workspace.report_asked import known_at, query
from yangguang.workspace.report_cases import Counted, page_of_cases, taken_along


@access(AGENCY_REPORTS)
@require_safe
def recorded(
    request: HttpRequest, people: Standing, agency: Agency, year: int, figure: str
) -> HttpResponse:
    """A figure beside the tables, and the requests that it counts."""
    one, known = _named(agency, year, figure), known_at(request.GET)
    value = registry.values(agency, year, known.at, (one.name,)).get(one.name)
    cases = registry.cases_behind(one, agency, year, known.at, people)
    shown = {
        "agency": agency,
        "year": year,
        "figure": one,
        "stated": "—" if value is None else f"{in_words(value)} {one.unit}",
        "known_at": timezone.localtime(known.at),
        "wrong": known.wrong,
        "sees_cases": people.can(Capability.SEE_CASES, agency.pk),
        **page_of_cases(cases, request.GET, known.at),
    }
    return render(request, "workspace/reports/recorded.html", shown)


@access(AGENCY_REPORTS)
@require_POST
def export(
    request: HttpRequest, people: Standing, agency: Agency, year: int, figure: str
) -> HttpResponseBase:
    """The requests that it counts, as a workbook; it is on record."""
    one, known = _named(agency, year, figure), known_at(request.GET)
    cases = registry.cases_behind(one, agency, year, known.at, people)
    counted = Counted(agency, year, one.name, one.name.replace("·", "_"))
    here = reverse("report-recorded", args=(agency.slug, year, figure))
    return taken_along(request, people, counted, cases, f"{here}{query(request.GET)}")


def _named(agency: Agency, year: int, figure: str) -> Recorded:
    """The figure of that id. Raises Http404; PermissionDenied for a year that has no form."""
    found = registry.with_id(agency, figure)
    if found is None or year > moment.today().year:
        raise Http404
    try:
        form_of(year)
    except NotAllowed as why:
        raise PermissionDenied(str(why)) from None
    return found
