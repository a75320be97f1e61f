"""Prose in two columns: the left one is read first, then the right one."""

from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Glyph
from yangguang.annual_report.reading.pdf.lines import Line, lines_of, pieces

GAP: Final = 1.3
"""A gap wider than this, in the size of the type, separates columns."""

_FEWEST_LINES: Final = 4
_LEAST_PROSE: Final = 7
_IDEOGRAPH: Final = "\u4e00"


def in_columns(lines: list[Line]) -> list[Line]:
    """The lines in reading order; where two columns of prose stand side by side, cut in two."""
    found: list[Line] = []
    run: list[Line] = []
    gutter = (0.0, 0.0)
    for line in lines:
        between = _gutter(line)
        shared = _shared(gutter, between) if run and between else between
        if between and shared:
            run.append(line)
            gutter = shared
        elif run and _beside(line, gutter):
            run.append(line)
        else:
            found.extend(_cut(run, gutter))
            run, gutter = ([line], between) if between else ([], (0.0, 0.0))
            if not between:
                found.append(line)
    found.extend(_cut(run, gutter))
    return found


def _gutter(line: Line) -> tuple[float, float] | None:
    """The gap in a line that has prose on both sides and no other gap."""
    parts = pieces(line, GAP)
    if len(parts) != 2 or any(_prose(part) < _LEAST_PROSE for part in parts):
        return None
    return parts[0].right, parts[1].left


def _prose(line: Line) -> int:
    return sum(glyph.text >= _IDEOGRAPH for glyph in line.glyphs)


def _shared(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float] | None:
    left, right = max(one[0], other[0]), min(one[1], other[1])
    return (left, right) if right > left else None


def _beside(line: Line, gutter: tuple[float, float]) -> bool:
    """Whether a line stands in one column, or has words in both and nothing between."""
    left, right = gutter
    return not any(glyph.left < right and glyph.right > left for glyph in line.glyphs)


def _cut(run: list[Line], gutter: tuple[float, float]) -> list[Line]:
    if sum(_gutter(line) is not None for line in run) < _FEWEST_LINES:
        return run
    middle = sum(gutter) / 2
    left: list[Glyph] = []
    right: list[Glyph] = []
    for line in run:
        for glyph in line.glyphs:
            (left if glyph.left < middle else right).append(glyph)
    return lines_of(left) + lines_of(right)
