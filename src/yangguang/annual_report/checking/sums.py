"""The form's identities 1–4 as equations between cells, and how each stands in a report.

Source: the notes of the form (国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号; 勾稽关系). Every
identity has the shape "these cells sum to those": that is all that checking, locating a wrong
cell and filling a missing one need to know.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, Final, NamedTuple

from yangguang.annual_report.form import FORMS, Edition, table3, table4
from yangguang.annual_report.form.table3 import BALANCE, LEAVES
from yangguang.annual_report.report import AnnualReport, Cell, Status
from yangguang.law.requests import RequestRow


class Identity(StrEnum):
    """The four kinds of sum within one report, by the number the form's notes give them here."""

    BALANCE = "balance"
    COLUMN_SUM = "column_sum"
    ROW_SUM = "row_sum"
    GROUP_SUM = "group_sum"


class Equation(NamedTuple):
    """`parts` sum to `wholes`. `name` is the row or column (its id) along which they stand."""

    identity: Identity
    name: str
    parts: tuple[str, ...]
    wholes: tuple[str, ...]


class State(Enum):
    """How an equation stands.

    SILENT: a figure it needs is absent or unreadable, or all the parts are blank.
    UNEXPLAINED: the whole exceeds the parts, and a row or column that the file lacks may hold
    the rest.
    """

    HOLDS = "holds"
    BROKEN = "broken"
    UNEXPLAINED = "unexplained"
    SILENT = "silent"


class Standing(NamedTuple):
    """An equation with the sums found in a report; `difference` is parts − wholes."""

    equation: Equation
    state: State
    parts: Decimal
    wholes: Decimal

    @property
    def difference(self) -> Decimal:
        """By how much the parts exceed the wholes."""
        return self.parts - self.wholes


def _equations() -> tuple[Equation, ...]:
    found: list[Equation] = []
    cell3 = table3.TABLE_2021.cell_id
    for column in table3.COLUMNS:
        left, right = (tuple(cell3(row, column.id) for row in side) for side in BALANCE)
        found.append(Equation(Identity.BALANCE, column.id, left, right))
    for column in table3.COLUMNS:
        leaves = tuple(cell3(row, column.id) for row in LEAVES)
        whole = (cell3(RequestRow.TOTAL, column.id),)
        found.append(Equation(Identity.COLUMN_SUM, column.id, leaves, whole))
    for row in table3.TABLE_2021.rows:
        *parts, total = (cell3(row.id, column.id) for column in row.columns)
        found.append(Equation(Identity.ROW_SUM, row.id, tuple(parts), (total,)))
    for row in table4.TABLE.rows:
        *parts, total = (table4.TABLE.cell_id(row.id, column.id) for column in row.columns)
        found.append(Equation(Identity.GROUP_SUM, row.id, tuple(parts), (total,)))
    return tuple(found)


EQUATIONS: Final[tuple[Equation, ...]] = _equations()
"""Table 3: a balance and a sum for each of 7 columns, a sum for each of 25 rows. Table 4: three.

The rows that edition 2019 does not have simply find no cells there.
"""


class Place(NamedTuple):
    """An equation (its index in EQUATIONS) in which a cell stands; `sign` is +1 among the parts."""

    equation: int
    sign: int


def _places() -> dict[str, tuple[Place, ...]]:
    places: dict[str, list[Place]] = {}
    for index, equation in enumerate(EQUATIONS):
        for sign, side in ((1, equation.parts), (-1, equation.wholes)):
            for cell in side:
                places.setdefault(cell, []).append(Place(index, sign))
    return {cell: tuple(found) for cell, found in places.items()}


PLACES: Final[dict[str, tuple[Place, ...]]] = _places()
"""Cell id → the equations in which the cell stands."""

_ZERO: Final = Decimal(0)
_SPLIT_OTHER: Final = frozenset(
    cell
    for cell in table3.TABLE_2021.cell_ids
    if cell not in set(FORMS[Edition.E2019].tables[3].cell_ids)
)
"""The cells that only exist where （六）其他处理 is split into three rows."""


def has_single_other(report: AnnualReport) -> bool:
    """Whether the file's Table 3 prints （六）其他处理 as one row, which holds all of it."""
    table = report.tables.get(3)
    row = table.by_id.get(RequestRow.OTHER_OTHER) if table else None
    return row is not None and row.label == table3.OTHER_SINGLE.label


def not_printed(report: AnnualReport) -> frozenset[str]:
    """Cells of the form that this file does not have, and for good reason: a single 其他处理."""
    return _SPLIT_OTHER if has_single_other(report) else frozenset()


def standings(report: AnnualReport) -> tuple[Standing, ...]:
    """How each identity stands in `report`, in the order of EQUATIONS; tables it lacks left out."""
    cells = report.cells
    if not cells:
        return ()
    left_out = not_printed(report)
    figures: dict[str, Any] = {cell_id: cell.value for cell_id, cell in cells.items()}
    return tuple(
        _stand_complete(equation, figures) or _stand(equation, cells, left_out)
        for equation in EQUATIONS
    )


def _stand_complete(equation: Equation, figures: Mapping[str, Any]) -> Standing | None:
    """The same as `_stand`, several times faster, where all cells are there and hold figures."""
    try:
        parts = sum(map(figures.__getitem__, equation.parts), _ZERO)
        wholes = sum(map(figures.__getitem__, equation.wholes), _ZERO)
    except (KeyError, TypeError):
        return None
    state = State.HOLDS if parts == wholes else State.BROKEN
    return Standing(equation, state, parts, wholes)


class _Side(NamedTuple):
    total: Decimal
    printed: int
    absent: bool
    unreadable: bool


def _add(ids: tuple[str, ...], cells: Mapping[str, Cell], left_out: frozenset[str]) -> _Side:
    total = _ZERO
    printed = 0
    absent = False
    for cell_id in ids:
        cell = cells.get(cell_id)
        if cell is None:
            continue
        if cell.value is not None:
            total += cell.value
            printed += 1
        elif cell.status is Status.ABSENT:
            absent = absent or cell_id not in left_out
        elif cell.status is not Status.BLANK:
            return _Side(total, printed, absent, True)
    return _Side(total, printed, absent, False)


def _stand(equation: Equation, cells: Mapping[str, Cell], left_out: frozenset[str]) -> Standing:
    if equation.wholes[0] not in cells:
        return Standing(equation, State.SILENT, _ZERO, _ZERO)
    parts = _add(equation.parts, cells, left_out)
    wholes = _add(equation.wholes, cells, left_out)
    return Standing(equation, _state(equation, parts, wholes), parts.total, wholes.total)


def _state(equation: Equation, parts: _Side, wholes: _Side) -> State:
    balance = equation.identity is Identity.BALANCE
    if parts.unreadable or wholes.unreadable or wholes.absent or (balance and parts.absent):
        return State.SILENT
    if parts.total == wholes.total:
        return State.HOLDS
    if not parts.printed or (balance and not wholes.printed):
        return State.SILENT
    if parts.absent and parts.total < wholes.total:
        return State.UNEXPLAINED
    return State.BROKEN


def is_count(value: Decimal) -> bool:
    """Whether a figure can be a number of requests or cases: whole and not negative."""
    return value >= 0 and value == value.to_integral_value()
