"""What an agency says to the findings in its report."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from yangguang.annual_report.checking import Finding
from yangguang.annual_report.form import table3
from yangguang.law.requests import RequestRow
from yangguang.reporting.compiling.findings import CARRIED_OVER
from yangguang.reporting.models import Explanation, YearReport

BETWEEN_YEARS: Final = "years.carried_over"
_TOTAL: Final = table3.TABLE_2021.cell_id(RequestRow.CARRIED_OVER, table3.TOTAL.id)


def explained(report: YearReport, known_at: datetime | None = None) -> dict[str, str]:
    """Finding → what the agency last said to it, by a moment if one is given."""
    rows = Explanation.objects.filter(report=report).order_by("pk")
    if known_at is not None:
        rows = rows.filter(said_at__lte=known_at)
    return {one.finding: one.text for one in rows}


def with_the_same_said(found: Iterable[Finding], explained: Mapping[str, str]) -> Mapping[str, str]:
    """What was said of a difference from what was published holds of the break that it makes.

    The ledger and the form's fifth identity tell of one thing: it is explained once.
    """
    every = list(found)
    said = dict(explained)
    for one in every:
        if one.rule == CARRIED_OVER and (words := explained.get(one.key)):
            cells = {*one.cells, _TOTAL}
            for other in every:
                if other.rule == BETWEEN_YEARS and cells.issuperset(other.cells):
                    said[other.key] = said.get(other.key) or words
    return said
