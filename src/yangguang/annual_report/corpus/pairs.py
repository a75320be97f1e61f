"""Which report of a corpus is whose report of the year before, and what the two do not agree on.

As `pairing.previous_of`, which compares every report with every other of the year before; here by
joins on the names, so that the work grows with the number of reports and not with its square.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

import duckdb

from yangguang.annual_report import as_json
from yangguang.annual_report.checking import check, years
from yangguang.annual_report.corpus.rows import Row, finding_row
from yangguang.annual_report.corpus.scratch import quoted
from yangguang.annual_report.form import Edition
from yangguang.annual_report.report import AnnualReport, Cell, Status

_PAIRING: Final = """
CREATE TABLE best AS
    SELECT agency_key, year, report FROM known
    WHERE year IS NOT NULL AND agency_key <> ''
    QUALIFY row_number() OVER (PARTITION BY agency_key, year ORDER BY figures DESC, file) = 1;
CREATE TABLE links AS
    WITH names AS (
        SELECT agency_key, any_value(shorter_keys) AS shorter FROM known GROUP BY agency_key
    ), pairs AS (
        SELECT agency_key AS long, unnest(shorter) AS short FROM names
    )
    SELECT long AS name, short AS other FROM pairs SEMI JOIN names ON names.agency_key = short
    UNION ALL
    SELECT short AS name, long AS other FROM pairs SEMI JOIN names ON names.agency_key = short;
CREATE TABLE exact AS
    SELECT now.agency_key, now.year, last.report AS previous
    FROM best now JOIN best last
        ON last.agency_key = now.agency_key AND last.year = now.year - 1
    WHERE NOT starts_with(now.agency_key, '某');
CREATE TABLE near AS
    SELECT now.agency_key, now.year, any_value(last.report) AS previous
    FROM best now
    ANTI JOIN exact USING (agency_key, year)
    JOIN links ON links.name = now.agency_key
    JOIN best last ON last.agency_key = links.other AND last.year = now.year - 1
    GROUP BY now.agency_key, now.year HAVING count(*) = 1;
CREATE TABLE previous AS
    SELECT known.report, found.previous
    FROM known JOIN (FROM exact UNION ALL FROM near) found USING (agency_key, year);
"""
_FIGURES: Final = """
CREATE TABLE figures AS
    SELECT report, list({{'cell': cell, 'value': value, 'status': status}}) AS cells
    FROM {cells} WHERE cell IN ({wanted}) GROUP BY report;
"""
_SIDE_BY_SIDE: Final = """
SELECT now.report, now.agency, now.year, now.edition, here.cells AS cells,
    last.agency AS last_agency, last.year AS last_year, last.edition AS last_edition,
    there.cells AS last_cells
FROM previous
JOIN known now USING (report)
JOIN known last ON last.report = previous.previous
JOIN figures here ON here.report = now.report
JOIN figures there ON there.report = last.report
"""


def pair(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `previous` (report, previous) from the table `known`, one row a report."""
    connection.execute(_PAIRING)


def findings_across_years(connection: duckdb.DuckDBPyConnection, cells: str) -> Iterator[Row]:
    """What the rules across years find in each pair, as rows of `findings`.

    `cells` is the SQL that gives the cells of the reports in `known`.
    """
    wanted = ", ".join(map(quoted, sorted(years.CELLS)))
    connection.execute(_FIGURES.format(cells=cells, wanted=wanted))
    for batch in connection.cursor().sql(_SIDE_BY_SIDE).to_arrow_reader(1000):
        for row in batch.to_pylist():
            now = _report(row["agency"], row["year"], row["edition"], row["cells"])
            last = _report(
                row["last_agency"], row["last_year"], row["last_edition"], row["last_cells"]
            )
            for finding in check(now, last, years.RULES):
                made = {"key": finding.key, **as_json.finding_object(finding, now)}
                yield finding_row(made, row["report"], now.year)


def _report(
    agency: str, year: int, edition: str | None, cells: list[Mapping[str, Any]]
) -> AnnualReport:
    """As much of a report as the rules across years look at."""
    return AnnualReport(
        file="",
        agency=agency,
        year=year,
        edition=Edition(edition) if edition else None,
        cells={cell["cell"]: Cell(_plain(cell["value"]), Status(cell["status"])) for cell in cells},
    )


def _plain(value: Decimal | None) -> Decimal | None:
    return value if value is None else value.normalize()
