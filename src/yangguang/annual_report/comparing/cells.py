"""The figures of two reports, table by table, cell by cell."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yangguang.annual_report.checking.cell_names import cell_name, column_name, row_name
from yangguang.annual_report.comparing.model import (
    CellPair,
    Difference,
    Incomparable,
    Side,
    TablePair,
)
from yangguang.annual_report.form import FORMS, Column, Row, Table, table3
from yangguang.annual_report.money import IN_YUAN
from yangguang.annual_report.report import AnnualReport, Cell, Status

_ABSENT: Final = Cell(None, Status.ABSENT)
_UNIT_OF_COLUMN: Final = re.compile(r"单位：(\w+)")
_OTHER_FORM: Final = "两份报告的格式版本不同，另一份的表样没有相同的项目。"
_MERGED: Final = "一份报告把“（六）其他处理”合为一行，另一份分列，不能逐格比较。"


def compared_tables(left: AnnualReport, right: AnnualReport) -> tuple[TablePair, ...]:
    """The tables that at least one of the two has."""
    numbers = sorted({number for form in FORMS.values() for number in form.tables})
    return tuple(
        _table(number, left, right)
        for number in numbers
        if number in left.tables or number in right.tables
    )


def _table(number: int, left: AnnualReport, right: AnnualReport) -> TablePair:
    one, other = left.tables.get(number), right.tables.get(number)
    if one is None or other is None:
        absent = (Side.LEFT,) if one is None else (Side.RIGHT,)
        return TablePair(number, (), (), absent)
    form = _form(left, one), _form(right, other)
    cells = []
    for row in form[1].rows:
        counterpart = form[0].by_id.get(row.id)
        if counterpart is None or _means_another(counterpart, row):
            continue
        columns = {column.id for column in counterpart.columns}
        cells += [
            _pair(left, right, form[1].cell_id(row.id, column.id), row, column)
            for column in row.columns
            if column.id in columns
        ]
    compared = {cell.id for cell in cells}
    incomparable = (
        *_left_over(Side.LEFT, left, form, compared),
        *_left_over(Side.RIGHT, right, (form[1], form[0]), compared),
    )
    return TablePair(number, tuple(cells), incomparable, ())


def _form(report: AnnualReport, printed: Table) -> Table:
    """The table as the report's edition has it, with a single （六）其他处理 where it has one."""
    if report.edition is None:
        return printed
    official = FORMS[report.edition].tables[printed.number]
    if printed.number == table3.TABLE_2021.number and table3.OTHER_SINGLE in printed.rows:
        return table3.TABLE_2019
    return official


def _means_another(one: Row, other: Row) -> bool:
    """Whether two rows of one id count different things: the single 其他处理, and 3.其他."""
    return (one == table3.OTHER_SINGLE) != (other == table3.OTHER_SINGLE)


def _left_over(
    side: Side, report: AnnualReport, form: tuple[Table, Table], compared: set[str]
) -> Iterator[Incomparable]:
    """What of the first form cannot be held against the second."""
    table, other = form
    by_reason: dict[str, list[tuple[Row, list[Column]]]] = {}
    for row in table.rows:
        columns = [c for c in row.columns if table.cell_id(row.id, c.id) not in compared]
        if columns:
            is_merged = row.group == table3.OTHER or row == table3.OTHER_SINGLE
            reason = _MERGED if is_merged and table.rows != other.rows else _OTHER_FORM
            by_reason.setdefault(reason, []).append((row, columns))
    for reason, rows in by_reason.items():
        names = [name for row, columns in rows for name in _names(row, columns)]
        if reason == _MERGED:
            names = [table3.OTHER]
        cells = tuple(
            (
                f"“{row_name(row)}”的“{column_name(column)}”",
                _cell(report, table.cell_id(row.id, column.id)),
            )
            for row, columns in rows
            for column in columns
        )
        yield Incomparable(side, tuple(names), reason, cells)


def _names(row: Row, columns: list[Column]) -> list[str]:
    """The row's name where none of its cells is compared, else the names of those that are not."""
    if len(columns) == len(row.columns):
        return [row_name(row)]
    return [f"{row_name(row)}·{column_name(column)}" for column in columns]


def _cell(report: AnnualReport, cell_id: str) -> Cell:
    return report.cells.get(cell_id, _ABSENT)


def _pair(
    left: AnnualReport, right: AnnualReport, cell_id: str, row: Row, column: Column
) -> CellPair:
    one, other = _cell(left, cell_id), _cell(right, cell_id)
    names = cell_name(cell_id), row_name(row), column_name(column)
    pair = CellPair(cell_id, *names, one, other, Difference.NEITHER)
    if one.value is None or other.value is None:
        if one.value is not None:
            return pair._replace(difference=Difference.LEFT_ONLY)
        if other.value is not None:
            return pair._replace(difference=Difference.RIGHT_ONLY)
        return pair
    before = _in_unit_of(other, one, column)
    if before is None:
        return pair._replace(difference=Difference.CHANGED)
    change = other.value - before
    if not change:
        return pair._replace(difference=Difference.SAME, change=change, unit=other.unit)
    return pair._replace(
        difference=Difference.CHANGED,
        change=change,
        percent=change / before * 100 if before > 0 else None,
        unit=other.unit,
    )


def _in_unit_of(other: Cell, cell: Cell, column: Column) -> Decimal | None:
    """A cell's figure in the unit of another; None where one of them does not say its unit.

    A figure without a unit has that of its column's label: 本年收费金额（单位：万元）.
    """
    assert cell.value is not None
    if cell.unit == other.unit or cell.value == 0:
        return cell.value
    stated = _UNIT_OF_COLUMN.search(column.label)
    of_column = stated[1] if stated else ""
    unit, wanted = cell.unit or of_column, other.unit or of_column
    if unit not in IN_YUAN or wanted not in IN_YUAN:
        return None
    return cell.value * IN_YUAN[unit] / IN_YUAN[wanted]
