"""Exact alignment: which characters of a sentence stand, in a long enough stretch, in another."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from yangguang.annual_report.repeated_text.definition import LONG
from yangguang.annual_report.repeated_text.model import Repetition, Stretch
from yangguang.annual_report.repeated_text.sentences import Sentence
from yangguang.annual_report.report import Span


class Source(NamedTuple):
    """A sentence of another report, named by its id."""

    report: str
    sentence: Sentence


class _Match(NamedTuple):
    """A stretch as long as it gets: characters [start, end) stand in `source` from `at` on."""

    start: int
    end: int
    source: Source
    at: int
    verbatim: bool


Grams = Mapping[str, Sequence[tuple[Source, int]]]
_OFTEN: Final = 8
"""How often the same run of characters is looked for in one sentence. No prose has it oftener; a
file made to be slow may."""


def grams_of(sources: Iterable[Source], wanted: Container[str] | None = None) -> Grams:
    """Every run of LONG characters in `sources`, or those `wanted`, with where it stands.

    A sentence that comes several times, figures and all, is taken from where it stands first.
    """
    grams: dict[str, list[tuple[Source, int]]] = {}
    for source in _told_once(sources):
        text = source.sentence.text
        for at, run in enumerate(runs_in(text)):
            if wanted is None or run in wanted:
                places = grams.setdefault(run, [])
                if len(places) < _OFTEN or places[-_OFTEN][0] is not source:
                    places.append((source, at))
    return grams


def _told_once(sources: Iterable[Source]) -> Iterable[Source]:
    first: dict[tuple[str, tuple[tuple[int, str], ...]], Source] = {}
    for source in sources:
        key = source.sentence.text, source.sentence.figures
        known = first.setdefault(key, source)
        if (source.report, source.sentence.span) < (known.report, known.sentence.span):
            first[key] = source
    return first.values()


def runs_in(text: str) -> list[str]:
    """The runs of LONG characters in a text, from its beginning to its end."""
    return [text[at : at + LONG] for at in range(len(text) - LONG + 1)]


def repetition(sentences: Iterable[tuple[Sentence, Grams]]) -> Repetition:
    """How much of some sentences is repeated, each from the sentences of its own `Grams`."""
    characters = repeated = verbatim = 0
    stretches: list[Stretch] = []
    for sentence, grams in sentences:
        characters += len(sentence.text)
        for stretch in stretches_in(sentence, grams):
            repeated += stretch.characters
            verbatim += stretch.characters * stretch.verbatim
            stretches.append(stretch)
    return Repetition(characters, repeated, verbatim, tuple(stretches))


def stretches_in(own: Sentence, grams: Grams) -> list[Stretch]:
    """The repeated stretches of one sentence, in order, none over another.

    Each character goes to a stretch with the same figures where there is one, and then to the
    longest. Which stretches those are depends neither on the order of the sources nor on others.
    """
    owner: list[_Match | None] = [None] * len(own.text)
    free = len(owner)
    for match in sorted(_matches(own, grams), key=_preference):
        if not free:
            break
        for index in range(match.start, match.end):
            if owner[index] is None:
                owner[index] = match
                free -= 1
    found: list[Stretch] = []
    start = 0
    for index in range(1, len(owner) + 1):
        if index == len(owner) or owner[index] is not owner[start]:
            if (owning := owner[start]) is not None:
                found.append(_stretch(own, owning, start, index))
            start = index
    return found


def _preference(match: _Match) -> tuple[bool, int, int, str, Span, int]:
    source = match.source
    length = match.end - match.start
    return not match.verbatim, -length, match.start, source.report, source.sentence.span, match.at


def _matches(own: Sentence, grams: Grams) -> Iterator[_Match]:
    """Every stretch of LONG characters or more that cannot be made longer on either side."""
    text = own.text
    for start, run in enumerate(runs_in(text)):
        for source, at in grams.get(run, ()):
            other = source.sentence.text
            if start and at and text[start - 1] == other[at - 1]:
                continue  # part of the stretch that begins before it
            length = _in_common(text, start, other, at)
            verbatim = not (own.figures or source.sentence.figures) or (
                _figures(own, start, length, at == 0)
                == _figures(source.sentence, at, length, start == 0)
            )
            yield _Match(start, start + length, source, at, verbatim)


def _in_common(one: str, start: int, other: str, at: int) -> int:
    """How many characters are the same from `start` and `at` on; the first LONG are."""
    least, most = LONG, min(len(one) - start, len(other) - at)
    step = LONG
    while least < most:
        end = min(least + step, most)
        if one[start + least : start + end] == other[at + least : at + end]:
            least, step = end, step * 2
        elif end == least + 1:
            break
        else:
            most, step = end - 1, max(1, (end - least) // 2)
    return least


def _figures(
    sentence: Sentence, start: int, length: int, both_begin: bool
) -> list[tuple[int, str]]:
    """The figures within a stretch, by their distance from its beginning.

    A figure before the stretch belongs to it only where both sentences begin there.
    """
    first = start if start == 0 and both_begin else start + 1
    end = start + length
    return [(at - start, figure) for at, figure in sentence.figures if first <= at < end]


def _stretch(own: Sentence, match: _Match, start: int, end: int) -> Stretch:
    source = match.source
    at = match.at + start - match.start
    return Stretch(
        _span(own, start, end),
        own.span,
        source.report,
        _span(source.sentence, at, at + end - start),
        source.sentence.span,
        end - start,
        match.verbatim,
    )


def _span(sentence: Sentence, start: int, end: int) -> Span:
    """From the first to the last of some characters, with what was left out between them."""
    return Span(sentence.span.section, sentence.at[start], sentence.at[end - 1] + 1)
