"""What a corpus holds, in figures: counts, rates, and what is found most often."""

from decimal import Decimal
from typing import Any, Final, NamedTuple

import duckdb

from yangguang.annual_report.corpus.place import Corpus
from yangguang.annual_report.corpus.query import ask, opened
from yangguang.annual_report.form import table3
from yangguang.law.requests import RequestRow

MOST: Final = 10
"""How many of the commonest findings and reasons are told."""

_NEW, _GRANTED, _PARTIALLY, _TOTAL = (
    table3.TABLE_2021.cell_id(row, table3.TOTAL.id)
    for row in (
        RequestRow.NEW,
        RequestRow.GRANTED,
        RequestRow.PARTIALLY_GRANTED,
        RequestRow.TOTAL,
    )
)


class Year(NamedTuple):
    """One year: reports, agencies, reports with an error, and requests in them.

    `new`, `answered` (all that came to a result) and `granted` (予以公开 and 部分公开) add up the
    column 总计 of Table 3 over the reports that state it.
    """

    year: int | None
    reports: int
    agencies: int
    with_error: int
    new: Decimal
    answered: Decimal
    granted: Decimal


class Common(NamedTuple):
    """A rule, its severity, how many findings it gave and in how many reports."""

    rule: str
    title: str
    severity: str
    findings: int
    reports: int


class Summary(NamedTuple):
    """What a corpus holds."""

    files: int
    reports: int
    duplicates: int
    unreadable: int
    with_previous: int
    """Reports that were held against the same agency's of the year before."""
    editions: dict[str | None, int]
    years: list[Year]
    reasons: list[tuple[str, int]]
    findings: list[Common]


_YEARS: Final = """
WITH figures AS (
    SELECT report,
        sum(value) FILTER (cell = '{new}') AS new,
        sum(value) FILTER (cell = '{total}') AS answered,
        sum(value) FILTER (cell IN ('{granted}', '{partially}')) AS granted
    FROM cells WHERE cell IN ('{new}', '{total}', '{granted}', '{partially}') GROUP BY report
)
SELECT year, count(*), count(DISTINCT nullif(agency_key, '')), count(*) FILTER (errors > 0),
    coalesce(sum(new), 0), coalesce(sum(answered), 0), coalesce(sum(granted), 0)
FROM reports LEFT JOIN figures USING (report) GROUP BY year ORDER BY year NULLS LAST
"""
_FINDINGS: Final = """
SELECT rule, any_value(title), any_value(severity), count(*), count(DISTINCT report)
FROM findings GROUP BY rule ORDER BY 5 DESC, 4 DESC, 1 LIMIT {most}
"""
_REASONS: Final = """
SELECT reason, count(*) FROM unreadable GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {most}
"""


def summarise(corpus: Corpus) -> Summary:
    """The summary of a corpus. Raises Unbuildable where no build has ended yet."""
    with opened(corpus) as connection:
        outcomes = dict(_all(connection, "SELECT outcome, count(*) FROM files GROUP BY 1"))
        ((reports, with_previous),) = _all(
            connection, "SELECT count(*), count(previous) FROM reports"
        )
        editions = _all(
            connection,
            "SELECT edition, count(*) FROM reports GROUP BY 1 ORDER BY 1 NULLS LAST",
        )
        years = _YEARS.format(new=_NEW, total=_TOTAL, granted=_GRANTED, partially=_PARTIALLY)
        return Summary(
            files=sum(outcomes.values()),
            reports=reports,
            duplicates=outcomes.get("duplicate", 0),
            unreadable=outcomes.get("unreadable", 0),
            with_previous=with_previous,
            editions=dict(editions),
            years=[Year(*row) for row in _all(connection, years)],
            reasons=_all(connection, _REASONS.format(most=MOST)),
            findings=[Common(*row) for row in _all(connection, _FINDINGS.format(most=MOST))],
        )


def _all(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    return list(ask(connection, sql).rows)
