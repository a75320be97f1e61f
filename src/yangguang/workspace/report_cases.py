"""The requests behind a figure of a report, as a page shows them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import QueryDict

from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.workspace.rows import rows
from yangguang.workspace.views.reports import query

A_PAGE: Final = 50


def page_of_cases(cases: Sequence[int], given: QueryDict, known_at: datetime) -> dict[str, Any]:
    """What `parts/cases_behind.html` shows of these cases (ids), for an address's parameters.

    `changed`: those of whose counting something was entered after `known_at`.
    """
    page = Paginator(distinct(cases), A_PAGE).get_page(given.get("page"))
    asked = query(given)
    states = _states(page.object_list)
    return {
        "asked": asked,
        "page": page,
        "turning": f"{asked}&" if asked else "?",
        "rows": rows(states, moment.today()),
        "changed": {one.pk for one in states if one.counted_since and one.counted_since > known_at},
    }


def distinct(cases: Sequence[int]) -> list[int]:
    """Each once, in their order."""
    return list(dict.fromkeys(cases))


def _states(cases: Sequence[int]) -> list[CaseState]:
    found = CaseState.objects.select_related("agency", "handler").in_bulk(list(cases))
    return [found[case] for case in cases if case in found]
