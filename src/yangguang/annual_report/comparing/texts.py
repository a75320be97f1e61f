"""The prose of two reports, section by section, sentence beside sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from yangguang.annual_report.comparing.marks import Phrases, as_compared, marked
from yangguang.annual_report.comparing.model import (
    Passage,
    Piece,
    SectionPair,
    SentencePair,
    TextChange,
)
from yangguang.annual_report.report import AnnualReport, Span

_SENTENCE: Final = re.compile(r"[^。！？\n]*[。！？]+[”’」』）)]*|[^。！？\n]+")
_SPACE: Final = re.compile(r"\s+")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ALIKE: Final = 0.5
"""How alike two sentences must be to be one sentence changed. Of two sentences about different
things about a third of the characters agree in order, for the field has few words."""
_MOST_PAIRS: Final = 40_000
"""How many pairs of sentences are tried in one place; in longer ones no counterparts are sought."""
_MOST_SENTENCES: Final = 3_000
"""A section with more is no report's; its sentences are held together from both ends only."""


class _Sentence(NamedTuple):
    """A sentence; `key` are its words without spaces and with years masked, `years` these."""

    span: Span
    words: str
    key: str
    years: tuple[int, ...]
    begins_paragraph: bool


def compared_sections(left: AnnualReport, right: AnnualReport) -> tuple[SectionPair, ...]:
    """The sections that at least one of the two has, the preamble (0) first."""
    numbers = {s.number for report in (left, right) for s in report.sections}
    if left.preamble or right.preamble:
        numbers.add(0)
    phrases = Phrases(text for r in (left, right) for text in _texts(r))
    later = (right.year - left.year) if left.year and right.year else 0
    return tuple(
        SectionPair(
            number,
            (_title(left, number), _title(right, number)),
            tuple(_aligned(_sentences(left, number), _sentences(right, number), phrases, later)),
        )
        for number in sorted(numbers)
    )


def _texts(report: AnnualReport) -> Iterator[str]:
    yield report.preamble
    for section in report.sections:
        yield section.text


def _title(report: AnnualReport, number: int) -> str:
    section = report.section(number)
    return section.title if section else ""


def _sentences(report: AnnualReport, number: int) -> list[_Sentence]:
    text = report.text_of(number)
    found = []
    for match in _SENTENCE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
            span = Span(number, start, start + len(words))
            plain = _SPACE.sub("", as_compared(words))
            years = tuple(int(year) for year in _YEAR.findall(plain))
            found.append(_Sentence(span, words, _YEAR.sub("****", plain), years, begins))
    return found


def _aligned(
    left: list[_Sentence], right: list[_Sentence], phrases: Phrases, later: int
) -> Iterator[SentencePair]:
    """The sentences side by side; the right report is `later` years later than the left one."""
    one = other = 0
    for left_end, right_end, is_same in _runs(left, right):
        before, after = left[one:left_end], right[other:right_end]
        one, other = left_end, right_end
        if is_same:
            for a, b in zip(before, after, strict=True):
                yield _but_for_years(a, b, phrases, later)
        else:
            yield from _changed(before, after, phrases)


def _runs(left: list[_Sentence], right: list[_Sentence]) -> Iterator[tuple[int, int, bool]]:
    """Ends of the runs of sentences, left and right, that are the same or are not."""
    one, other = [s.key for s in left], [s.key for s in right]
    if max(len(one), len(other)) <= _MOST_SENTENCES:
        codes = LCSseq.opcodes(one, other)
        for is_same, run in groupby(codes, key=lambda code: code.tag == "equal"):
            *_, last = run  # an insertion and a deletion side by side are one change
            yield last.src_end, last.dest_end, is_same
        return
    common = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    yield common, common, True
    yield len(one), len(other), False


def _but_for_years(left: _Sentence, right: _Sentence, phrases: Phrases, later: int) -> SentencePair:
    if left.years == right.years:
        return SentencePair(TextChange.SAME, _plain(left, False), _plain(right, False))
    moved = {b - a for a, b in zip(left.years, right.years, strict=True)}
    change = TextChange.YEAR if moved <= {0, later} else TextChange.CHANGED
    return _marked(change, left, right, phrases)


def _marked(
    change: TextChange, left: _Sentence, right: _Sentence, phrases: Phrases
) -> SentencePair:
    pieces = marked(left.words, right.words, phrases)
    return SentencePair(
        change,
        Passage(left.span, pieces[0], left.begins_paragraph),
        Passage(right.span, pieces[1], right.begins_paragraph),
    )


def _changed(
    left: Sequence[_Sentence], right: Sequence[_Sentence], phrases: Phrases
) -> Iterator[SentencePair]:
    """Sentences of which none is the same: counterparts side by side, the others alone."""
    one = other = 0
    for a, b in [*_counterparts(left, right), (len(left), len(right))]:
        for sentence in left[one:a]:
            yield SentencePair(TextChange.REMOVED, _plain(sentence, True), None)
        for sentence in right[other:b]:
            yield SentencePair(TextChange.ADDED, None, _plain(sentence, True))
        one, other = a + 1, b + 1
        if a < len(left) and b < len(right):
            yield _marked(TextChange.CHANGED, left[a], right[b], phrases)


def _counterparts(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are most alike taken together."""
    if not left or not right or len(left) * len(right) > _MOST_PAIRS:
        return []
    alike = [
        [Indel.normalized_similarity(a.key, b.key, score_cutoff=_ALIKE) for b in right]
        for a in left
    ]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        row, below = best[i], best[i + 1]
        for j in reversed(range(len(right))):
            row[j] = max(below[j], row[j + 1], below[j + 1] + alike[i][j])
    pairs = []
    i = j = 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _plain(sentence: _Sentence, is_changed: bool) -> Passage:
    return Passage(sentence.span, (Piece(sentence.words, is_changed),), sentence.begins_paragraph)
