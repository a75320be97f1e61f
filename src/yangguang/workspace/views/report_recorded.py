"""A figure of the records that the words of a report can name: what it says and what it counts."""

from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import figure as in_words
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import CaseState
from yangguang.inforequests import exchanges
from yangguang.reporting import moments
from yangguang.reporting.compiling.compiler import form_of
from yangguang.reporting.recorded import registry
from yangguang.reporting.recorded.figure import Recorded
from yangguang.workspace.access import access
from yangguang.workspace.report_access import AGENCY_REPORTS
from yangguang.workspace.report_cases import distinct, page_of_cases
from yangguang.workspace.views.lists import as_workbook
from yangguang.workspace.views.reports import query


class _Asked(NamedTuple):
    """What an address asks for: the figure, as known when, and what is wrong with that moment."""

    figure: Recorded
    known_at: datetime
    wrong: str


@access(AGENCY_REPORTS)
@require_safe
def recorded(
    request: HttpRequest, people: Standing, agency: Agency, year: int, figure: str
) -> HttpResponse:
    """A figure beside the tables, and the requests that it counts."""
    asked = _asked(request.GET, agency, year, figure)
    one, known_at = asked.figure, asked.known_at
    value = registry.values(agency, year, known_at, (one.name,)).get(one.name)
    cases = registry.cases_behind(one, agency, year, known_at, people)
    shown = {
        "agency": agency,
        "year": year,
        "figure": one,
        "stated": "—" if value is None else f"{in_words(value)} {one.unit}",
        "known_at": timezone.localtime(known_at),
        "wrong": asked.wrong,
        "sees_cases": people.can(Capability.SEE_CASES, agency.pk),
        **page_of_cases(cases, request.GET, known_at),
    }
    return render(request, "workspace/reports/recorded.html", shown)


@access(AGENCY_REPORTS)
@require_POST
def export(
    request: HttpRequest, people: Standing, agency: Agency, year: int, figure: str
) -> HttpResponseBase:
    """The requests that it counts, as a workbook; it is on record."""
    one, known_at, _wrong = _asked(request.GET, agency, year, figure)
    cases = distinct(registry.cases_behind(one, agency, year, known_at, people))
    if len(cases) > exchanges.MOST:
        said = _("这里有 {count} 件，一次最多导出 {most} 件。")
        messages.warning(request, said.format(count=len(cases), most=exchanges.MOST))
        here = reverse("report-recorded", args=(agency.slug, year, figure))
        return redirect(f"{here}{query(request.GET)}")
    said = _("{year} 年度报告 {name}").format(year=year, name=one.name)
    taken = exchanges.take_out(CaseState.objects.filter(pk__in=cases).order_by("pk"), people, said)
    name = _("年报_{agency}_{year}_{figure}").format(
        agency=agency.short_name, year=year, figure=one.name.replace("·", "_")
    )
    return as_workbook(taken, name, moment.today())


def _asked(given: QueryDict, agency: Agency, year: int, figure: str) -> _Asked:
    found = registry.with_id(agency, figure)
    if found is None or year > moment.today().year:
        raise Http404
    try:
        form_of(year)
    except NotAllowed as why:
        raise PermissionDenied(str(why)) from None
    try:
        return _Asked(found, moments.read(given.get("known_at", "")), "")
    except Mistakes as mistakes:
        return _Asked(found, moment.now(), "".join(mistakes.fields.values()))
