"""Characters to lines: what stands on one baseline, with spaces where print leaves a gap."""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter, sub
from typing import Final, NamedTuple

from yangguang.annual_report.reading.pdf.geometry import Box, Glyph

_FIRST_IDEOGRAPHIC: Final = "\u2e80"
_SAME_LINE: Final = 0.45
"""How far from a line's middle, in its height, a character's middle may be."""
_SMALL: Final = 0.4
_WORD_GAP: Final = 0.2
_MIXED_GAP: Final = 0.6
_WIDE_GAP: Final = 0.8
_OVERPRINT: Final = 0.3
_FIGURE_EM: Final = 0.75
"""The size of the type of figures, in their height."""

_left = itemgetter(0)


class Line(NamedTuple):
    """Characters on one baseline, from left to right. `em` is about the size of its type."""

    glyphs: tuple[Glyph, ...]
    em: float
    left: float
    top: float
    right: float
    bottom: float
    text: str
    """Its words."""

    gap: float = 0.0
    """The widest gap between characters that follow each other."""

    @property
    def box(self) -> Box:
        """The room that the line takes up."""
        return Box(self.left, self.top, self.right, self.bottom)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines that characters form, from top to bottom.

    Small marks (a point, a dash) say little about where a line is: they join the line around them.
    """
    if len(glyphs) == 1:
        return [_line_of_one(glyphs[0])]
    levels: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:  # those of one font stand at exactly one height
        levels.setdefault((glyph[1], glyph[3]), []).append(glyph)
    if len(levels) == 1:
        return [line_of(list(glyphs))]
    sized = [
        _Level(top + bottom, max(bottom - top, *[g[2] - g[0] for g in level]), level)
        for (top, bottom), level in levels.items()
    ]
    small = _SMALL * max([level.size for level in sized], default=0.0)
    rows = _rows([level for level in sized if level.size >= small])
    for level in sized:
        if level.size < small:
            for glyph in level.glyphs:
                _nearest(rows, glyph).append(glyph)
    return sorted(map(line_of, rows), key=lambda line: line.middle)


class _Level(NamedTuple):
    """Characters of one height: twice their middle, and the larger of their height and width."""

    middle: float
    size: float
    glyphs: list[Glyph]


def _rows(levels: list[_Level]) -> list[list[Glyph]]:
    """Characters of about one size, on one baseline each."""
    found: list[list[Glyph]] = []
    row: list[Glyph] = []
    total = least = 0.0
    for middle, size, glyphs in sorted(levels):
        if row and middle - total / len(row) > 2 * _SAME_LINE * min(size, least):
            found.append(row)
            row, total = [], 0.0
        least = min(size, least) if row else size
        row = row + glyphs
        total += middle * len(glyphs)
    if row:
        found.append(row)
    return found


def _nearest(rows: list[list[Glyph]], mark: Glyph) -> list[Glyph]:
    """The row within whose height a mark stands; a new one where there is none."""
    middle = (mark.top + mark.bottom) / 2
    for row in rows:
        if min(g.top for g in row) <= middle <= max(g.bottom for g in row):
            return row
    rows.append([])
    return rows[-1]


def line_of(glyphs: list[Glyph]) -> Line:
    """The line of characters that stand on one baseline; what is printed twice counts once."""
    if len(glyphs) == 1:
        return _line_of_one(glyphs[0])
    glyphs = sorted(glyphs, key=_left)
    lefts, tops, rights, bottoms, texts = zip(*glyphs, strict=True)
    widths = list(map(sub, rights, lefts))
    gaps = list(map(sub, lefts[1:], rights))
    if min(gaps) < (_OVERPRINT - 1) * min(widths):
        single = _once(glyphs)
        if len(single) < len(glyphs):
            return line_of(single)
    wide = sorted([w for w, text in zip(widths, texts, strict=True) if text >= _FIRST_IDEOGRAPHIC])
    high = max(map(sub, bottoms, tops))
    em = max(wide[len(wide) // 2] if wide else _FIGURE_EM * high, 1.0)
    gap = max(gaps)
    said = words(glyphs, em) if gap > _WORD_GAP * em else "".join(texts).strip()
    return Line(tuple(glyphs), em, lefts[0], min(tops), max(rights), max(bottoms), said, gap)


def _line_of_one(glyph: Glyph) -> Line:
    left, top, right, bottom, text = glyph
    wide = right - left if text >= _FIRST_IDEOGRAPHIC else _FIGURE_EM * (bottom - top)
    return Line((glyph,), max(wide, 1.0), left, top, right, bottom, text.strip())


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the second print of a character, slightly beside the first, that makes it bold."""
    found = [glyphs[0]]
    for glyph in glyphs[1:]:
        before = found[-1]
        if glyph[4] == before[4] and glyph[0] - before[0] < _OVERPRINT * (before[2] - before[0]):
            continue
        found.append(glyph)
    return found


def words(glyphs: Sequence[Glyph], em: float) -> str:
    """The text of characters in a row: gaps wider than type sets by itself are spaces."""
    said: list[str] = []
    right = glyphs[0][0]
    wide_before = True
    least = _WORD_GAP * em
    for left, _, end, _, text in glyphs:
        wide = text >= _FIRST_IDEOGRAPHIC
        gap = left - right
        if gap > least and gap > em * (
            _WIDE_GAP if wide and wide_before else _MIXED_GAP if wide or wide_before else _WORD_GAP
        ):
            said.append(" ")
        said.append(text)
        right, wide_before = end, wide
    return "".join(said).strip()


def pieces(line: Line, gap: float) -> list[Line]:
    """The parts of a line between gaps wider than `gap`, in the size of its type."""
    least = gap * line.em
    if line.gap <= least:
        return [line]
    glyphs = line.glyphs
    cuts = []
    right = glyphs[0][0]
    for index, glyph in enumerate(glyphs):
        if glyph[0] - right > least:
            cuts.append(index)
        right = glyph[2]
    return [line_of(list(glyphs[i:j])) for i, j in pairwise([0, *cuts, len(glyphs)])]


def around(lines: Sequence[Line]) -> Line:
    """The lines of a label or figure as one, in the room that they take up together."""
    return Line(
        lines[0].glyphs,
        lines[0].em,
        min(line.left for line in lines),
        lines[0].top,
        max(line.right for line in lines),
        lines[-1].bottom,
        "".join(line.text for line in lines),
        lines[0].gap,
    )


def in_one(lines: Sequence[Line], right: float) -> str:
    """The text of a cell's lines; a word or figure broken at the cell's edge is whole again.

    `right` is where the room for a line ends.
    """
    text = ""
    before: Line | None = None
    for line in lines:
        said = line.text
        if before is not None and text[-1:] < _FIRST_IDEOGRAPHIC > said[:1]:
            full = right - before.right < _first_width(line) and text[-1:].isdigit()
            text += "" if full and said[:1].isdigit() else " "
        text += said
        before = line
    return text


def _first_width(line: Line) -> float:
    first = line.glyphs[0]
    return first.right - first.left + 0.25 * line.em
