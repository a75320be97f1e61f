"""A list of the queue as a workbook to take along; what was taken out and brought in."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    QueryDict,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests import exchanges
from yangguang.inforequests.models import Direction
from yangguang.workspace import workbook
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.rows import rows
from yangguang.workspace.views.queue import TAB_NAMES, listed, sound_query

_AT_ONCE: Final = 500
_A_PAGE: Final = 50
_NAMES: Final = {Direction.EXPORT: lazy("导出"), Direction.IMPORT: lazy("导入")}


@access(STAFF)
@require_POST
def export(request: HttpRequest, people: Standing) -> HttpResponseBase:
    """The list that an address of the queue names, as a workbook; it is on record."""
    today = moment.today()
    here = request.POST.get("here", "")
    of = listed(request, QueryDict(here), people, today)
    try:
        cases = exchanges.take_out(of.found, people, of.said)
    except exchanges.TooMany as found:
        said = _("这里有 {count} 件，一次最多导出 {most} 件：请先筛选，再导出。")
        messages.warning(request, said.format(count=found.count, most=exchanges.MOST))
        return redirect(f"{reverse('queue')}?{sound_query(here)}")
    return as_workbook(cases, _("办件_{tab}_{day}").format(tab=TAB_NAMES[of.tab], day=today), today)


def as_workbook(cases: Sequence[int], name: str, on: date) -> HttpResponseBase:
    """The requests (their ids), in the given order, as a workbook of that name."""
    heads = (
        (_("编号"), 18),
        (_("机关"), 18),
        (_("申请公开的信息"), 60),
        (_("申请人"), 14),
        (_("收到日期"), 12),
        (_("状态"), 16),
        (_("承办人"), 12),
        (_("答复期限"), 12),
        (_("期限情况"), 34),
    )
    return workbook.download(name, _("办件"), heads, _lines(cases, on))


def _lines(cases: Sequence[int], on: date) -> Iterator[Sequence[workbook.Cell]]:
    """What the queue shows of each, in the given order, some hundreds fetched at a time."""
    for start in range(0, len(cases), _AT_ONCE):
        some = cases[start : start + _AT_ONCE]
        states = CaseState.objects.select_related("agency", "handler").in_bulk(some)
        for row in rows((states[case] for case in some if case in states), on):
            yield (
                row.state.number,
                row.state.agency.short_name,
                row.wanted,
                row.applicant_kind,
                row.state.received_on,
                row.stage,
                str(row.state.handler or ""),
                row.state.due_on,
                row.due,
            )


@access(STAFF)
@require_safe
def exchanged(request: HttpRequest, people: Standing) -> HttpResponse:
    """Which lists were taken out and which requests brought in, by whom."""
    page = Paginator(exchanges.known_to(people), _A_PAGE).get_page(request.GET.get("page"))
    entries = [
        {
            "one": one,
            "direction": _NAMES[Direction(one.direction)],
        }
        for one in page.object_list
    ]
    return render(request, "workspace/exchanged.html", {"page": page, "entries": entries})
