"""A year's report from the records: the three tables in the form's layout, findings beside."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import figure as in_words
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.reporting import drafting
from yangguang.reporting.behind import carried_otherwise
from yangguang.reporting.compiling import Carry, Compiled, fees
from yangguang.reporting.models import YearReport
from yangguang.reporting.recorded import frozen
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.report_access import AGENCY_REPORTS, seen_by
from yangguang.workspace.report_asked import address_of, compiled_as_asked, query
from yangguang.workspace.report_forms import Choose
from yangguang.workspace.report_tables import printed, told

_MOST_NAMED = 20


@access(STAFF)
@require_safe
def first(request: HttpRequest, people: Standing) -> HttpResponse:
    """To last year's report of the agency where one gives figures; or to that which was chosen."""
    seen = _agencies(people)
    if not seen:
        raise PermissionDenied(_("您的岗位没有要编制或者审阅的年报。"))
    own = next((one for one in seen if people.can(Capability.REPORT, one.pk)), seen[0])
    chosen = next((one for one in seen if one.slug == request.GET.get("slug")), own)
    last = moment.today().year - 1
    year = request.GET.get("year", "")
    is_year = len(year) == 4 and year.isascii() and year.isdecimal()
    address = reverse("report", args=(chosen.slug, int(year) if is_year else last))
    return redirect(f"{address}{query(request.GET)}")


@access(AGENCY_REPORTS)
@require_safe
def report(request: HttpRequest, people: Standing, agency: Agency, year: int) -> HttpResponse:
    """The report as known at the moment in the address; else now."""
    compiled, wrong = compiled_as_asked(request.GET, agency, year)
    since = frozen.findings(agency, year, compiled.known_at)
    findings = told((*compiled.findings, *since))
    today = moment.today()
    chosen = {"slug": agency.slug, "year": year, "known_at": request.GET.get("known_at", "")}
    begun = YearReport.objects.filter(agency=agency, year=year).first()
    agencies = [(one.slug, one.short_name) for one in _agencies(people)]
    asked = query(request.GET)
    charged = fees.of_year(agency, year, compiled.known_at)
    to_figure = partial(address_of, agency, year, asked)
    shown = {
        "agency": agency,
        "year": year,
        "begun": begun,
        "public": drafting.public(begun) is not None if begun else False,
        "compiled": compiled,
        "known_at": timezone.localtime(compiled.known_at),
        "wrong": wrong,
        "form": Choose(agencies, today.year, chosen),
        "findings": findings,
        "tables": printed(compiled, findings, to_figure, people.can(Capability.REPORT, agency.pk)),
        "fees": charged,
        "may_enter": people.can(Capability.REPORT, agency.pk),
        "noticed": in_words(charged.noticed),
        "received": in_words(charged.received),
        "let_off": in_words(charged.let_off),
        "carries": _carries(request.GET, compiled),
        "carried": _carried(agency, year, compiled, people),
    }
    return render(request, "workspace/report.html", shown)


def _agencies(people: Standing) -> list[Agency]:
    return list(Agency.objects.filter(pk__in=seen_by(people)).order_by("pk"))


def _carries(given: QueryDict, compiled: Compiled) -> list[tuple[str, str, bool]]:
    """The two ways of carrying over, where they differ: name, address, whether it is this one."""
    if not compiled.carried:
        return []
    names = {Carry.PUBLISHED: _("按上年公布的"), Carry.LEDGER: _("按台账")}
    known = {"known_at": given["known_at"]} if given.get("known_at") else {}
    return [
        (name, urlencode({**known, "carry": carry.value}), carry is compiled.carry)
        for carry, name in names.items()
    ]


def _carried(
    agency: Agency, year: int, compiled: Compiled, people: Standing
) -> dict[str, Any] | None:
    """The requests by which what is carried over differs, as far as these people see them."""
    if not compiled.carried or not people.can(Capability.SEE_CASES, agency.pk):
        return None
    cases = carried_otherwise(agency, year, compiled.known_at)
    named = CaseState.objects.filter(pk__in=cases[:_MOST_NAMED]).order_by("pk")
    return {"named": named, "more": max(0, len(cases) - _MOST_NAMED)}
