"""What a page repeats outside its text: page numbers, headers and footers."""

import re
from collections import Counter
from typing import Final

from yangguang.annual_report.reading.pdf.geometry import Page
from yangguang.annual_report.reading.pdf.lines import Line

_NUMBER: Final = re.compile(
    r"[-—–~·•\s]+\d{1,3}[-—–~·•\s]+"
    r"|(?:第\s*)?\d{1,3}\s*页(?:[\s/／,，、]*共\s*\d{1,3}\s*页)?"
    r"|(?:page\s*)?\d{1,3}\s*(?:[/／]|of)\s*\d{1,3}",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\d{1,3}")
_DIGITS: Final = re.compile(r"\d+")
_LETTER: Final = re.compile(r"[^\W\d]")
_HEAD: Final = 0.10
_FOOT: Final = 0.88
_FAR: Final = 4.0


def without_margins(pages: list[tuple[Page, list[Line]]]) -> list[list[Line]]:
    """The lines of each page without page numbers and without what stands on several pages.

    A header stays on the first page, where it may be the report's title.
    """
    seen: Counter[tuple[str, int]] = Counter()
    bare: Counter[tuple[int, int]] = Counter()
    texts: list[list[tuple[Line, str]]] = []
    for page, lines in pages:
        edge = [(line, line.text) for line in lines if _in_margin(line, page)]
        texts.append(edge)
        bare.update(_bare(line, text, page.number) for line, text in edge if _BARE.fullmatch(text))
        seen.update({_key(line, text) for line, text in edge})
    found = []
    for (page, lines), edge in zip(pages, texts, strict=True):
        drop = set()
        for line, text in edge:
            if _BARE.fullmatch(text):
                counted = bare[_bare(line, text, page.number)]
                outside = counted > 1 and 2 * counted >= len(pages)
            else:
                stays = page.number == 1 and line.top < page.turn.size[1] / 2
                outside = _NUMBER.fullmatch(text) is not None or (
                    not stays and _repeated(line, text, seen)
                )
            if outside:
                drop.add(id(line))
        found.append([line for line in lines if id(line) not in drop])
    return found


def _in_margin(line: Line, page: Page) -> bool:
    high = page.turn.size[1]
    return line.bottom < _HEAD * high or line.top > _FOOT * high


def _bare(line: Line, text: str, page: int) -> tuple[int, int]:
    """What digits alone share with those of other pages, if they count the pages."""
    return int(text) - page, round(line.top / _FAR)


def _key(line: Line, text: str) -> tuple[str, int]:
    return _DIGITS.sub("#", text), round(line.top / _FAR)


def _repeated(line: Line, text: str, seen: Counter[tuple[str, int]]) -> bool:
    """Whether the same words stand at the same height of another page."""
    if not _LETTER.search(text):
        return False
    words, height = _key(line, text)
    return any(seen[words, near] > (near == height) for near in (height - 1, height, height + 1))
