"""What a page repeats outside its text: page numbers, headers and footers."""

import re
from collections import Counter
from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Page
from yangguang.annual_report.reading.pdf.lines import Line

_NUMBER: Final = re.compile(
    r"[-—–~·•\s]*第?\s*[-—–~·•\s]*\d{1,3}\s*[-—–~·•\s]*页?\s*"
    r"(?:(?:[/／,，、]?\s*共?|of)\s*\d{1,3}\s*页?)?[-—–~·•\s]*",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\d{1,3}")
_DIGITS: Final = re.compile(r"\d+")
_HEAD: Final = 0.10
_FOOT: Final = 0.88
_FAR: Final = 4.0


def without_margins(pages: list[tuple[Page, list[Line]]]) -> list[list[Line]]:
    """The lines of each page without page numbers and without what stands on several pages.

    A header stays on the first page, where it may be the report's title.
    """
    seen: Counter[tuple[str, int]] = Counter()
    texts: list[list[tuple[Line, str]]] = []
    bare = Counter(
        int(line.text) - page.number
        for page, lines in pages
        for line in lines
        if _in_margin(line, page) and _BARE.fullmatch(line.text)
    )
    for page, lines in pages:
        edge = [(line, line.text) for line in lines if _in_margin(line, page)]
        texts.append(edge)
        seen.update({_key(line, text) for line, text in edge})
    found = []
    for (page, lines), edge in zip(pages, texts, strict=True):
        drop = {
            id(line)
            for line, text in edge
            if _is_number(text, page.number, bare)
            or (_repeated(line, text, seen) and (page.number > 1 or line.top > page.turn.size[1] / 2))
        }
        found.append([line for line in lines if id(line) not in drop])
    return found


def _in_margin(line: Line, page: Page) -> bool:
    high = page.turn.size[1]
    return line.bottom < _HEAD * high or line.top > _FOOT * high


def _is_number(text: str, page: int, bare: Counter[int]) -> bool:
    """Whether a line is a page number; digits alone are one where they count the pages."""
    if _BARE.fullmatch(text):
        shift = int(text) - page
        return shift == 0 or bare[shift] > 1
    return _NUMBER.fullmatch(text) is not None


def _key(line: Line, text: str) -> tuple[str, int]:
    return _DIGITS.sub("#", text), round(line.top / _FAR)


def _repeated(line: Line, text: str, seen: Counter[tuple[str, int]]) -> bool:
    """Whether the same words stand at the same height of another page."""
    words, height = _key(line, text)
    return any(seen[words, near] > (near == height) for near in (height - 1, height, height + 1))
