"""Where cells stand, table by table."""

from collections.abc import Sequence

from yangguang.annual_report.checking.cell_names import cell_name, cells_named, table_name
from yangguang.annual_report.report import AnnualReport

_MOST = 90


def places(report: AnnualReport, cells: Sequence[str]) -> str:
    """The places of `cells` in words, whole rows and columns by their names; cut when long."""
    if len(cells) == 1:
        return cell_name(cells[0])
    said = []
    for table in report.tables.values():
        its_own = set(table.cell_ids)
        if here := [cell for cell in cells if cell in its_own]:
            said.append(f"{table_name(table.number)}{cells_named(table, here)}")
    words = "；".join(said)
    return words if len(words) <= _MOST else f"{words[:_MOST]}……共 {len(cells)} 格"
