"""The cells of a report as CSV, for spreadsheets and statistics: one line a cell."""

import csv
import io
from collections.abc import Iterator
from typing import Final, NamedTuple

from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import figure

COLUMNS: Final = ("机关", "年度", "版本", "表", "组", "行", "列", "单元格", "数值", "状态", "单位")
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
"""What a formula begins with; a spreadsheet set to Chinese takes the wide signs for the others."""


class Line(NamedTuple):
    """A cell with the words of the form; `value` a plain number, empty where there is none."""

    table: int
    group: str
    row: str
    column: str
    cell: str
    value: str
    status: str
    unit: str


def lines(report: AnnualReport) -> Iterator[Line]:
    """The cells of the tables that a report has, in print order; nothing in them is a formula."""
    for number, table in sorted(report.tables.items()):
        for row in table.rows:
            for column in row.columns:
                cell_id = table.cell_id(row.id, column.id)
                cell = report.cells[cell_id]
                value = figure(cell).removesuffix(cell.unit) if cell.value is not None else ""
                unit = harmless(cell.unit)
                status = cell.status.value
                yield Line(number, row.group, row.label, column.label, cell_id, value, status, unit)


def write(report: AnnualReport) -> bytes:
    """UTF-8 with a mark, so that spreadsheets show Chinese; figures are plain numbers."""
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow(COLUMNS)
    edition = report.edition.value if report.edition else ""
    year = report.year if report.year is not None else ""
    out.writerows((harmless(report.agency), year, edition, *line) for line in lines(report))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula, quoted."""
    return "'" + text if text.startswith(_FORMULA) else text
