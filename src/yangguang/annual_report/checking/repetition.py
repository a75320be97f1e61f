"""The same figure given to two things, the same sentence printed twice."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import figure
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.prose_names import section_name, shortened, words_of
from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.claims.prose import Sentence, prose_of
from yangguang.annual_report.claims.words import bare
from yangguang.annual_report.report import Span

_LARGE: Final = 1000
_ROUND: Final = 100
_UNCOUNTED: Final = frozenset({"元", "%", "个百分点", "人", "人次", "户"})
"""Sums of money and numbers of people come up again with good reason."""
_CONTEXT: Final = 16
_GENERAL: Final = re.compile(
    r"办理|发布|公开|信息|累计|共计|目前|截[至止]|今年|全年|已|共|各类|回应"
)
"""Words that say nothing of what is counted."""


class _Stated(NamedTuple):
    sentence: Sentence
    figure: Figure

    @property
    def span(self) -> Span:
        return Span(self.sentence.section, self.figure.start, self.figure.stop)

    def context(self) -> str:
        start = max(self.sentence.start, self.figure.start - _CONTEXT)
        return bare(self.sentence.text[start : self.figure.start])


def _same_figures(subject: Subject) -> Iterator[Hit]:
    stated: dict[Decimal, list[_Stated]] = {}
    for sentence in subject.statements.sentences:
        for one in sentence.figures:
            if one.value >= _LARGE and one.value % _ROUND and one.unit not in _UNCOUNTED:
                stated.setdefault(one.value, []).append(_Stated(sentence, one))
    for value, places in stated.items():
        for first, second in combinations(places, 2):
            if not first.figure.approximate and _are_two_things(first, second):
                yield Hit(
                    {
                        "value": figure(value),
                        "first": words_of(subject.report, first.span),
                        "second": words_of(subject.report, second.span),
                    },
                    (),
                    (first.span, second.span),
                )
                break


def _are_two_things(first: _Stated, second: _Stated) -> bool:
    """Whether two sentences count different things: no word of two characters in common."""
    if first.sentence.span == second.sentence.span:
        return False
    one, other = first.context(), second.context()
    if first.figure.unit != second.figure.unit:
        one, other = _GENERAL.sub(" ", one), _GENERAL.sub(" ", other)
    pairs = {a + b for a, b in pairwise(one)}
    return not any(a + b in pairs for a, b in pairwise(other) if not (a + b).isspace())


_SENTENCE: Final = re.compile(r"[^。！？\n]+")
_LONG: Final = 30
_KEY: Final = 24
_OWN_WORDS: Final = 14
"""How many characters outside the titles of documents a repeated passage must have."""
_TITLE: Final = re.compile(r"《[^》]*》")
_NOISE: Final = re.compile(r"\s+")


def _same_sentences(subject: Subject) -> Iterator[Hit]:
    seen: dict[str, tuple[str, Span]] = {}
    for section, text in prose_of(subject.report):
        if not section:
            continue
        for match in _SENTENCE.finditer(text):
            if match.end() - match.start() < _LONG:
                continue
            words = _NOISE.sub("", match[0])
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            span = Span(section, start, match.end())
            earlier = seen.setdefault(words[-_KEY:], (words, span))
            if earlier[1] != span and (common := _common_ending(earlier[0], words)):
                first, second = section_name(earlier[1].section), section_name(section)
                where = f"{first}出现两次" if first == second else f"{first}和{second}各出现一次"
                yield Hit(
                    {"where": where, "words": shortened(common)},
                    (),
                    (earlier[1], span),
                )


def _common_ending(one: str, other: str) -> str:
    """The ending that two sentences share, if it is long enough to be no set phrase."""
    length = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        length += 1
    common = one[len(one) - length :]
    is_long = length >= _LONG and len(_TITLE.sub("", common)) >= _OWN_WORDS
    return common if is_long else ""


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "prose.same_figure_twice",
        Severity.WARNING,
        "同一数字用于两件事",
        basis.ACCURACY,
        "{value} 这一数字既用于“{first}”，又用于“{second}”，两者完全相同，请核对是否误填。",
        _same_figures,
    ),
    Rule(
        "prose.same_sentence_twice",
        Severity.NOTE,
        "同一段文字重复出现",
        basis.ACCURACY,
        "“{words}”在{where}，请核对是否误粘贴，并酌情删改。",
        _same_sentences,
    ),
)
