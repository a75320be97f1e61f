"""Ruled tables to grids: cells with their texts, and tables that page breaks cut, whole again."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from yangguang.annual_report.blocks import Grid, GridCell, Place
from yangguang.annual_report.reading.pdf.cells import Cell, Ruled
from yangguang.annual_report.reading.pdf.geometry import Page
from yangguang.annual_report.reading.pdf.lines import Line, in_one, lines_of
from yangguang.annual_report.reading.pdf.rules import APART

_PADDING: Final = 7.0
"""The widest margin that a cell keeps free beside a full line."""

_BEGINS: Final = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）、.．]")
_FIGURE: Final = re.compile(r"[\s/／+\-—－增减]*\d[\d,.，．]*\D{0,3}|\W{0,2}|无")
"""What is no piece of a label: a figure with its sign and unit, a mark for none."""


@dataclass(slots=True)
class Entry:
    """A cell's text and place, and its lines, as long as a page break may have cut them."""

    text: str
    page: int
    cell: Cell
    lines: list[Line]
    box: tuple[float, float, float, float]

    def spans_as(self, other: "Entry") -> bool:
        """Whether two cells stand between the same rules down."""
        mine, its = self.cell.box, other.cell.box
        return abs(mine.left - its.left) <= APART and abs(mine.right - its.right) <= APART


@dataclass(slots=True)
class Table:
    """A table, over as many pages as it goes on; `xs` are the places of all its rules down."""

    xs: list[float]
    rows: list[list[Entry]]
    last: list[Entry]
    """The cells that stand at the foot of its last page."""

    def goes_on_in(self, other: "Table") -> bool:
        """Whether the table at the head of the next page is the rest of this one."""
        ends = zip((self.xs[0], self.xs[-1]), (other.xs[0], other.xs[-1]), strict=True)
        if any(abs(one - another) > APART for one, another in ends):
            return False
        return all(_near(x, self.xs) for x in other.xs) or all(_near(x, other.xs) for x in self.xs)

    def take(self, rest: "Table") -> None:
        """Put the rest behind, without the headings that it repeats.

        A row or a merged label that the break cut is made whole.
        """
        del rest.rows[: _repeated(self.rows, rest.rows)]
        first = rest.rows[0] if rest.rows else []
        moved = False
        for below in first:
            above = next((entry for entry in self.last if entry.spans_as(below)), None)
            if above is not None and _cut(above, below):
                above.text += below.text
                below.text = ""
                moved = True
        if moved and self.rows and _halves(self.rows[-1], first):
            _unite(self.rows[-1], first)
            rest.rows.pop(0)
        self.xs = sorted([*self.xs, *(x for x in rest.xs if not _near(x, self.xs))])
        self.rows.extend(rest.rows)
        self.last = rest.last

    def grid(self, number: int) -> Grid:
        """The table as a block, the file's table of that number."""
        return Grid(
            [
                [_grid_cell(entry, self.xs, row, number) for entry in entries]
                for row, entries in enumerate(self.rows, 1)
            ]
        )


def table_of(page: Page, ruled: Ruled) -> Table:
    """A ruled table with the texts of its cells."""
    rows: list[list[Entry]] = [[] for _ in ruled.ys[1:]]
    last = []
    for cell in ruled.cells:
        lines = lines_of(cell.glyphs) if cell.glyphs else []
        text = in_one(lines, cell.box.right - _PADDING) if lines else ""
        entry = Entry(text, page.number, cell, lines, page.place_of(cell.box))
        rows[cell.row].append(entry)
        if cell.row + cell.rows == len(rows):
            last.append(entry)
    return Table(ruled.xs, [row for row in rows if row], last)


def _grid_cell(entry: Entry, xs: Sequence[float], row: int, number: int) -> GridCell:
    left = entry.cell.box.left
    column = bisect_left(xs, left)
    if column and (column == len(xs) or left - xs[column - 1] < xs[column] - left):
        column -= 1
    place = Place(page=entry.page, box=entry.box, row=row, column=column + 1, table=number)
    return GridCell(entry.text, place, column)


def _near(x: float, xs: Sequence[float]) -> bool:
    return any(abs(x - other) <= APART for other in xs)


def _repeated(above: Sequence[Sequence[Entry]], below: Sequence[Sequence[Entry]]) -> int:
    """How many rows at the head of a page are the table's first ones again."""
    count = 0
    for one, two in zip(above, below, strict=False):
        texts = [entry.text for entry in two]
        if texts != [entry.text for entry in one] or any(map(_FIGURE.fullmatch, texts)):
            break
        count += 1
    return count


def _cut(above: Entry, below: Entry) -> bool:
    """Whether a label was cut: its last line is full, and what follows begins nothing new."""
    if not above.lines or not above.text or not below.text or not below.lines:
        return False
    if _FIGURE.fullmatch(above.text) or _FIGURE.fullmatch(below.text):
        return False
    if _BEGINS.match(below.text):
        return False
    room = above.cell.box.right - above.lines[-1].right
    return room < below.lines[0].em + _PADDING


def _halves(above: Sequence[Entry], below: Sequence[Entry]) -> bool:
    """Whether two rows are one: the lower one only fills what the upper one leaves empty."""
    pairs = list(_pairs(above, below))
    return len(pairs) == len(below) and not any(one.text and two.text for one, two in pairs)


def _pairs(above: Sequence[Entry], below: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    for two in below:
        for one in above:
            if one.spans_as(two):
                yield one, two


def _unite(above: Sequence[Entry], below: Sequence[Entry]) -> None:
    for one, two in _pairs(above, below):
        if two.text:
            one.text, one.page, one.box = two.text, two.page, two.box
