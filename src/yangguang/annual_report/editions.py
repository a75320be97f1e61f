"""A report put on the form of an edition: what has its place there is kept, nothing is made up.

The editions of 2019 and 2021 differ in Table 2, and in whether （六）其他处理 of Table 3 is one row
or three (国办公开办函〔2019〕60号, 〔2021〕30号). A cell is the same in both where its id is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.checking.cell_names import column_name, row_name, table_name
from yangguang.annual_report.form import FORMS, Edition, Table, table3
from yangguang.annual_report.report import AnnualReport, Cell, Doubt, DoubtKind, Status
from yangguang.law.requests import RequestRow

_BLANK: Final = Cell(None, Status.BLANK)
_OF_THE_PRINT: Final = frozenset(
    {
        DoubtKind.EXTRA_COLUMN,
        DoubtKind.MISSING_COLUMN,
        DoubtKind.EXTRA_ROW,
        DoubtKind.MISSING_ROW,
        DoubtKind.SINGLE_OTHER,
    }
)
"""Doubts about the shape of the tables in the file: the new form has its own shape."""
_OTHERS: Final = (RequestRow.OTHER_UNCORRECTED, RequestRow.OTHER_UNPAID, RequestRow.OTHER_OTHER)
_SUMMED: Final = "表三“（六）其他处理”一行由原表的三行相加"
_ALL_ZERO: Final = "表三“（六）其他处理”原为一行，其数为零的，在分列的三行都填零"


class LeftOut(NamedTuple):
    """A figure that has no place on the new form: what its cell is called, and the cell."""

    name: str
    cell: Cell


class OnForm(NamedTuple):
    """A report on another form; the figures left out; the ids of the cells that it did not have."""

    report: AnnualReport
    left_out: tuple[LeftOut, ...]
    added: tuple[str, ...]


def on_form(report: AnnualReport, edition: Edition) -> OnForm:
    """`report` on the whole form of `edition`: all three tables with all their rows.

    Cells that it lacks are blank. The three rows of （六）其他处理 become one by adding them, one
    row becomes three where it is zero (counts cannot be negative): such cells are `inferred`, with
    a doubt that says so. Any other figure without a place is in `left_out`. The prose stays.
    """
    form = FORMS[edition]
    cells: dict[str, Cell] = {}
    kept: set[str] = set()
    for table in form.tables.values():
        for cell_id in table.cell_ids:
            cell = _carried(report, table, cell_id)
            kept.update([cell_id] if cell else [])
            cells[cell_id] = cell or _BLANK
    others, doubts, used = _others(report, form.tables[3])
    cells |= others
    kept |= used
    written = replace(
        report,
        edition=edition,
        tables=form.tables,
        cells=cells,
        doubts=(*_remaining(report.doubts, cells), *doubts),
    )
    added = tuple(c for c in cells if c not in kept and c not in others)
    return OnForm(written, tuple(_left_out(report, kept)), added)


def _carried(report: AnnualReport, table: Table, cell_id: str) -> Cell | None:
    """The report's cell of that id, if it means the same there."""
    cell = report.cells.get(cell_id)
    if cell is None or cell.status is Status.ABSENT:
        return None
    is_other = cell_id in table.ids_by_row.get(RequestRow.OTHER_OTHER, ())
    return None if is_other and _is_single(report.tables[3]) != _is_single(table) else cell


def _is_single(table: Table) -> bool:
    """Whether （六）其他处理 is one row."""
    return table.by_id.get(RequestRow.OTHER_OTHER) == table3.OTHER_SINGLE


def _others(
    report: AnnualReport, table: Table
) -> tuple[Mapping[str, Cell], tuple[Doubt, ...], set[str]]:
    """The cells of （六）其他处理 that follow from the report's; a doubt; the cells used up."""
    before = report.tables.get(3)
    if before is None or _is_single(before) == _is_single(table):
        return {}, (), set()
    found: dict[str, Cell] = {}
    used: set[str] = set()
    for column in table3.COLUMNS:
        three = [table.cell_id(row, column.id) for row in _OTHERS]
        one = table.cell_id(RequestRow.OTHER_OTHER, column.id)
        if _is_single(table):
            figures = [report.value(cell) for cell in three]
            if None not in figures:
                whole = sum((f for f in figures if f is not None), Decimal(0))
                found[one] = Cell(whole, Status.INFERRED)
                used.update(three)
        elif report.value(one) == 0:
            found |= dict.fromkeys(three, Cell(Decimal(0), Status.INFERRED))
            used.add(one)
    if not found:
        return {}, (), set()
    message = _SUMMED if _is_single(table) else _ALL_ZERO
    return found, (Doubt(DoubtKind.INFERRED, message, tuple(found)),), used


def _remaining(doubts: Iterable[Doubt], cells: Mapping[str, Cell]) -> Iterator[Doubt]:
    """The doubts that are still about something on the form."""
    for doubt in doubts:
        its_cells = tuple(cell for cell in doubt.cells if cell in cells)
        if doubt.kind not in _OF_THE_PRINT and (its_cells or not doubt.cells):
            yield doubt._replace(cells=its_cells)


def _left_out(report: AnnualReport, kept: set[str]) -> Iterator[LeftOut]:
    for table in report.tables.values():
        for row in table.rows:
            for column in row.columns:
                cell_id = table.cell_id(row.id, column.id)
                cell = report.cells.get(cell_id)
                if cell is None or cell_id in kept or not _in_print(cell):
                    continue
                name = f"{table_name(table.number)}“{row_name(row)}”的“{column_name(column)}”"
                yield LeftOut(name.replace("的“”", ""), cell)


def _in_print(cell: Cell) -> bool:
    """Whether the file prints something there, be it unreadable."""
    return cell.value is not None or cell.status is Status.UNREADABLE
