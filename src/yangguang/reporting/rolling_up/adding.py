"""Cell by cell sums. Pure: what holds of every member's table holds of the sum."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report import money
from yangguang.annual_report.form import Form

_NOUGHT: Final = Decimal(0)


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
                found[cell] = found.get(cell, _NOUGHT) + money.in_form_s_unit(
                    cell, stated.value, stated.unit
                )
    return Sum({cell: found[cell] for cell in cells if cell in found}, blank)


def in_form_s_unit(cell: str, figure: Figure) -> Decimal | None:
    """A figure in the unit in which it is added: sums of money in 万元."""
    if figure.value is None:
        return None
    return money.in_form_s_unit(cell, figure.value, figure.unit)
