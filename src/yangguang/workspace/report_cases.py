"""The requests behind a figure of a report: as a page shows them, and to take along."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests import exchanges
from yangguang.workspace.report_asked import query
from yangguang.workspace.rows import rows
from yangguang.workspace.views.lists import as_workbook

A_PAGE: Final = 50


class Counted(NamedTuple):
    """A figure that counts requests: whose, of which year, its name in words and in a file's."""

    agency: Agency
    year: int
    name: str
    in_a_file: str


def page_of_cases(cases: Sequence[int], given: QueryDict, known_at: datetime) -> dict[str, Any]:
    """What `parts/cases_behind.html` shows of these cases (ids), for an address's parameters.

    `changed`: those of whose counting something was entered after `known_at`.
    """
    page = Paginator(_distinct(cases), A_PAGE).get_page(given.get("page"))
    asked = query(given)
    states = _states(page.object_list)
    return {
        "asked": asked,
        "page": page,
        "turning": f"{asked}&" if asked else "?",
        "rows": rows(states, moment.today()),
        "changed": {one.pk for one in states if one.counted_since and one.counted_since > known_at},
    }


def taken_along(
    request: HttpRequest, people: Standing, figure: Counted, cases: Sequence[int], back: str
) -> HttpResponseBase:
    """These cases (ids) as a workbook, each once; it is on record.

    Too many for one: to the address `back`, with a sentence.
    """
    wanted = _distinct(cases)
    if len(wanted) > exchanges.MOST:
        said = _("这里有 {count} 件，一次最多导出 {most} 件。")
        messages.warning(request, said.format(count=len(wanted), most=exchanges.MOST))
        return redirect(back)
    said = _("{year} 年度报告 {name}").format(year=figure.year, name=figure.name)
    states = CaseState.objects.filter(pk__in=wanted).order_by("pk")
    taken = exchanges.take_out(states, people, said)
    name = _("年报_{agency}_{year}_{figure}").format(
        agency=figure.agency.short_name, year=figure.year, figure=figure.in_a_file
    )
    return as_workbook(taken, name, moment.today())


def _distinct(cases: Sequence[int]) -> list[int]:
    return list(dict.fromkeys(cases))


def _states(cases: Sequence[int]) -> list[CaseState]:
    found = CaseState.objects.select_related("agency", "handler").in_bulk(list(cases))
    return [found[case] for case in cases if case in found]
