"""Rules to cells: what the rules of a table enclose, merged cells as one."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Box, Glyph
from yangguang.annual_report.reading.pdf.rules import APART, Lattice, Rule

_IN_FIGURES: Final = frozenset("0123456789,.")
_ABUT: Final = 0.04
_SAME: Final = 0.5
_COVERED: Final = 0.6
"""The share of a cell's side that a rule must cover to close it."""


@dataclass(slots=True)
class Cell:
    """A cell with its first row and column and with how many of them it spans."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: the heights of its rules across, the places of its rules down, its cells."""

    ys: list[float]
    xs: list[float]
    cells: list[Cell]
    at: list[list[Cell]]
    """The cell at each row and column."""

    @property
    def box(self) -> Box:
        """The room that the table takes up."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def take(self, glyphs: list[Glyph]) -> list[Glyph]:
        """Put characters into the cells that they stand in; those that stand outside are left.

        A figure too wide for its cell reaches over the rule: it is one figure all the same.
        """
        xs, ys, at = self.xs, self.ys, self.at
        rest = []
        figure: list[Glyph] = []
        cells: list[Cell] = []
        left = top = right = bottom = 0.0
        cell = self.cells[0]
        for glyph in glyphs:
            x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
            if not (left <= x < right and top <= y < bottom):  # not in the cell of the one before
                if not (xs[0] <= x < xs[-1] and ys[0] <= y < ys[-1]):
                    rest.append(glyph)
                    continue
                cell = at[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
                left, top, right, bottom = cell.box
            cell.glyphs.append(glyph)
            if glyph[4] not in _IN_FIGURES:
                continue
            if figure and not _abut(figure[-1], glyph):
                self._reunite(figure, cells)
                figure, cells = [], []
            figure.append(glyph)
            cells.append(cell)
        self._reunite(figure, cells)
        return rest

    def _reunite(self, figure: list[Glyph], cells: list[Cell]) -> None:
        """Put a figure whose digits fell into several cells into the one that it is set in."""
        if not cells or all(cell is cells[0] for cell in cells):
            return
        for glyph, cell in zip(figure, cells, strict=True):
            cell.glyphs.remove(glyph)
        middle = (figure[0].left + figure[-1].right) / 2
        home = min(cells, key=lambda cell: abs((cell.box.left + cell.box.right) / 2 - middle))
        home.glyphs.extend(figure)


def _abut(before: Glyph, after: Glyph) -> bool:
    """Whether a digit follows another without any gap, as within one figure."""
    high = before[3] - before[1]
    return abs(after[0] - before[2]) < _ABUT * high and abs(after[1] - before[1]) < _ABUT * high


def ruled(lattice: Lattice, glyphs: Sequence[Glyph]) -> Ruled | None:
    """The table that rules enclose, or None where they enclose fewer than two cells.

    `glyphs` are what is printed: two rules with nothing between them are one.
    """
    left, top, right, bottom = lattice.box
    within = [g for g in glyphs if left <= g[0] <= right and top <= g[1] <= bottom]
    if not within:
        return None

    heights = [rule.at for rule in lattice.across]
    ys = _places(heights, (top, bottom), lambda: sorted([(g[1] + g[3]) / 2 for g in within]))
    sides = [rule.at for rule in lattice.down]
    xs = _places(sides, (left, right), lambda: sorted([(g[0] + g[2]) / 2 for g in within]))
    if len(ys) < 2 or len(xs) < 2 or len(ys) + len(xs) < 5:
        return None
    below = _closed(lattice.across, ys, xs)
    beside = _closed(lattice.down, xs, ys)
    rows, columns = len(ys) - 1, len(xs) - 1
    at: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    cells = []
    for i in range(rows):
        for j in range(columns):
            if at[i][j] is None:
                cell = _cell(i, j, at, below, beside, ys, xs)
                cells.append(cell)
    whole = [[cell for cell in row if cell is not None] for row in at]
    return Ruled(ys, xs, cells, whole) if len(cells) > 1 else None


def _cell(
    i: int,
    j: int,
    at: list[list[Cell | None]],
    below: list[list[bool]],
    right: list[list[bool]],
    ys: list[float],
    xs: list[float],
) -> Cell:
    """The cell whose upper left corner is at row `i`, column `j`: as far as no rule closes it."""
    end = j + 1
    while end < len(xs) - 1 and not right[end][i] and at[i][end] is None:
        end += 1
    last = i + 1
    while last < len(ys) - 1 and not any(below[last][k] for k in range(j, end)):
        if any(at[last][k] is not None for k in range(j, end)):
            break
        last += 1
    cell = Cell(i, j, last - i, end - j, Box(xs[j], ys[i], xs[end], ys[last]))
    for row in range(i, last):
        at[row][j:end] = [cell] * (end - j)
    return cell


def _places(
    places: Iterable[float], ends: tuple[float, float], printed: Callable[[], list[float]]
) -> list[float]:
    """Where rules stand, with the ends of the table; near ones with nothing between them once.

    `printed` gives where characters stand, in order; it is asked only where rules are near.
    """
    low, high = ends
    between: list[float] | None = None
    found = [low]
    for place in [*sorted(places), high]:
        before = found[-1]
        if place - before <= _SAME:
            continue
        if place - before <= APART:
            between = printed() if between is None else between
            if bisect_left(between, before) == bisect_right(between, place):
                continue
        found.append(place)
    return found


def _closed(rules: list[Rule], places: list[float], stops: list[float]) -> list[list[bool]]:
    """For each place of a rule, which stretches between the stops a rule closes there."""
    found = [[False] * (len(stops) - 1) for _ in places]
    for rule in rules:
        index = min(bisect_right(places, rule.at), len(places) - 1)
        if index and rule.at - places[index - 1] <= places[index] - rule.at:
            index -= 1
        row = found[index]
        for k in range(len(stops) - 1):
            start, end = stops[k], stops[k + 1]
            covered = min(end, rule.end) - max(start, rule.start)
            if covered >= _COVERED * (end - start):
                row[k] = True
    return found
