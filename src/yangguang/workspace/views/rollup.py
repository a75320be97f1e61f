"""A government's report added up: whom, what it comes to, who gives what, who is missing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.checking.cell_names import figure as in_words
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import acting, life
from yangguang.reporting.actions.set_scope import set_scope
from yangguang.reporting.life import Move
from yangguang.reporting.models import YearReport
from yangguang.reporting.rolling_up.compiled import rolled_up
from yangguang.reporting.rolling_up.rollup import Missing, Rollup, Source, roll_up
from yangguang.reporting.rolling_up.scope import BASIS_NAMES, PRESET_NAMES
from yangguang.workspace import rollup_workbook
from yangguang.workspace import workbook as written
from yangguang.workspace.access import access
from yangguang.workspace.report_access import ROLL_UP, seen_by
from yangguang.workspace.report_tables import printed, told
from yangguang.workspace.rollup_forms import decided

_NEW = "table3.new.total"


@access(ROLL_UP)
@require_safe
def rollup(request: HttpRequest, people: Standing, report: YearReport) -> HttpResponse:
    """The sums in the form's layout, the scope, and who is missing."""
    return _page(request, people, report)


@access(ROLL_UP)
@require_POST
def decide(request: HttpRequest, people: Standing, report: YearReport) -> HttpResponse:
    """Change one thing of the scope; it is kept with its date."""
    try:
        set_scope(report, decided(_now(report), request.POST), people)
    except NotAllowed as why:
        return _page(request, people, report, str(why), status=409)
    except Mistakes as wrong:
        return _page(request, people, report, "".join(wrong.fields.values()), status=422)
    messages.success(request, _("汇总范围保存好了。"))
    return redirect("rollup", report.agency.slug, report.year)


@access(ROLL_UP)
@require_safe
def figure(request: HttpRequest, people: Standing, report: YearReport, cell: str) -> HttpResponse:
    """A sum, what each agency gives to it, and where its figure leads."""
    found = _now(report)
    if cell not in found.form.cell_ids:
        raise Http404
    seen = seen_by(people)
    lines = [
        (one, in_words(one.value(cell)), _leads(one, report, cell, seen))
        for one in found.sources
        if one.value(cell) != 0
    ]
    context = {
        "report": report,
        "cell": cell,
        "name": cell_name(cell),
        "stated": in_words(found.total(cell)),
        "known_at": timezone.localtime(found.known_at),
        "lines": lines,
        "leads": any(address for _one, _value, address in lines),
        "noughts": sum(one.value(cell) == 0 for one in found.sources),
        "missing": _lacking(found, cell),
    }
    return render(request, "workspace/reports/rollup_figure.html", context)


@access(ROLL_UP)
@require_safe
def workbook(request: HttpRequest, people: Standing, report: YearReport) -> HttpResponseBase:
    """The sums, every agency's figures and the scope, as XLSX."""
    name = _("{agency}{year}年年报汇总").format(agency=report.agency.short_name, year=report.year)
    return written.named(name, rollup_workbook.pieces(_now(report)))


def _now(report: YearReport) -> Rollup:
    return roll_up(report.agency, report.year, moment.now())


def _page(
    request: HttpRequest,
    people: Standing,
    report: YearReport,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    found = _now(report)
    compiled = rolled_up(found)
    findings = told(compiled.findings)
    now = life.standing_of(report)

    def to_figure(cell: str) -> str:
        return reverse("rollup-figure", args=(report.agency.slug, report.year, cell))

    context = {
        "report": report,
        "compiled": compiled,
        "known_at": timezone.localtime(found.known_at),
        "refused": refused,
        "added": len(found.sources),
        "findings": findings,
        "tables": printed(compiled, findings, to_figure, may_enter=False),
        "missing": _lacking(found, _NEW),
        "may_decide": not acting.objection(Move.WRITE, report, now, people),
        "is_writer": people.can(Capability.REPORT, report.agency_id),
        **_scope(found),
    }
    return render(request, "workspace/reports/rollup.html", context, status=status)


def _scope(rollup: Rollup) -> dict[str, Any]:
    """What was decided, and what can be changed of it."""
    scope, named = rollup.scope, rollup.named
    members = [one for key, one in named.items() if key in scope.chosen.members]
    return {
        "scope": scope,
        "presets": [(one.value, str(name), one == scope.preset) for one, name in _PRESETS],
        "bases": [(one.value, str(name), one == scope.basis) for one, name in _BASES],
        "members": members,
        "excluded": [(named[key], why) for key, why in scope.excluded.items()],
        "lower": [*_lower(members, rollup), *((named[key], True) for key in scope.chosen.opened)],
    }


_PRESETS = tuple(PRESET_NAMES.items())
_BASES = tuple(BASIS_NAMES.items())


def _lower(members: list[Agency], rollup: Rollup) -> list[tuple[Agency, bool]]:
    """Lower governments that are taken as a whole."""
    return [(one, False) for one in members if rollup.agencies.is_government(one.pk)]


def _leads(source: Source, report: YearReport, cell: str, seen: frozenset[int]) -> str:
    """Where a figure of an agency leads: the cases that it counts, as its version knew them."""
    if source.agency.pk not in seen:
        return ""
    address = reverse("report-figure", args=(source.agency.slug, report.year, cell))
    known_at = source.taken.known_at if source.taken else None
    if known_at is None:
        return address
    return f"{address}?known_at={timezone.localtime(known_at):%Y-%m-%dT%H:%M:%S.%f}"


def _lacking(rollup: Rollup, cell: str) -> list[tuple[Missing, str]]:
    """Who is missing, and what each published last for a cell."""
    stated = rollup.stated_before(cell)

    def words(one: Missing) -> str:
        value = stated.get(one.last.pk) if one.last else None
        return "" if value is None else f"{value:g}"

    return [(one, words(one)) for one in rollup.missing]
