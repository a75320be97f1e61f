"""Sentences as they are compared: characters of own prose, each with its place in the text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from yangguang.annual_report.fold import fold, simplify
from yangguang.annual_report.repeated_text.definition import LONG
from yangguang.annual_report.repeated_text.frame import FORMULA, LEFT_OUT, LONGEST_FORMULA
from yangguang.annual_report.repeated_text.model import ReportText
from yangguang.annual_report.repeated_text.names import names_of
from yangguang.annual_report.report import Span

_LONGEST: Final = 1_000
"""No one writes a longer sentence; where a file has one, it is taken in pieces of this length."""
_SENTENCE: Final = re.compile(rf"[^。!?！？\n]{{1,{_LONGEST}}}[。!?！？]?")
_LONGEST_REPORT: Final = 50_000
"""Several times the longest report; what a file has beyond is not compared."""


class Sentence(NamedTuple):
    """A sentence that counts.

    `text` are its characters that count, `at` the place of each in the section's text. `figures`
    are the figures in it, each with the index in `text` of the character that it stands before.
    """

    span: Span
    text: str
    at: tuple[int, ...]
    figures: tuple[tuple[int, str], ...]


def sentences_of(report: ReportText) -> list[Sentence]:
    """The sentences of a report that count, in order; the preamble (section 0) does not."""
    names = names_of(report.agency)
    found: list[Sentence] = []
    left = _LONGEST_REPORT
    for number, text in report.sections:
        if number > 0:
            found += _sentences(number, text[:left], names)
            left -= min(left, len(text))
    return found


def _sentences(number: int, text: str, names: re.Pattern[str]) -> Iterator[Sentence]:
    plain = simplify(fold(text))
    for match in _SENTENCE.finditer(plain):
        said = match[0].strip()
        if len(said) < LONG:
            continue
        start = plain.index(said, match.start())
        if len(said) <= LONGEST_FORMULA and FORMULA.search(said):
            continue
        sentence = _counted(Span(number, start, start + len(said)), said, names)
        if len(sentence.text) >= LONG:
            yield sentence


def _counted(span: Span, said: str, names: re.Pattern[str]) -> Sentence:
    """The characters of `said` that count: letters and ideographs outside of what is left out."""
    kept: list[tuple[int, int]] = []
    figures: list[tuple[int, str]] = []
    end = 0
    for match in LEFT_OUT.finditer(said):
        kept.append((end, match.start()))
        end = match.end()
        if match["figure"]:
            figures.append((match.start(), match["figure"].replace(",", "").replace("，", "")))
    kept.append((end, len(said)))
    at: list[int] = []
    for start, stop in kept:
        free = start
        for name in names.finditer(said, start, stop):
            at += [i for i in range(free, name.start()) if said[i].isalpha()]
            free = name.end()
        at += [i for i in range(free, stop) if said[i].isalpha()]
    before: list[tuple[int, str]] = []
    index = 0
    for place, figure in figures:
        while index < len(at) and at[index] < place:
            index += 1
        before.append((index, figure))
    text = "".join([said[i] for i in at])
    return Sentence(span, text, tuple([span.start + i for i in at]), tuple(before))
