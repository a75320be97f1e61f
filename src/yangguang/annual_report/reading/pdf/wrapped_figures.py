"""Figures that a narrow column breaks into several lines: put together in their row again.

In a table without rules the pieces of a broken figure stand above and below its row's other
figures, or only below them. Where it is not plain that pieces are one figure, the cell gets them
apart, so that nobody takes a piece for the whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from yangguang.annual_report.reading.pdf.label_columns import Body
from yangguang.annual_report.reading.pdf.lines import Line, around
from yangguang.annual_report.reading.pdf.rows import Row

_DIGITS: Final = re.compile(r"\d+")
_PITCH: Final = 1.6
"""Lines of one cell are not farther apart than this, in their height."""

_NEARER: Final = 0.8
"""And nearer to each other than rows are, by this share."""

_TIGHT: Final = 0.8
"""The share of a column's width that a broken line and the next digit would pass."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Digits under a column, and the row that prints them; a row proper prints most columns."""

    part: Line
    text: str
    row: int
    proper: bool


def with_whole_figures(rows: Sequence[Row], body: Body) -> list[Row]:
    """The rows with broken figures in one piece each."""
    proper = [body.holds(row) for row in rows]
    if all(proper[i] or not row.figures for i, row in enumerate(rows)):
        return list(rows)
    heights = [row.line.middle for row, whole in zip(rows, proper, strict=True) if whole]
    apart = _NEARER * min((b - a for a, b in pairwise(heights)), default=0.0)
    gone: set[int] = set()
    joined: dict[int, list[tuple[Line, str]]] = {}
    for pieces in _columns(rows, body, proper):
        for figure in _broken(pieces, apart):
            home = _home(figure, rows, proper)
            if home is not None:
                gone.update(id(piece.part) for piece in figure)
                parts = [piece.part for piece in figure]
                joined.setdefault(home, []).append((around(parts), _text(figure, body.reach)))
    found = []
    for index, row in enumerate(rows):
        both = [one for one in zip(row.parts, row.texts, strict=True) if id(one[0]) not in gone]
        both += joined.get(index, [])
        both.sort(key=lambda one: one[0].left + one[0].right)
        if both:
            found.append(Row(row.line, [part for part, _ in both], [text for _, text in both]))
    return found


def _columns(rows: Sequence[Row], body: Body, proper: Sequence[bool]) -> list[list[_Piece]]:
    """The digits under each column, from top to bottom."""
    found: list[list[_Piece]] = [[] for _ in body.centres]
    for index, row in enumerate(rows):
        for part, text in zip(row.parts, row.texts, strict=True):
            column = body.column(part) if _DIGITS.fullmatch(text) else None
            if column is not None:
                found[column].append(_Piece(part, text, index, proper[index]))
    return found


def _broken(pieces: Sequence[_Piece], apart: float) -> list[list[_Piece]]:
    """Pieces that follow each other as lines of one cell do, one at most on a row proper.

    `apart` is how far from each other the middles of such lines may be.
    """
    found: list[list[_Piece]] = []
    run: list[_Piece] = list(pieces[:1])
    for above, below in pairwise(pieces):
        high = above.part.bottom - above.part.top
        near = below.part.middle - above.part.middle <= min(_PITCH * high, apart)
        if not near or (below.proper and any(piece.proper for piece in run)):
            found.append(run)
            run = []
        run.append(below)
    return [one for one in [*found, run] if any(not piece.proper for piece in one)]


def _home(figure: Sequence[_Piece], rows: Sequence[Row], proper: Sequence[bool]) -> int | None:
    """The row that a broken figure belongs to: the one that prints a piece, or lies beside it."""
    for piece in figure:
        if piece.proper:
            return piece.row
    first, last = figure[0].part, figure[-1].part
    beside = [
        index
        for index, row in enumerate(rows)
        if proper[index] and first.top <= row.line.middle <= last.bottom
    ]
    return beside[0] if len(beside) == 1 else None


def _text(figure: Sequence[_Piece], reach: float) -> str:
    """The figure; its pieces apart where a line had room for the next digit."""
    room = _TIGHT * 2 * reach
    whole = all(
        (above.part.right - above.part.left) * (1 + 1 / len(above.text)) > room
        for above in figure[:-1]
    )
    return ("" if whole else " ").join(piece.text for piece in figure)
