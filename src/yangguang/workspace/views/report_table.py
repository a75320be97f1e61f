"""Figures of a report from a table: taken along, filled in, looked at, entered all at once."""

from pathlib import Path
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.errors import Unreadable
from yangguang.casework import download
from yangguang.casework.errors import Mistakes
from yangguang.casework.examining import SHEET
from yangguang.reporting import evidence
from yangguang.reporting.actions.enter_table import HasFaults, enter_table
from yangguang.reporting.actions.permission import form_that_is_open
from yangguang.reporting.after_freezing import not_in_it
from yangguang.reporting.figure_tables import template, waiting
from yangguang.reporting.figure_tables.checking import Checked, check
from yangguang.reporting.figure_tables.reading import read
from yangguang.reporting.models import FiguresDraft
from yangguang.workspace import fields
from yangguang.workspace.access import access, refusing
from yangguang.workspace.report_access import AGENCY_WRITER
from yangguang.workspace.report_asked import compiled_as_asked
from yangguang.workspace.report_entered import say_entered
from yangguang.workspace.report_forms import EnterTable, FiguresFile

_LACKED: Final = {
    "source": (lazy("来源"), lazy("请写明数字的来源：哪个科室、哪份台账或者文件。")),
    "reason": (lazy("原因"), lazy("有的和台账或者填过的数不同，请写明原因。")),
}
"""What a table may leave to be said once for all: its name, and that it is not said."""


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, people: Standing, agency: Agency, year: int) -> HttpResponse:
    """The table is chosen and read; what it states waits to be looked through."""
    with refusing():
        form_that_is_open(year)
    form, status = FiguresFile(), 200
    if request.method == "POST":
        form = FiguresFile(request.POST, request.FILES)
        try:
            draft = _read(request, people, agency, year)
        except Mistakes as mistakes:
            form.take(mistakes)
        except Unreadable as why:
            form.add_error("file", str(why))
        else:
            return redirect("report-table-review", agency.slug, year, draft.pk)
        status = 422
    shown = {
        "agency": agency,
        "year": year,
        "form": form,
        "not_in_it": not_in_it(agency, year),
        "waiting": waiting.of(agency, year, people.person),
    }
    return render(request, "workspace/reports/table.html", shown, status=status)


def _read(request: HttpRequest, people: Standing, agency: Agency, year: int) -> FiguresDraft:
    """Raises Mistakes, Unreadable."""
    fields.require_arrived(request, "file")
    (upload,) = fields.uploads_of(request, "file")
    evidence.examined(upload)  # what cannot be kept is not looked through in vain
    place = Path(request.FILES["file"].temporary_file_path())
    stated = read(place, upload.name, form_that_is_open(year))
    assert people.person is not None
    return waiting.keep(upload, stated, agency, year, people.person)


@access(AGENCY_WRITER)
@require_safe
def blank(request: HttpRequest, people: Standing, agency: Agency, year: int) -> HttpResponse:
    """The workbook to fill in: the cells without records, or with `every` all of them."""
    compiled, _wrong = compiled_as_asked(request.GET, agency, year)
    every = "every" in request.GET
    name = _("年报填报_{agency}_{year}.xlsx").format(agency=agency.short_name, year=year)
    return download.answer(template.workbook(compiled, every=every), name, SHEET)


@access(AGENCY_WRITER)
@require_http_methods(["GET", "HEAD", "POST"])
def review(
    request: HttpRequest, people: Standing, agency: Agency, year: int, draft: str
) -> HttpResponse:
    """What would be entered, line by line; POST enters it, or with `look` looks again."""
    found = waiting.find(draft, agency, year, people.person)
    if found is None:
        return _gone(request, agency, year)
    form = EnterTable(request.POST or None)
    form.is_valid()
    said = (form.data.get("source", ""), form.data.get("reason", ""))
    if request.method == "POST" and "look" not in request.POST:
        return _enter(request, people, found, form, said)
    return _page(request, found, form, _checked(found, said))


def _gone(request: HttpRequest, agency: Agency, year: int) -> HttpResponse:
    if request.method != "POST":
        raise Http404
    messages.warning(request, _("这张表格已经填过，或者不在了。请看现在的数。"))
    return redirect("report", agency.slug, year)


def _checked(draft: FiguresDraft, said: tuple[str, str]) -> Checked:
    return check(waiting.read_of(draft).lines, draft.agency, draft.year, *said)


def _enter(
    request: HttpRequest,
    people: Standing,
    draft: FiguresDraft,
    form: EnterTable,
    said: tuple[str, str],
) -> HttpResponse:
    try:
        with refusing():
            made = enter_table(draft, people, *said)
    except HasFaults as found:
        for name in sorted({name for one in found.checked.lacking for name in one.lacks}):
            form.add_error(name, str(_LACKED[name][1]))
        return _page(request, draft, form, found.checked, status=422)
    except Mistakes as mistakes:
        form.take(mistakes)
        return _page(request, draft, form, _checked(draft, said), status=422)
    except FiguresDraft.DoesNotExist:
        return _gone(request, draft.agency, draft.year)
    done = _("已经填写 {count} 格。").format(count=len(made))
    say_entered(request, done, draft.agency, draft.year)
    return redirect("report", draft.agency.slug, draft.year)


def _page(
    request: HttpRequest, draft: FiguresDraft, form: EnterTable, checked: Checked, status: int = 200
) -> HttpResponse:
    shown: dict[str, Any] = {
        "agency": draft.agency,
        "year": draft.year,
        "draft": draft,
        "doubts": waiting.read_of(draft).doubts,
        "checked": checked,
        "to_enter": len(checked.entries) + len(checked.lacking),
        "lacking": _("或者").join(
            str(word)
            for name, (word, _said) in _LACKED.items()
            if any(name in one.lacks for one in checked.lacking)
        ),
        "form": form,
        "not_in_it": not_in_it(draft.agency, draft.year),
    }
    return render(request, "workspace/reports/table_review.html", shown, status=status)
