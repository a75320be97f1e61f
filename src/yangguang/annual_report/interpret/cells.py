"""From the slots of a row to cells of the report."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from yangguang.annual_report.blocks import UNCOMPUTED
from yangguang.annual_report.interpret.alignment import Alignment
from yangguang.annual_report.interpret.figures import Print, Slot
from yangguang.annual_report.report import AnnualReport, Cell, Provenance, Status

ABSENT = Cell(None, Status.ABSENT)
_NO_FIGURE: Final = "有的格子里不是数字，或者数字太大"
_NOT_COMPUTED: Final = (
    "有的格子里是公式，还没有算出数：用 WPS 或者 Excel 打开、保存以后再选，或者直接填上数字"
)
_LARGEST: Final = Decimal(10) ** 15
"""No office counts as far; and every whole number below it is exact in JSON."""


def cell_of(slot: Slot | None) -> Cell:
    """The cell that a slot gives: a figure read, a blank, or what is no figure."""
    if slot is None:
        return Cell(None, Status.BLANK)
    provenance = Provenance(slot.place, slot.raw)
    figure = slot.figure
    if figure.print is Print.FIGURE:
        return _held(figure.value, Status.READ, provenance, figure.unit)
    if figure.print is Print.BLANK:
        return Cell(None, Status.BLANK, provenance)
    return Cell(None, Status.UNREADABLE, provenance)


def no_figure(slots: Sequence[Slot]) -> str:
    """Why a cell is unreadable although it is known which one it is."""
    return _NOT_COMPUTED if any(one.raw == UNCOMPUTED for one in slots) else _NO_FIGURE


def unreadable(slots: Sequence[Slot]) -> Cell:
    """A cell whose figure stands somewhere among `slots`, but which it is cannot be said."""
    if not slots:
        return Cell(None, Status.UNREADABLE)
    raw = " ".join(dict.fromkeys(slot.raw.strip() for slot in slots if slot.raw.strip()))
    return Cell(None, Status.UNREADABLE, Provenance(slots[0].place, raw))


def agreed(ways: Sequence[Alignment], slots: Sequence[Slot], columns: int) -> list[Cell]:
    """One cell a column: what all `ways` agree on; unreadable where they differ."""
    return [_agreed_at(ways, slots, column) for column in range(columns)]


def _agreed_at(ways: Sequence[Alignment], slots: Sequence[Slot], column: int) -> Cell:
    values: set[Decimal | None] = {way.values[column] for way in ways}
    if len(values) != 1:
        return unreadable(slots)
    value = values.pop()
    slot = next((way.slots[column] for way in ways if way.slots[column] is not None), None)
    if any(way.inferred is not None for way in ways) and value is not None:
        where = slot or (slots[0] if slots else None)
        provenance = Provenance(where.place, where.raw) if where else None
        return _held(value, Status.INFERRED, provenance)
    if slot is None or slot.figure.print is not Print.FIGURE:
        return cell_of(slot)
    return _held(value, Status.READ, Provenance(slot.place, slot.raw), slot.figure.unit)


def within_reason(report: AnnualReport) -> AnnualReport:
    """A report that was not read from print, with the same cells unreadable."""
    cells = {id: _held(*cell) for id, cell in report.cells.items()}
    return replace(report, cells=cells)


def _held(
    value: Decimal | None, status: Status, provenance: Provenance | None = None, unit: str = ""
) -> Cell:
    """A cell with that figure; unreadable where it is larger than any that can be meant."""
    if value is not None and abs(value) >= _LARGEST:
        return Cell(None, Status.UNREADABLE, provenance)
    return Cell(value, status, provenance, unit)
