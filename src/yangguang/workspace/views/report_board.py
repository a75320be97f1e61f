"""The reports of a year: one's own, and those of the agencies that one supervises."""

from collections import Counter
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.form import FIRST_YEAR
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting.actions.begin import begin as begin_report
from yangguang.reporting.actions.urge import supervised, urgeable
from yangguang.reporting.board import FILED_NAMES, Filed, Line, board, reminded
from yangguang.workspace import workbook as written
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.fields import whole_number
from yangguang.workspace.report_access import seen_by

A_PAGE: Final = 200


class Which(forms.Form):
    """Which year, and which reports of it; `below`: only of the agencies that one supervises."""

    year = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=2100)
    filed = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in Filed])
    late = forms.BooleanField(required=False)
    below = forms.BooleanField(required=False)


class Narrowed(NamedTuple):
    """Which year's lines one sees, narrowed; `every`: before that.

    `below`: they are only of the agencies that one supervises, and one sees others too.
    """

    year: int
    below: bool
    filed: str
    late: bool
    every: list[Line]
    lines: list[Line]
    reminded: dict[int, date]

    @property
    def address(self) -> str:
        """The query that asks for the same."""
        narrowed = {"filed": self.filed, "late": "on" if self.late else ""}
        return urlencode({**self.kept, **{name: one for name, one in narrowed.items() if one}})

    @property
    def kept(self) -> dict[str, Any]:
        """What of the query stays when it is narrowed otherwise."""
        return {"year": self.year, **({"below": "on"} if self.below else {})}

    @property
    def said(self) -> str:
        """What it is narrowed to, in words; empty where it is not."""
        if self.late:
            return _("逾期")
        return str(FILED_NAMES[Filed(self.filed)]) if self.filed else ""


@access(STAFF)
@require_safe
def reports(request: HttpRequest, people: Standing) -> HttpResponse:
    """The board of a year; the year before this one unless another is asked for."""
    return _page(request, people, _narrowed(people, request.GET))


@access(STAFF)
@require_safe
def workbook(request: HttpRequest, people: Standing) -> HttpResponseBase:
    """The same lines, narrowed alike, to take along."""
    found = _narrowed(people, request.GET)
    heads = (
        (_("机关"), 30),
        (_("进度"), 20),
        (_("期限"), 12),
        (_("期限情况"), 14),
        (_("首次报送"), 12),
        (_("是否逾期"), 10),
        (_("最近一次提醒"), 14),
    )
    rows = (
        (
            one.agency.name,
            one.stage,
            one.due or _("未设置"),
            _left(one),
            one.submitted_on,
            _("逾期") if one.is_late else "",
            found.reminded.get(one.agency.pk),
        )
        for one in found.lines
    )
    named = _("{year}年年报进度{what}_{day}").format(
        year=found.year, what=found.said and f"_{found.said}", day=moment.today()
    )
    return written.download(named, _("年报进度"), heads, rows)


def _left(line: Line) -> str:
    if line.days is None:
        return ""
    return (_("还有 {n} 天") if line.days >= 0 else _("已过 {n} 天")).format(n=abs(line.days))


@access(STAFF)
@require_POST
def begin(request: HttpRequest, people: Standing) -> HttpResponse:
    """Begin the report of an agency where one writes it."""
    own = people.agencies(Capability.REPORT)
    wanted = whole_number(request.POST.get("agency", ""))
    agency = get_object_or_404(Agency, pk__in=own, pk=wanted)
    year = whole_number(request.POST.get("year", ""))
    try:
        report = begin_report(agency, year or 0, people)
    except NotAllowed as why:
        return _page(request, people, _narrowed(people, QueryDict()), str(why), status=409)
    except Mistakes as wrong:
        said = "".join(wrong.fields.values())
        return _page(request, people, _narrowed(people, QueryDict()), said, status=422)
    return redirect("report-way", agency.slug, report.year)


def _narrowed(people: Standing, asked: QueryDict) -> Narrowed:
    """As the address asks; what it asks for that is not there narrows nothing."""
    form = Which(asked)
    given = form.cleaned_data if form.is_valid() else {}
    this_year = moment.today().year
    asked_for = given.get("year")
    year = asked_for if asked_for and asked_for <= this_year else this_year - 1
    filed, late = given.get("filed", ""), bool(given.get("late"))
    seen = seen_by(people) | people.agencies(Capability.TAKE_REPORTS)
    below = bool(given.get("below")) and seen != supervised(people)
    if below:
        seen = supervised(people)
    every = board(seen, year, moment.today())
    shown = [
        one for one in every if (not filed or one.filed == filed) and (not late or one.is_late)
    ]
    return Narrowed(year, below, filed, late, every, shown, reminded(seen, year))


def _page(
    request: HttpRequest, people: Standing, found: Narrowed, refused: str = "", status: int = 200
) -> HttpResponse:
    today = moment.today()
    own = people.agencies(Capability.REPORT)
    counts = Counter(one.filed for one in found.every)
    to_urge = {one.agency.pk for one in urgeable(people, found.every, found.year)}
    not_today = {one for one in to_urge if found.reminded.get(one) != today}
    late = {one.agency.pk for one in found.every if one.is_late}
    page = Paginator(found.lines, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": found.year,
        "years": range(today.year, FIRST_YEAR - 1, -1),
        "page": page,
        "asked": found.address,
        "turning": f"?{found.address}&",
        "kept": urlencode(found.kept),
        "below": found.below,
        "lines": [(one, found.reminded.get(one.agency.pk)) for one in page.object_list],
        "every": len(found.every),
        "late_count": len(late),
        "only_late": found.late,
        "filters": [
            (one.value, FILED_NAMES[one], counts[one], one == found.filed) for one in Filed
        ],
        "filed": found.filed,
        "narrowed": found.said,
        "own": own,
        "brings_in": Agency.objects.get(pk__in=own) if len(own) == 1 else None,
        "to_urge": not_today,
        "late_to_urge": len(late & not_today),
        "today": today,
        "refused": refused,
        "title": _("{year} 年度报告").format(year=found.year),
    }
    return render(request, "workspace/reports/board.html", context, status=status)
