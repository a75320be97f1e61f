"""Lines to paragraphs, by the way they are set: indents, full lines, gaps, type sizes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median_low
from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Box
from yangguang.annual_report.reading.pdf.lines import Line, words

_HEADING: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）])"
)
_NEVER_FIRST: Final = "，。、；：！？）】》〉”’…％%,.;:!?)"
_NEVER_LAST: Final = "（【《〈“‘("
_INDENT: Final = 1.0
_PITCH: Final = 2.7
_LONG: Final = 20
_STRAY: Final = 0.05
"""Fewer lines than this share, and two, that begin farther left do not make the margin."""

_FULL: Final = 0.85
_SAME_SIZE: Final = 0.12
_CENTRED: Final = 2.5
_LARGE: Final = 1.12
_WIDE: Final = "\u2e80"
_CLOSED: Final = "。！？；：:;!?"


@dataclass(frozen=True, slots=True)
class Setting:
    """How prose is set: its left and right margin and the size of its type."""

    left: float
    right: float
    em: float


def setting_of(lines: Sequence[Line]) -> Setting:
    """The margins that most lines of prose keep; without long lines no line is known to be full."""
    prose = [line for line in lines if _is_prose(line)]
    if not prose:
        return Setting(0.0, inf, 12.0)
    em = median_low(line.em for line in prose)  # the size of a line that is there
    lefts = Counter(round(one.left / 2) for one in lines if abs(one.em - em) < _SAME_SIZE * em)
    fewest = min(2, max(lefts.values())) + _STRAY * lefts.total()
    left = 2.0 * min(
        (place for place, count in lefts.items() if count >= fewest), default=min(lefts)
    )
    rights = sorted(line.right for line in prose)
    return Setting(left, rights[len(rights) * 9 // 10], em)


def _is_prose(line: Line) -> bool:
    """Whether a line is long and has no gap in it, as the cells of a table's row have."""
    wide = line.right - line.left
    return wide > _LONG * line.em and len(line.glyphs) * line.em > _FULL * wide


def goes_on(before: Line, after: Line, setting: Setting) -> bool:
    """Whether `after`, the next line of the page or the first of the next, continues `before`."""
    if abs(before.em - after.em) > _SAME_SIZE * max(before.em, after.em):
        return False
    if _both_centred(before, after, setting):
        return True
    if after.left - min(setting.left, before.left) > _INDENT * after.em:
        return False
    text = before.glyphs[-1].text
    if text in _CLOSED and _HEADING.match(_beginning(after)):
        return False
    return setting.right - before.right < _first_run(after) + 0.6 * after.em


def near(before: Line, after: Line) -> bool:
    """Whether two lines of a page follow each other without a gap between paragraphs."""
    return after.bottom - before.bottom <= _PITCH * max(before.em, after.em)


def joined(lines: Sequence[Line]) -> str:
    """The text of a paragraph's lines; Latin words at a line's end keep their distance."""
    text = ""
    for line in lines:
        said = line.text
        if text and text[-1] < _WIDE and said[:1] < _WIDE and not _broken_figure(text, said):
            text += " "
        text += said
    return text


def around(lines: Sequence[Line]) -> Box:
    """The room that lines take up."""
    return Box(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def _broken_figure(text: str, said: str) -> bool:
    return text[-1].isdigit() and said[0].isdigit()


def _beginning(line: Line) -> str:
    return words(line.glyphs[:6], line.em)


def _first_run(line: Line) -> float:
    """The width of what cannot be broken at the head of a line: it did not fit above."""
    glyphs = line.glyphs
    end = 1
    while end < len(glyphs):
        before, this = glyphs[end - 1].text, glyphs[end].text
        latin = before < _WIDE and this < _WIDE
        if not latin and this not in _NEVER_FIRST and before not in _NEVER_LAST:
            break
        end += 1
    return glyphs[end - 1].right - glyphs[0].left


def _both_centred(before: Line, after: Line, setting: Setting) -> bool:
    """Whether two lines are a title in large type."""
    middle = setting.left + setting.right
    return before.em > _LARGE * setting.em and all(
        abs(line.left + line.right - middle) < _CENTRED * line.em for line in (before, after)
    )
