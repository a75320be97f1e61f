"""Cell by cell sums. Pure: what holds of every member's table holds of the sum."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.form import Form, table2

_IN_YUAN: Final = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_NOUGHT: Final = Decimal(0)
_SUMS_OF_MONEY: Final = frozenset(
    table.cell_id(row.id, column.id)
    for table in (table2.TABLE_2021, table2.TABLE_2019)
    for row in table.rows
    for column in row.columns
    if column.id == table2.FEES.id
)


class Figure(NamedTuple):
    """A cell of a report that is added; `value` None: it states none."""

    value: Decimal | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """What a form's cells come to. `blank`: cell → how many of those added state no figure."""

    cells: Mapping[str, Decimal]
    blank: Mapping[str, int]


def add(form: Form, reports: Iterable[Mapping[str, Figure]]) -> Sum:
    """The sum of these reports' cells: money in 万元; a cell that nobody states is left out."""
    cells = form.cell_ids
    found: dict[str, Decimal] = {}
    blank: dict[str, int] = {}
    for figures in reports:
        for cell in cells:
            stated = figures.get(cell)
            if stated is None or stated.value is None:
                blank[cell] = blank.get(cell, 0) + 1
            elif stated.value or cell not in found:
                found[cell] = found.get(cell, _NOUGHT) + _in_form_s_unit(cell, stated)
    return Sum({cell: found[cell] for cell in cells if cell in found}, blank)


def in_form_s_unit(cell: str, figure: Figure) -> Decimal | None:
    """A figure in the unit in which it is added: sums of money in 万元."""
    return None if figure.value is None else _in_form_s_unit(cell, figure)


def _in_form_s_unit(cell: str, figure: Figure) -> Decimal:
    assert figure.value is not None
    if figure.unit in _IN_YUAN and cell in _SUMS_OF_MONEY:
        return figure.value * _IN_YUAN[figure.unit] / _IN_YUAN["万元"]
    return figure.value
