"""What the members of a government's report say: by section, and by words that one seeks."""

from typing import Final
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.form.sections import heading
from yangguang.casework import moment
from yangguang.reporting.models import YearReport
from yangguang.reporting.rolling_up.prose import said
from yangguang.reporting.rolling_up.rollup import roll_up
from yangguang.workspace.access import access
from yangguang.workspace.report_access import ROLL_UP

A_PAGE: Final = 20


class Which(forms.Form):
    """Which section, and words that stand in it."""

    section = forms.TypedChoiceField(
        choices=[(number, number) for number in SECTIONS], coerce=int, required=False, empty_value=1
    )
    q = forms.CharField(required=False, max_length=50)


@access(ROLL_UP)
@require_safe
def words(request: HttpRequest, people: Standing, report: YearReport) -> HttpResponse:
    """The paragraphs of a section, agency by agency."""
    form = Which(request.GET)
    form.is_valid()
    section, wanted = form.cleaned_data.get("section", 1), form.cleaned_data.get("q", "")
    found = said(roll_up(report.agency, report.year, moment.now()), section, wanted)
    context = {
        "report": report,
        "section": section,
        "sections": [(number, heading(number)) for number in SECTIONS],
        "wanted": wanted,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "turning": f"?{urlencode({'section': section, 'q': wanted})}&",
    }
    return render(request, "workspace/reports/rollup_words.html", context)
