"""A cell as the form prints it, and the mark and the note of one that was repaired."""

from typing import Final

from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.form import Table
from yangguang.annual_report.remarks import ON_A_CELL, bracketed
from yangguang.annual_report.report import AnnualReport, Cell, Repair, Status

UNREAD: Final = "？"
"""Stands where a figure was printed that could not be read: neither blank nor a number."""
MARK: Final = "*"
"""Stands behind a repaired figure; the note under the table says what the file printed."""


def figure(cell: Cell) -> str:
    """The figure with the unit that the cell itself has; empty where there is none."""
    if cell.value is None:
        return UNREAD if cell.status is Status.UNREADABLE else ""
    plain = f"{cell.value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain + cell.unit


def printed(report: AnnualReport, cell_id: str) -> str:
    """The figure in a cell of `report`, without a mark; empty for blank and absent."""
    cell = report.cells.get(cell_id)
    return "" if cell is None else figure(cell)


def is_repaired(report: AnnualReport, cell_id: str) -> bool:
    """Whether a cell holds another figure than the file, or none, by someone's decision."""
    cell = report.cells.get(cell_id)
    if cell is None:
        return False
    was_emptied = cell.status is Status.BLANK and any(cell_id == r.cell for r in report.repairs)
    return cell.status is Status.REPAIRED or was_emptied


def notes(report: AnnualReport, table: Table) -> dict[str, str]:
    """The notes under a table: of each repaired cell, what the file has in it, and why not now."""
    known = {repair.cell: repair for repair in report.repairs}
    return {
        cell_id: f"{MARK} {bracketed(ON_A_CELL, _note(report, cell_id, known.get(cell_id)))}"
        for cell_id in table.cell_ids
        if is_repaired(report, cell_id)
    }


def _note(report: AnnualReport, cell_id: str, repair: Repair | None) -> str:
    named, now = cell_name(cell_id), printed(report, cell_id) or "空白"
    if repair is None:
        return f"{named}，现为 {now}，与原文不同。"
    before = "空白" if repair.before.status is Status.BLANK else figure(repair.before)
    if repair.before.status is Status.UNREADABLE:
        before = "不能识读"
    reason = repair.reason.rstrip("。")
    return f"{named}，原文为 {before}，现为 {now}。" + (f"依据：{reason}。" if reason else "")
