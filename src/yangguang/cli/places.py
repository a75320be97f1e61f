"""Where cells stand, said once for a row or a column rather than cell by cell."""

from collections.abc import Sequence
from typing import NamedTuple

from yangguang.annual_report.checking.cell_names import (
    cell_name,
    column_name,
    row_name,
    several,
    table_name,
)
from yangguang.annual_report.form import Column, Row
from yangguang.annual_report.report import AnnualReport

_FEW = 3


class _Place(NamedTuple):
    cell: str
    table: int
    row: Row
    column: Column


def places(report: AnnualReport, cells: Sequence[str]) -> str:
    """The places of `cells`: by row if they stand in few rows, by column if in few columns."""
    wanted = set(cells)
    found = [
        _Place(cell, table.number, row, column)
        for table in report.tables.values()
        for row in table.rows
        for column in row.columns
        if (cell := table.cell_id(row.id, column.id)) in wanted
    ]
    rows = list(dict.fromkeys((place.table, place.row) for place in found))
    columns = list(dict.fromkeys((place.table, place.column) for place in found))
    if len(cells) <= 1 or len(found) < len(cells):
        return several(map(cell_name, cells))
    if len(rows) <= _FEW and len(rows) <= len(columns):
        return "；".join(_row(place, found) for place in rows)
    if len(columns) <= _FEW:
        return "；".join(_column(place, found) for place in columns)
    return several(map(cell_name, cells))


def _row(place: tuple[int, Row], found: Sequence[_Place]) -> str:
    table, row = place
    columns = [p.column for p in found if (p.table, p.row) == place]
    return f"{table_name(table)}“{row_name(row)}”的{'、'.join(map(column_name, columns))}"


def _column(place: tuple[int, Column], found: Sequence[_Place]) -> str:
    table, column = place
    cells = [p.cell for p in found if (p.table, p.column) == place]
    if len(cells) <= _FEW:
        return several(map(cell_name, cells))
    return f"{table_name(table)}“{column_name(column)}”列，共 {len(cells)} 格"
