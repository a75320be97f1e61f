"""A cell as the form prints it."""

from typing import Final

from yangguang.annual_report.report import AnnualReport, Status

UNREAD: Final = "？"
"""Stands where a figure was printed that could not be read: neither blank nor a number."""


def printed(report: AnnualReport, cell_id: str) -> str:
    """The figure in a cell with the unit that the cell itself has; empty for blank and absent."""
    cell = report.cells.get(cell_id)
    if cell is None or cell.value is None:
        return UNREAD if cell is not None and cell.status is Status.UNREADABLE else ""
    plain = f"{cell.value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain + cell.unit
