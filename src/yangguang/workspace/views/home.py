"""The first page: what waits for me."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests import public_answers, queries, reexamining
from yangguang.inforequests.queries import Sort, Tab
from yangguang.reporting.whose_turn import WhoseTurn
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.rows import Row, rows

SHOWN: Final = 5
"""Rows of each part; the rest is a click away."""

_PARTS: Final = (
    (Tab.OVERDUE, _("已逾期")),
    (Tab.DISPUTED, _("复议、诉讼：等本机关提交答复、答辩")),
    (Tab.TO_APPROVE, _("待我审批")),
    (Tab.SOON, _("5 个工作日内到期")),
    (Tab.UNASSIGNED, _("待分办")),
    (Tab.MINE, _("我承办的")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """What waits, of one kind: the first few, and how many in all."""

    tab: Tab
    name: Any
    rows: list[Row]
    count: int


def _to_reexamine(people: Standing, on: date) -> int:
    handles = people.agencies(Capability.HANDLE)
    return reexamining.due(people, on).count() if handles else 0


def _in_doubt(people: Standing) -> int:
    """How much that is open to all was overturned or answered anew: for who can take it back."""
    registers = people.agencies(Capability.REGISTER)
    return public_answers.in_doubt(people).filter(agency__in=registers).count() if registers else 0


def _to_file(people: Standing) -> list[dict[str, Any]]:
    """The agencies at which one registers and something waits to be filed: how much."""
    counts = queries.count_unfiled(people, people.agencies(Capability.REGISTER))
    agencies = Agency.objects.filter(pk__in=counts).order_by("pk")
    return [{"agency": one, "count": counts[one.pk]} for one in agencies]


def _first_of(people: Standing, tab: Tab, today: date) -> QuerySet[CaseState]:
    sort = Sort.STATEMENT if tab is Tab.DISPUTED else Sort.DUE
    return queries.queue(people, tab, today, sort=sort)[:SHOWN]


@access(STAFF)
@require_safe
def home(request: HttpRequest, people: Standing) -> HttpResponse:
    """What waits for me, the most pressing first."""
    today = moment.today()
    counts = queries.open_counts(people, today)
    parts = [
        Part(tab, name, rows(_first_of(people, tab, today), today), counts[tab])
        for tab, name in _PARTS
        if counts[tab] and (tab is not Tab.UNASSIGNED or people.agencies(Capability.ASSIGN))
    ]
    shown = {
        "parts": parts,
        "reports": WhoseTurn(people, today),
        "to_reexamine": _to_reexamine(people, today),
        "in_doubt": _in_doubt(people),
        "to_file": _to_file(people),
        "may_register": bool(people.agencies(Capability.REGISTER)),
        "sees_cases": bool(people.agencies(Capability.SEE_CASES)),
        "people": people,
    }
    return render(request, "workspace/home.html", shown)
