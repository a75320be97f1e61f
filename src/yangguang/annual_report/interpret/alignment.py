"""Which figure of a printed row belongs to which column: every way that print allows.

Where a row prints as many figures as the table has columns there is one way. Where figures are
glued, missing or too many there are several; `choice` lets the identities decide among them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from yangguang.annual_report.interpret.figures import Print, Slot

Values = tuple[Decimal | None, ...]
MOST_EXTRA: Final = 3
GLUED: Final = "glued"


@dataclass(frozen=True, slots=True)
class Alignment:
    """One way to read a row: a value and a slot a column; `inferred` was not printed.

    `way` names the hypothesis (which slot was left out, where a cell was lost), so that rows of
    one table can be asked to agree.
    """

    values: Values
    slots: tuple[Slot | None, ...]
    way: str = ""
    inferred: int | None = None


def direct(slots: Sequence[Slot | None], way: str = "") -> Alignment:
    """Slots in column order, as they stand."""
    return Alignment(tuple(s.figure.value if s else None for s in slots), tuple(slots), way)


def printed(slots: Iterable[Slot]) -> list[Slot]:
    """The slots in which something is printed, figures and scraps."""
    return [slot for slot in slots if slot.figure.print is not Print.BLANK]


def run_of_digits(slots: Sequence[Slot], columns: int) -> str:
    """The digits of a row that prints nothing but one run of at least `columns`; else empty."""
    run = printed(slots)
    if len(run) != 1 or len(run[0].figure.digits) < columns or columns == 1:
        return ""
    return run[0].figure.digits.replace(",", "")


def may_be_one_figure(slots: Sequence[Slot]) -> bool:
    """Whether a row's only run of digits may be one figure beside cells that print nothing.

    It is glued for certain only where it begins with a zero.
    """
    run = printed(slots)
    return len(run) == 1 and not run[0].figure.digits.startswith("0")


def stands_apart(slots: Sequence[Slot]) -> bool:
    """Whether a row's only figure stands in a cell or after a gap, not against its label."""
    raw = printed(slots)[0].raw.rstrip()
    return raw[: len(raw) - len(printed(slots)[0].figure.digits)][-1:].strip() == ""


def glued(slots: Sequence[Slot], cuts: Iterable[tuple[Decimal, ...]]) -> list[Alignment]:
    """The alignments that the cuts of a row's only run of digits give."""
    slot = printed(slots)[0]
    return [Alignment(cut, (slot,) * len(cut), GLUED) for cut in cuts]


def by_heading(slots: Sequence[Slot], columns: Sequence[int] | None) -> Alignment | None:
    """The slots under the headings' grid columns, if they hold every printed figure."""
    if columns is None:
        return None
    at = {slot.column: slot for slot in slots if slot.column is not None}
    under = [at.get(column) for column in columns]
    if {id(s) for s in printed(slots)} - {id(s) for s in under if s}:
        return None
    if sum(s is not None for s in under) < len(columns):
        return None
    return direct(under)


def windows(slots: Sequence[Slot], columns: int, offsets: frozenset[int]) -> list[Alignment]:
    """The runs of `columns` neighbouring slots that hold all that is printed.

    `offsets` are the places where the full rows of the same table begin behind their label. If
    they agree, or none is known (then figures follow the label at once, and what print leaves
    over comes last, as the remains of merged cells do), that place is the only one tried.
    """
    marks = [i for i, slot in enumerate(slots) if slot.figure.print is not Print.BLANK]
    possible = [
        start
        for start in range(len(slots) - columns + 1)
        if not marks or (start <= marks[0] and marks[-1] < start + columns)
    ]
    wanted = offsets or frozenset({0})
    if len(wanted) == 1 and next(iter(wanted)) in possible:
        possible = list(wanted)
    return [direct(slots[start : start + columns], f"from {start}") for start in possible]


def one_lost(slots: Sequence[Slot], columns: int) -> list[Alignment]:
    """One figure is missing, anywhere: the row's identity gives its value for each place."""
    marks = printed(slots)
    if len(marks) != columns - 1 or any(s.figure.value is None for s in marks):
        return []
    found = []
    for place in range(columns):
        row: list[Slot | None] = [*marks[:place], None, *marks[place:]]
        values = [s.figure.value if s else Decimal(0) for s in row]
        parts, total = values[:-1], values[-1]
        rest = sum((v for v in parts if v is not None), Decimal(0))
        value = rest if place == columns - 1 else (total or Decimal(0)) - rest
        if value >= 0:
            values[place] = value
            found.append(Alignment(tuple(values), tuple(row), f"lost {place}", place))
    return found


def too_many(slots: Sequence[Slot], columns: int) -> list[Alignment]:
    """More figures than columns: doubled ones halved, else every way to leave some out."""
    marks = printed(slots)
    extra = len(marks) - columns
    values = [s.figure.value for s in marks]
    if extra == columns:
        if values[::2] == values[1::2]:
            return [direct(marks[::2], "doubled")]
        if values[:columns] == values[columns:]:
            return [direct(marks[:columns], "doubled")]
    if not 0 < extra <= MOST_EXTRA:
        return []
    found: dict[tuple[Values, str], Alignment] = {}
    for out in combinations(range(len(marks)), extra):
        kept = [slot for i, slot in enumerate(marks) if i not in out]
        way = "without " + ",".join(map(str, out))
        alignment = direct(kept, way)
        found.setdefault((alignment.values, way), alignment)
    return list(found.values())
