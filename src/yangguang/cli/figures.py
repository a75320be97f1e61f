"""Cells as the terminal shows them: the figure, and how it came about unless plainly read."""

from yangguang.annual_report.checking import cell_names
from yangguang.annual_report.report import AnnualReport, Cell, Status

_ABSENT = Cell(None, Status.ABSENT)
_WORDS = {
    Status.BLANK: "空白",
    Status.ABSENT: "缺项",
    Status.UNREADABLE: "无法识读",
    Status.INFERRED: "推算",
    Status.REPAIRED: "修正",
}


def figure(report: AnnualReport, cell_id: str) -> str:
    """The figure of a cell with its unit, and its status in words; the status alone if none."""
    return shown(report.cells.get(cell_id, _ABSENT))


def shown(cell: Cell) -> str:
    """What a cell holds, as `figure` says it."""
    word = _WORDS.get(cell.status, "")
    if cell.value is None:
        return word
    stated = f"{cell_names.figure(cell.value)}{cell.unit}"
    return f"{stated}（{word}）" if word else stated
