"""One figure of a report: what it counts, what was entered for it, and by whom."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.checking.cell_names import figure as in_words
from yangguang.annual_report.form import FORMS, edition_for
from yangguang.casework import moment
from yangguang.casework.download import answer
from yangguang.casework.errors import Mistakes
from yangguang.reporting import figures
from yangguang.reporting.actions.enter_figure import enter_figure
from yangguang.reporting.after_freezing import not_in_it
from yangguang.reporting.behind import cases_behind
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.models import EnteredFigure
from yangguang.workspace import fields
from yangguang.workspace.access import access, refusing
from yangguang.workspace.report_access import AGENCY_REPORTS
from yangguang.workspace.report_asked import address_of, compiled_as_asked, query
from yangguang.workspace.report_cases import Counted, page_of_cases, taken_along
from yangguang.workspace.report_entered import say_entered
from yangguang.workspace.report_forms import EnterFigure


@access(AGENCY_REPORTS)
@require_http_methods(["GET", "HEAD", "POST"])
def figure(
    request: HttpRequest, people: Standing, agency: Agency, year: int, cell: str
) -> HttpResponse:
    """A figure, and the requests that it counts; POST enters one in its place."""
    compiled, wrong = compiled_as_asked(request.GET, agency, year)
    if cell not in compiled.report.cells:
        raise Http404
    is_entered = cell in figures.entered(agency, year, moment.now())
    form = EnterFigure(cell, year, is_entered, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        with refusing():
            if form.is_valid() and _enter(request, form, people, agency, year):
                return redirect(address_of(agency, year, "", cell))
        status = 422
    may_enter = people.can(Capability.REPORT, agency.pk)
    cases = cases_behind(agency, year, cell, compiled.known_at, people)
    shown = {
        "agency": agency,
        "year": year,
        "cell": cell,
        "name": cell_name(cell),
        "stated": _stated(compiled, cell),
        "records": in_words(compiled.records[cell]) if cell in compiled.records else "",
        "is_published": compiled.is_as_published(cell),
        "differs": any(one.cell == cell and one.difference for one in compiled.over),
        "known_at": timezone.localtime(compiled.known_at),
        "wrong": wrong,
        "form": form if may_enter else None,
        "next_blank": _next_blank(compiled, cell) if may_enter else None,
        "not_in_it": not_in_it(agency, year),
        "entries": _entries(agency, year, cell),
        "counts_cases": cell.startswith(("table3.", "table4.")),
        "sees_cases": people.can(Capability.SEE_CASES, agency.pk),
        **page_of_cases(cases, request.GET, compiled.known_at),
    }
    return render(request, "workspace/report_figure.html", shown, status=status)


@access(AGENCY_REPORTS)
@require_POST
def export(
    request: HttpRequest, people: Standing, agency: Agency, year: int, cell: str
) -> HttpResponseBase:
    """The requests that a figure counts, as a workbook; it is on record."""
    compiled, _wrong = compiled_as_asked(request.GET, agency, year)
    if cell not in compiled.report.cells:
        raise Http404
    cases = cases_behind(agency, year, cell, compiled.known_at, people)
    counted = Counted(agency, year, cell_name(cell), cell.replace(".", "_"))
    back = address_of(agency, year, query(request.GET), cell)
    return taken_along(request, people, counted, cases, back)


@access(AGENCY_REPORTS)
@require_safe
def evidence_file(
    request: HttpRequest, people: Standing, agency: Agency, year: int, cell: str, evidence: int
) -> HttpResponse:
    """The file that bears out a figure that was entered."""
    edition = edition_for(year)
    if edition is None or cell not in FORMS[edition].cell_ids:
        raise Http404
    entered = EnteredFigure.objects.filter(agency=agency, year=year, cell=cell)
    found = get_object_or_404(entered.select_related("evidence"), evidence__pk=evidence).evidence
    return answer(bytes(found.content), found.name, found.media_type)


def _enter(
    request: HttpRequest, form: EnterFigure, people: Standing, agency: Agency, year: int
) -> bool:
    """Whether it was entered; what is wrong stands in the form. Raises NotAllowed."""
    try:
        upload = next(iter(fields.uploads_of(request, "evidence")), None)
        enter_figure(agency, year, form.entry, people, upload)
    except Mistakes as mistakes:
        form.take(mistakes)
        return False
    said = _("已经撤回。") if form.entry.value is None else _("已经填写。")
    say_entered(request, said, agency, year)
    return True


def _next_blank(compiled: Compiled, cell: str) -> tuple[str, str] | None:
    """The next cell that is still blank, going round: its id and its name."""
    every = list(compiled.report.cells)
    here = every.index(cell)
    for one in (*every[here + 1 :], *every[:here]):
        if compiled.report.cells[one].value is None:
            return one, cell_name(one)
    return None


def _stated(compiled: Compiled, cell: str) -> str:
    found = compiled.report.cells[cell]
    return f"{in_words(found.value)}{found.unit}"


def _entries(agency: Agency, year: int, cell: str) -> list[tuple[EnteredFigure, str]]:
    """What was ever entered for it, the latest first, each with its figure in words."""
    entered = EnteredFigure.objects.filter(agency=agency, year=year, cell=cell)
    found = entered.select_related("by", "evidence").defer("evidence__content").order_by("-pk")
    return [
        (one, _("撤回") if one.value is None else f"{in_words(one.value)}{one.unit}")
        for one in found
    ]
