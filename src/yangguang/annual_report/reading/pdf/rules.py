"""Thin strokes to the rules of tables: joined where they continue each other, grouped by table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from yangguang.annual_report.reading.pdf.geometry import Box

APART: Final = 4.5
"""Rules nearer to each other than this may be one: the borders of neighbouring cells are drawn
twice."""

_IN_LINE: Final = 1.0

_GAP: Final = 4.5
"""Dashes farther apart than this are not one rule."""

_DOT: Final = 4.0
"""A stroke shorter than this may be part of a rule across or of one down."""

_SHORTEST: Final = 6.0
_MOST_RULES: Final = 2_000


class Rule(NamedTuple):
    """A rule across (`at` is its y) or down (`at` is its x), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Lattice:
    """The rules of one table."""

    across: list[Rule]
    down: list[Rule]

    @property
    def box(self) -> Box:
        """The room that the table takes up: open sides end where its rules end."""
        xs = [x for rule in self.across for x in rule[1:]] + [rule.at for rule in self.down]
        ys = [y for rule in self.down for y in rule[1:]] + [rule.at for rule in self.across]
        return Box(min(xs), min(ys), max(xs), max(ys))


def lattices(strokes: Iterable[Box]) -> list[Lattice]:
    """The tables that strokes rule, from top to bottom; lines that cross no other are left out."""
    across: list[Rule] = []
    down: list[Rule] = []
    for left, top, right, bottom in strokes:
        wide, high = right - left, bottom - top
        dot = max(wide, high) < _DOT
        if wide > high or dot:
            across.append(Rule((top + bottom) / 2, left, right))
        if wide <= high or dot:
            down.append(Rule((left + right) / 2, top, bottom))
    across, down = _joined(across), _joined(down)
    if len(across) + len(down) > _MOST_RULES:
        return []
    found = [one for one in _touching(across, down) if one.across and one.down]
    return sorted(found, key=lambda lattice: lattice.box.top)


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules in one line become one; its place is that of the longest among them."""
    found: list[Rule] = []
    for line in _in_line(sorted(rules)):
        longest = max(line, key=lambda rule: rule.end - rule.start)
        start = end = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if start is None or end is None:
                start, end = rule.start, rule.end
            elif rule.start - end <= _GAP:
                end = max(end, rule.end)
            else:
                found.append(Rule(longest.at, start, end))
                start, end = rule.start, rule.end
        if start is not None and end is not None:
            found.append(Rule(longest.at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


def _in_line(rules: list[Rule]) -> Iterable[list[Rule]]:
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at - line[0].at > _IN_LINE:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


def _touching(across: list[Rule], down: list[Rule]) -> list[Lattice]:
    """Rules that touch each other, directly or through others, belong to one table."""
    group_of = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    for i, (y, start, end) in enumerate(across):
        left, right = start - APART, end + APART
        for j, (x, top, bottom) in enumerate(down, len(across)):
            if left <= x <= right and top - APART <= y <= bottom + APART:
                group_of[root(j)] = root(i)
    found: dict[int, Lattice] = {}
    for i, rule in enumerate(across):
        found.setdefault(root(i), Lattice([], [])).across.append(rule)
    for j, rule in enumerate(down, len(across)):
        found.setdefault(root(j), Lattice([], [])).down.append(rule)
    return list(found.values())
