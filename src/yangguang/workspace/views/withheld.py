"""What was withheld and is to be looked at anew (Art. 18), and what may be opened by now."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests import queries, reexamining
from yangguang.law.dispositions import RULES, Disposition, Rule
from yangguang.workspace.access import HANDLER, access
from yangguang.workspace.rows import shortened

A_PAGE: Final = 25
_NAMES: Final = {"due": _("该复查的"), "gone": _("可以公开的"), "all": _("全部没有公开的")}


@dataclass(frozen=True, slots=True)
class Row:
    """The answer that holds now, and keeps something back: on what ground, since when, when last
    looked at."""

    state: CaseState
    wanted: str
    rule: Rule
    answered: date | None
    looked_at: date | None


@access(HANDLER)
@require_safe
def withheld(request: HttpRequest, people: Standing) -> HttpResponse:
    """The list, part by part."""
    parts = {
        "due": reexamining.due(people, moment.today()),
        "gone": reexamining.may_be_opened(people),
        "all": reexamining.kept_back(people),
    }
    chosen = request.GET.get("part", "")
    chosen = chosen if chosen in parts else "due"
    page = Paginator(parts[chosen], A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "tabs": [(name, _NAMES[name], parts[name].count(), name == chosen) for name in parts],
        "part": chosen,
        "page": page,
        "rows": _rows(list(page.object_list)),
    }
    return render(request, "workspace/withheld.html", shown)


def _rows(states: list[CaseState]) -> list[Row]:
    wanted = queries.wanted_in([one.case_id for one in states])
    return [
        Row(
            one,
            shortened(wanted.get(one.case_id, "")),
            RULES[Disposition(one.in_force)],
            one.left_on,
            one.looked_at if one.reexamined else None,
        )
        for one in states
    ]
