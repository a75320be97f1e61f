"""What cells without a figure must hold, where the identities 1–4 leave no choice."""

from collections.abc import Set
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.checking.sums import (
    EQUATIONS,
    PLACES,
    Equation,
    Identity,
    Standing,
    State,
    is_count,
    not_printed,
)
from yangguang.annual_report.report import AnnualReport, Status

_ZERO: Final = Decimal(0)


class Determined(NamedTuple):
    """A cell that must hold `value`, and the sum that says so."""

    cell: str
    value: Decimal
    equation: Equation


def unreadable_cells(report: AnnualReport) -> tuple[Determined, ...]:
    """The unreadable cells of Tables 3 and 4 that the identities determine.

    A sum with one unknown gives it; what it gives may leave other sums with one unknown. If two
    sums give different figures, or one does not hold in the end, a figure around them is wrong,
    and nothing is given.
    """
    cells = report.cells
    unknown = {c for c in PLACES if c in cells and cells[c].status is Status.UNREADABLE}
    if not unknown:
        return ()
    left_out = not_printed(report)
    concerned = sorted({place.equation for cell in unknown for place in PLACES[cell]})
    found: dict[str, Determined] = {}
    while True:
        before = len(found)
        for index in concerned:
            sum_ = _weigh(report, EQUATIONS[index], left_out, found)
            if sum_ is None:
                continue
            match sum_.unknowns:
                case []:
                    if sum_.balance:
                        return ()
                case [(cell, sign)]:
                    value = -sign * sum_.balance
                    if not is_count(value):
                        return ()
                    found[cell] = Determined(cell, value, EQUATIONS[index])
        if len(found) == before:
            return tuple(found[cell] for cell in PLACES if cell in found)


class _Sum(NamedTuple):
    balance: Decimal
    unknowns: list[tuple[str, int]]


def _weigh(
    report: AnnualReport,
    equation: Equation,
    left_out: Set[str],
    found: dict[str, Determined],
) -> _Sum | None:
    """Parts − wholes as far as known, and the unknowns with their signs.

    None where a row or column is missing, or nothing but blanks speaks.
    """
    balance = _ZERO
    unknowns: list[tuple[str, int]] = []
    printed = 0
    for sign, side in ((1, equation.parts), (-1, equation.wholes)):
        for cell_id in side:
            cell = report.cells.get(cell_id)
            known = found[cell_id].value if cell_id in found else cell and cell.value
            if known is not None:
                balance += sign * known
                printed += 1
            elif cell is not None and cell.status is Status.UNREADABLE:
                unknowns.append((cell_id, sign))
            elif cell is not None and cell.status is Status.ABSENT and cell_id not in left_out:
                return None
    return _Sum(balance, unknowns) if printed else None


def blank_of_group(report: AnnualReport, standing: Standing) -> Determined | None:
    """The only blank cell in a group of Table 4 whose sum does not hold, and what it must hold."""
    equation = standing.equation
    if equation.identity is not Identity.GROUP_SUM or standing.state is not State.BROKEN:
        return None
    ids = (*equation.parts, *equation.wholes)
    blank = [c for c in ids if c in report.cells and report.cells[c].status is Status.BLANK]
    if len(blank) != 1:
        return None
    value = standing.difference if blank[0] in equation.wholes else -standing.difference
    return Determined(blank[0], value, equation) if is_count(value) else None
