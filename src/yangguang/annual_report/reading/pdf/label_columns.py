"""Labels of a table without rules: lines that belong to one label, and the figures beside them.

A label may take several lines and its figures stand at the height of any of them; labels that
are merged over several rows stand in columns of their own to the left.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from yangguang.annual_report.reading.pdf.lines import Line, around, line_of, lines_of, pieces
from yangguang.annual_report.reading.pdf.rows import Row

_FEWEST_FIGURES: Final = 3
_FEWEST_ROWS: Final = 4
_MOST_HEADING_LINES: Final = 8
_SAME_START: Final = 3.0
_FEWEST_STARTS: Final = 3
_LEAST_GAP: Final = 0.35
_LABEL_GAP: Final = 0.6
"""Columns of labels stand farther apart than a space, which is half as wide as the type."""

_PITCH: Final = 1.75
_PADDING: Final = 12.0
_BEGINS: Final = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）、.．]")


@dataclass(slots=True)
class _Label:
    """A label's lines, and the column of labels that they stand in."""

    lines: list[Line]
    column: int

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    def beside(self, y: float) -> bool:
        """Whether what stands at height `y` stands beside the label."""
        return self.lines[0].top <= y <= self.lines[-1].bottom


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table that print figures: from where to where, under which columns."""

    start: int
    end: int
    centres: list[float]
    edge: float
    """Where the labels end and the figures begin."""

    def holds(self, row: Row) -> bool:
        """Whether a row's figures stand under the columns, all or some of them."""
        return _FEWEST_FIGURES <= row.figures <= len(self.centres) and all(
            self.column(part) is not None for part in row.figure_parts
        )

    def belongs(self, row: Row) -> bool:
        """Whether a row at the table's edge is a line of a label or of broken figures."""
        return row.line.right < self.edge or (
            0 < row.figures < _FEWEST_FIGURES
            and all(self.column(part) is not None for part in row.figure_parts)
            and all(part.right < self.edge for part in row.other_parts)
        )

    def column(self, part: Line) -> int | None:
        """The column that a figure stands under."""
        middle = (part.left + part.right) / 2
        near = min(range(len(self.centres)), key=lambda i: abs(self.centres[i] - middle))
        return near if abs(self.centres[near] - middle) <= self.reach else None

    @property
    def reach(self) -> float:
        """How far from a column's middle a figure may stand."""
        return min(b - a for a, b in pairwise(self.centres)) / 2


def body_of(rows: Sequence[Row]) -> Body | None:
    """The longest part of a table in which rows print as many figures under each other."""
    counts = Counter(row.figures for row in rows if row.figures >= _FEWEST_FIGURES)
    if not counts:
        return None
    most, often = max(counts.items(), key=lambda item: (item[1], item[0]))
    full = [row.figure_parts for row in rows if row.figures == most]
    if often < _FEWEST_ROWS:
        return None
    centres = [median((p.left + p.right) / 2 for p in column) for column in zip(*full, strict=True)]
    body = Body(0, len(rows), centres, 0.0)
    held = [index for index, row in enumerate(rows) if body.holds(row)]
    if len(held) < _FEWEST_ROWS:
        return None
    edge = min(rows[index].figure_parts[0].left for index in held) - 1
    body = Body(0, len(rows), centres, edge)
    start, end = held[0], held[-1] + 1
    while start and body.belongs(rows[start - 1]):
        start -= 1
    while end < len(rows) and body.belongs(rows[end]):
        end += 1
    return Body(start, end, centres, edge)


def with_whole_labels(rows: Sequence[Row], body: Body) -> list[Row]:
    """The rows with each label in one piece before its figures; as they are where that fails."""
    if any(part.left < body.edge < part.right - 1 for row in rows for part in row.parts):
        return list(rows)
    labels = _labels(rows, body.edge)
    chosen: dict[int, _Label] = {}
    for index, row in enumerate(rows):
        if not body.holds(row):
            continue
        figures = row.figure_parts
        y = sum(part.middle for part in figures) / len(figures)
        beside = [label for label in labels if label.beside(y)]
        if not beside:
            return list(rows)
        chosen[index] = max(
            beside, key=lambda label: (label.column, -abs(_middle(label.lines) - y))
        )
    if len({id(label) for label in chosen.values()}) < len(chosen):
        return list(rows)
    return _put_together(rows, labels, chosen, body.edge)


def _put_together(
    rows: Sequence[Row], labels: list[_Label], chosen: dict[int, _Label], edge: float
) -> list[Row]:
    taken = {id(label) for label in chosen.values()}
    found: list[tuple[float, Row]] = []
    for index, row in enumerate(rows):
        both = zip(row.parts, row.texts, strict=True)
        kept = [(part, text) for part, text in both if part.left >= edge]
        label = chosen.get(index)
        if label is not None:
            kept.insert(0, (around(label.lines), label.text))
        if kept:
            parts, texts = [part for part, _ in kept], [text for _, text in kept]
            found.append((row.line.middle, Row(row.line, parts, texts)))
    for label in labels:
        if id(label) not in taken:
            line = around(label.lines)
            found.append((line.top, Row(line, [line], [label.text])))
    found.sort(key=lambda one: one[0])
    return [row for _, row in found]


def with_whole_headings(rows: Sequence[Row], body: Body) -> list[Row]:
    """The lines over a table's body with each column's heading in one piece, in a last row."""
    stacks: dict[int, list[Line]] = {}
    start = len(rows)
    while start and not rows[start - 1].figures and len(rows) - start < _MOST_HEADING_LINES:
        start -= 1
    found = list(rows[:start])
    for row in rows[start:]:
        kept: list[Line] = []
        for part in (piece for one in row.parts for piece in pieces(one, _LEAST_GAP)):
            column = body.column(part)
            narrow = part.right - part.left <= 2 * body.reach
            if part.right < body.edge or column is None or not narrow:
                kept.append(part)
            else:
                stacks.setdefault(column, []).append(part)
        if kept:
            found.append(Row(row.line, kept, [part.text for part in kept]))
    if len(stacks) < _FEWEST_ROWS:
        return list(rows)
    ordered = [stacks[column] for column in sorted(stacks)]
    lines = [around(stack) for stack in ordered]
    texts = ["".join(line.text for line in stack) for stack in ordered]
    return [*found, Row(rows[-1].line, lines, texts)]


def _labels(rows: Sequence[Row], edge: float) -> list[_Label]:
    """The labels left of the figures: lines that fill their column go on in the next."""
    glyphs = [g for row in rows for g in row.line.glyphs if (g.left + g.right) / 2 < edge]
    lines = lines_of(glyphs)
    starts = _starts(lines)
    limits = [*starts[1:], edge, max((line.right for line in lines), default=edge)]
    open_in: dict[int, _Label] = {}
    found: list[_Label] = []
    for line in lines:
        for piece in _cut(line, starts):
            column = min(range(len(starts)), key=lambda i: abs(starts[i] - piece.left))
            above = open_in.get(column)
            if above is not None and _goes_on(above.lines[-1], piece, limits):
                above.lines.append(piece)
            else:
                open_in[column] = _Label([piece], column)
                found.append(open_in[column])
    return found


def _starts(lines: Sequence[Line]) -> list[float]:
    """Where columns of labels begin: several lines begin there, or parts behind a gap."""
    lefts = sorted(piece.left for line in lines for piece in pieces(line, _LABEL_GAP))
    found: list[list[float]] = []
    for left in lefts:
        if found and left - found[-1][0] <= _SAME_START:
            found[-1].append(left)
        else:
            found.append([left])
    several = [group[0] for group in found if len(group) >= _FEWEST_STARTS]
    return several or lefts[:1]


def _cut(line: Line, starts: Sequence[float]) -> list[Line]:
    """The line in pieces, cut where a column of labels begins behind a gap."""
    parts = pieces(line, _LABEL_GAP)
    found = [list(parts[0].glyphs)]
    for part in parts[1:]:
        if any(abs(part.left - start) <= _SAME_START for start in starts):
            found.append(list(part.glyphs))
        else:
            found[-1].extend(part.glyphs)
    return [line_of(glyphs) for glyphs in found]


def _goes_on(above: Line, below: Line, limits: Sequence[float]) -> bool:
    if below.middle - above.middle > _PITCH * above.em or _BEGINS.match(below.text):
        return False
    reach = below.em + _PADDING
    return any(0 <= limit - above.right < reach for limit in limits)


def _middle(lines: Sequence[Line]) -> float:
    return (lines[0].top + lines[-1].bottom) / 2
