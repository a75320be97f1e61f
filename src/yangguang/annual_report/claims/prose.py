"""Prose as sentences with their figures: what claims, breakdowns and shares are read from."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from yangguang.annual_report.claims.figures import Figure, figures_in
from yangguang.annual_report.fold import fold, simplify
from yangguang.annual_report.report import AnnualReport, Span

_SENTENCE_END: Final = re.compile(r"[。！？\n]")


class Sentence(NamedTuple):
    """A sentence that holds figures: characters [start, end) of a section's text.

    `paragraph` is where its paragraph begins and ends in the same text.
    """

    section: int
    text: str
    start: int
    end: int
    paragraph: tuple[int, int]
    figures: tuple[Figure, ...]

    @property
    def span(self) -> Span:
        """The sentence as a span of its section."""
        return Span(self.section, self.start, self.end)


def prose_of(report: AnnualReport) -> Iterator[tuple[int, str]]:
    """Number and text of each stretch of prose, the preamble (0) first; every number once."""
    if report.preamble:
        yield 0, report.preamble
    seen = set()
    for section in report.sections:
        if section.number not in seen and section.text:
            seen.add(section.number)
            yield section.number, section.text


_FOREIGN: Final = re.compile("[⺀-⿟豈-﫿]")
"""Radicals and compatibility forms that PDF fonts put in the place of characters."""
_PUNCTUATION: Final = tuple(zip(",;:!?()", "，；：！？（）", strict=True))


def plain(text: str) -> str:
    """`text`, as long as it is, in simplified characters and with Chinese punctuation."""
    if _FOREIGN.search(text):
        text = fold(text)
    text = simplify(text)
    for ascii_mark, mark in _PUNCTUATION:
        text = text.replace(ascii_mark, mark)
    return text


def sentences(section: int, text: str) -> Iterator[Sentence]:
    """The sentences of `text`, which is plain, that hold figures."""
    figures = list(figures_in(text))
    first = end = 0
    while first < len(figures):
        at = figures[first].start
        start = max(end, *(text.rfind(mark, end, at) + 1 for mark in "。！？\n"))
        end = match.start() if (match := _SENTENCE_END.search(text, at)) else len(text)
        last = first
        while last < len(figures) and figures[last].start < end:
            last += 1
        after = text.find("\n", at)
        paragraph = (text.rfind("\n", 0, at) + 1, after if after >= 0 else len(text))
        yield Sentence(section, text, start, end, paragraph, tuple(figures[first:last]))
        first = last
