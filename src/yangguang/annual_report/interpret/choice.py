"""The identities of Table 3 as a judge between alignments.

A row's own sum (identity 3) strikes out most; rows of one table that were read in the same way
strike out more; the columns (identities 1 and 2) decide the rest. What still differs is not read.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from yangguang.annual_report.interpret.alignment import Alignment, Values
from yangguang.law.requests import RequestRow

Choices = dict[str, list[Alignment]]
Vector = tuple[Decimal, ...]

_ENDS: Final = (
    RequestRow.NEW,
    RequestRow.CARRIED_OVER,
    RequestRow.TOTAL,
    RequestRow.CARRIED_FORWARD,
)
_MOST_STATES: Final = 4000
_MOST_ENDS: Final = 2000
_NOTHING: Final = Decimal(0)


def row_adds_up(values: Sequence[Decimal | None]) -> bool:
    """Identity 3: the last figure is the sum of the others; a blank counts as nothing."""
    *parts, total = values
    return sum((v or _NOTHING for v in parts), _NOTHING) == (total or _NOTHING)


def unbalanced(rows: Choices) -> tuple[str, ...]:
    """The rows of identity 1 if no way to read them satisfies it; none where that is not known.

    Where figures were cut by their row's sum, one of these rows may have been cut wrongly.
    """
    ends = [rows.get(end, []) for end in _ENDS]
    if not all(ends) or _size(ends) > _MOST_ENDS:
        return ()
    vectors = [[_vector(way.values) for way in ways] for ways in ends]
    balances = any(
        _add(new, over) == _add(total, forward) for new, over, total, forward in product(*vectors)
    )
    return () if balances else _ENDS


def choose(rows: Mapping[str, list[Alignment]]) -> Choices:
    """Those alignments of each row that the identities leave standing."""
    left = {row: _adding_up(ways) for row, ways in rows.items()}
    left = _agreeing(left)
    if all(len(ways) == 1 for ways in left.values()):
        return left
    return _balancing(left)


def _adding_up(ways: list[Alignment]) -> list[Alignment]:
    if len(ways) < 2:
        return ways
    return [way for way in ways if row_adds_up(way.values)]


def _agreeing(rows: Choices) -> Choices:
    """If the rows that leave no choice all left out the same figure, the others did too."""
    sure = {
        ways[0].way
        for ways in rows.values()
        if len(ways) == 1 and ways[0].way.startswith("without")
    }
    if len(sure) != 1:
        return rows
    way = sure.pop()
    return {row: [a for a in ways if a.way == way] or ways for row, ways in rows.items()}


def _vector(values: Values) -> Vector:
    return tuple(v or _NOTHING for v in values)


def _add(one: Vector, other: Vector) -> Vector:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _balancing(rows: Choices) -> Choices:
    """The alignments that take part in some reading of the whole table in which columns add up."""
    if any(not rows.get(end) for end in _ENDS):
        return rows
    ends = [rows[end] for end in _ENDS]
    if _size(ends) > _MOST_ENDS:
        return rows
    leaves = [(row, ways) for row, ways in rows.items() if row not in _ENDS and ways]
    if any(not ways for row, ways in rows.items()):
        return rows
    kept: dict[str, list[Alignment]] = {row: [] for row in rows}
    for combination in product(*ends):
        new, over, total, forward = (_vector(a.values) for a in combination)
        if _add(new, over) != _add(total, forward):
            continue
        used = _leaves_summing_to(total, leaves)
        if used is None:
            continue
        for row, alignment in [*zip(_ENDS, combination, strict=True), *used]:
            if alignment not in kept[row]:
                kept[row].append(alignment)
    return kept if all(kept.values()) else rows


def _size(ways: list[list[Alignment]]) -> int:
    size = 1
    for one in ways:
        size *= len(one)
    return size


def _leaves_summing_to(
    total: Vector, leaves: list[tuple[str, list[Alignment]]]
) -> list[tuple[str, Alignment]] | None:
    """Every alignment of a leaf row that is part of some sum equal to `total`; None if none is.

    Forward over the partial sums that stay within `total`, then back from `total`.
    """
    layers: list[set[Vector]] = [{(_NOTHING,) * len(total)}]
    for _, ways in leaves:
        sums = {
            bigger
            for partial in layers[-1]
            for way in ways
            if _within(bigger := _add(partial, _vector(way.values)), total)
        }
        if not sums or len(sums) > _MOST_STATES:
            return None
        layers.append(sums)
    if total not in layers[-1]:
        return None
    used: list[tuple[str, Alignment]] = []
    goals = {total}
    for (row, ways), before in zip(reversed(leaves), reversed(layers[:-1]), strict=True):
        reached: set[Vector] = set()
        for way in ways:
            vector = _vector(way.values)
            starts = {
                start
                for goal in goals
                if (start := tuple(g - v for g, v in zip(goal, vector, strict=True))) in before
            }
            if starts:
                used.append((row, way))
                reached |= starts
        goals = reached
    return used


def _within(vector: Vector, bound: Vector) -> bool:
    return all(v <= b for v, b in zip(vector, bound, strict=True))
