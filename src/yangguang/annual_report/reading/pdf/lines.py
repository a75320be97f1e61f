"""Characters to lines: what stands on one baseline, with spaces where print leaves a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Box, Glyph

_FIRST_IDEOGRAPHIC: Final = "\u2e80"
_SAME_LINE: Final = 0.45
"""How far from a line's middle, in its height, a character's middle may be."""
_SMALL: Final = 0.4
_WORD_GAP: Final = 0.2
_MIXED_GAP: Final = 0.6
_WIDE_GAP: Final = 0.8
_OVERPRINT: Final = 0.3
_left = itemgetter(0)


@dataclass(frozen=True)
class Line:
    """Characters on one baseline, from left to right. `em` is about the size of its type."""

    glyphs: tuple[Glyph, ...]
    em: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def box(self) -> Box:
        """The room that the line takes up."""
        return Box(self.left, self.top, self.right, self.bottom)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    @cached_property
    def text(self) -> str:
        """Its words."""
        return words(self.glyphs, self.em)


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines that characters form, from top to bottom.

    Small marks (a point, a dash) say little about where a line is: they join the line around them.
    """
    if len(glyphs) == 1:
        return [line_of(list(glyphs))]
    sized = []
    for glyph in glyphs:
        left, top, right, bottom, _ = glyph
        wide, high = right - left, bottom - top
        sized.append((top + bottom, wide if wide > high else high, glyph))
    small = _SMALL * max([size for _, size, _ in sized], default=0.0)
    rows = _rows([one for one in sized if one[1] >= small])
    if sum(map(len, rows)) == len(sized):
        return [line_of(row) for row in rows]
    for _, size, glyph in sized:
        if size < small:
            _nearest(rows, glyph).append(glyph)
    return sorted(map(line_of, rows), key=lambda line: line.middle)


def _rows(sized: list[tuple[float, float, Glyph]]) -> list[list[Glyph]]:
    """Characters of about one size, on one baseline each; given with twice their middle."""
    found: list[list[Glyph]] = []
    row: list[Glyph] = []
    total = least = 0.0
    for middle, size, glyph in sorted(sized):
        if not row:
            least = size
        elif middle - total / len(row) > 2 * _SAME_LINE * (size if size < least else least):
            found.append(row)
            row, total, least = [], 0.0, size
        elif size < least:
            least = size
        row.append(glyph)
        total += middle
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
    if len(glyphs) > 1:
        glyphs = _once(sorted(glyphs, key=_left))
    lefts, tops, rights, bottoms, _ = zip(*glyphs, strict=True)
    wide = sorted([g[2] - g[0] for g in glyphs if g[4] >= _FIRST_IDEOGRAPHIC])
    em = wide[len(wide) // 2] if wide else 0.75 * max(g[3] - g[1] for g in glyphs)
    return Line(tuple(glyphs), max(em, 1.0), lefts[0], min(tops), max(rights), max(bottoms))


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
    glyphs = line.glyphs
    cuts = []
    right = glyphs[0][0]
    for index, glyph in enumerate(glyphs):
        if glyph[0] - right > least:
            cuts.append(index)
        right = glyph[2]
    if not cuts:
        return [line]
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
