"""The reports of a year: one's own, and those of the agencies that one supervises."""

from collections import Counter

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting.actions.begin import begin as begin_report
from yangguang.reporting.board import FILED_NAMES, Filed, board
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.report_access import seen_by

FIRST_YEAR = 2019
"""The first that has a form of its own."""


class Which(forms.Form):
    """Which year, and which reports of it."""

    year = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=2100)
    filed = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in Filed])
    late = forms.BooleanField(required=False)


@access(STAFF)
@require_safe
def reports(request: HttpRequest, people: Standing) -> HttpResponse:
    """The board of a year; the year before this one unless another is asked for."""
    form = Which(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    return _page(request, people, asked.get("year"), asked.get("filed", ""), late=asked.get("late"))


@access(STAFF)
@require_POST
def begin(request: HttpRequest, people: Standing) -> HttpResponse:
    """Begin the report of an agency where one writes it."""
    own = people.agencies(Capability.REPORT)
    wanted = request.POST.get("agency", "")
    agency = get_object_or_404(Agency, pk__in=own, pk=int(wanted) if wanted.isdigit() else 0)
    year = request.POST.get("year", "")
    try:
        report = begin_report(agency, int(year) if year.isdigit() else 0, people)
    except NotAllowed as why:
        return _page(request, people, None, "", refused=str(why), status=409)
    except Mistakes as wrong:
        said = "".join(wrong.fields.values())
        return _page(request, people, None, "", refused=said, status=422)
    return redirect("report-way", agency.slug, report.year)


def _page(
    request: HttpRequest,
    people: Standing,
    year: int | None,
    filed: str,
    *,
    late: bool | None = False,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    today = moment.today()
    year = year if year and year <= today.year else today.year - 1
    own = people.agencies(Capability.REPORT)
    below = people.agencies(Capability.TAKE_REPORTS) - own
    lines = board(seen_by(people) | below, year, today)
    counts = Counter(one.filed for one in lines)
    shown = [
        one for one in lines if (not filed or one.filed == filed) and (not late or one.is_late)
    ]
    context = {
        "year": year,
        "years": range(today.year, FIRST_YEAR - 1, -1),
        "lines": shown,
        "every": len(lines),
        "late_count": sum(one.is_late for one in lines),
        "only_late": late,
        "filters": [(one.value, FILED_NAMES[one], counts[one], one == filed) for one in Filed],
        "filed": filed,
        "own": own,
        "supervises": bool(below),
        "refused": refused,
        "title": _("{year} 年度报告").format(year=year),
    }
    return render(request, "workspace/reports/board.html", context, status=status)
