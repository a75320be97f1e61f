"""The cells of a report as CSV, for spreadsheets and statistics: one line a cell."""

import csv
import io
from typing import Final

from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.figures import printed

COLUMNS: Final = ("机关", "年度", "版本", "表", "组", "行", "列", "单元格", "数值", "状态", "单位")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write(report: AnnualReport) -> bytes:
    """UTF-8 with a mark, so that spreadsheets show Chinese; figures are plain numbers."""
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerow(COLUMNS)
    edition = report.edition.value if report.edition else ""
    for number, table in sorted(report.tables.items()):
        for row in table.rows:
            for column in row.columns:
                cell_id = table.cell_id(row.id, column.id)
                cell = report.cells[cell_id]
                value = (
                    printed(report, cell_id).removesuffix(cell.unit)
                    if cell.value is not None
                    else ""
                )
                out.writerow(
                    [
                        harmless(report.agency),
                        report.year if report.year is not None else "",
                        edition,
                        number,
                        row.group,
                        row.label,
                        column.label,
                        cell_id,
                        value,
                        cell.status.value,
                        cell.unit,
                    ]
                )
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula, quoted."""
    return "'" + text if text.startswith(_FORMULA) else text
