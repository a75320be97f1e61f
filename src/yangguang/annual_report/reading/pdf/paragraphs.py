"""Lines to paragraphs, by the way they are set: indents, full lines, gaps, type sizes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Box
from yangguang.annual_report.reading.pdf.lines import Line, words

_HEADING: Final = re.compile(r"(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）])")
_NEVER_FIRST: Final = "，。、；：！？）】》〉”’…％%,.;:!?)"
_NEVER_LAST: Final = "（【《〈“‘("
_INDENT: Final = 1.0
_PITCH: Final = 2.7
_LONG: Final = 20
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
    """The margins that most lines keep."""
    if not lines:
        return Setting(0.0, 0.0, 12.0)
    em = median(line.em for line in lines)
    lefts = Counter(round(line.left / 2) for line in lines)
    most = max(lefts.values())
    left = min(place for place, count in lefts.items() if count >= max(1, most // 3)) * 2.0
    rights = sorted(line.right for line in lines if line.right - line.left > _LONG * em)
    right = rights[len(rights) * 9 // 10] if rights else max(line.right for line in lines)
    return Setting(left, right, em)


def goes_on(before: Line, after: Line, setting: Setting) -> bool:
    """Whether `after`, the next line of the page or the first of the next, continues `before`."""
    if abs(before.em - after.em) > _SAME_SIZE * max(before.em, after.em):
        return False
    if _both_centred(before, after, setting):
        return True
    if after.left - setting.left > _INDENT * after.em:
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
