"""Many reports at once: what of a report stands in other agencies' reports.

Memory and time of building grow with the number of characters; see bench/repeated_text.py.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from yangguang.annual_report.agency_names import is_same_agency, normalised
from yangguang.annual_report.repeated_text.model import Repetition, ReportText
from yangguang.annual_report.repeated_text.postings import Postings
from yangguang.annual_report.repeated_text.sentences import Sentence, sentences_of
from yangguang.annual_report.repeated_text.signatures import signatures
from yangguang.annual_report.repeated_text.stretches import Source, grams_of, repetition, runs_in
from yangguang.annual_report.report import Span

_EARLIEST: Final = 0
_LATEST: Final = 9999
"""A report that does not say its year may be older than any other, and younger."""
_HOLDERS: Final = 3
"""How many reports are remembered for one sentence, the earliest ones of different agencies. Two
are enough to name one that is another agency's; the third is for names that are hard to tell."""
_MOST_CANDIDATES: Final = 200
"""How many sentences one is held against. More share a stretch with it only where thousands of
reports repeat it, and the likest come first."""


class _Holder(NamedTuple):
    """A report that has a sentence, and where; least is earliest.

    `at` are the places of its characters in the sentence, two bytes each.
    """

    year: int
    report: str
    span: Span
    at: bytes
    agency: str


class _Entry:
    """A sentence that one or many reports have, figures and all."""

    __slots__ = ("figures", "holders", "text")

    def __init__(self, sentence: Sentence) -> None:
        self.text = sentence.text
        self.figures = sentence.figures
        self.holders: tuple[_Holder, ...] = ()

    def hold(self, holder: _Holder) -> None:
        """Remember a report that has the sentence, if it is among the earliest."""
        agency = normalised(holder.agency)
        rivals = [h for h in self.holders if normalised(h.agency) != agency]
        own = [h for h in self.holders if normalised(h.agency) == agency]
        self.holders = tuple(sorted([*rivals, min([holder, *own])])[:_HOLDERS])

    def held_by_another(self, report: ReportText) -> _Holder | None:
        """The earliest report of another agency that has it, of the same year or before."""
        until = report.year or _LATEST
        for holder in self.holders:
            if holder.report == report.id or holder.year > until:
                continue
            if not is_same_agency(holder.agency, report.agency):
                return holder
        return None


class Index:
    """The sentences of many reports. Add them all, then ask what each took from the others."""

    def __init__(self) -> None:
        """Without reports."""
        self._entries: list[_Entry] = []
        self._numbers: dict[tuple[str, tuple[tuple[int, str], ...]], int] = {}
        self._postings = Postings()
        self._reports = 0

    def __len__(self) -> int:
        return self._reports

    def add(self, report: ReportText) -> None:
        """Take in a report; its id must be no other's."""
        self._reports += 1
        new: list[int] = []
        for sentence in sentences_of(report):
            key = sentence.text, sentence.figures
            number = self._numbers.setdefault(key, len(self._entries))
            if number == len(self._entries):
                self._entries.append(_Entry(sentence))
                new.append(number)
            self._entries[number].hold(_holder(report, sentence))
        found = signatures(self._entries[number].text for number in new)
        for number, its in zip(new, found, strict=True):
            self._postings.add(its, number)

    def repeated_from_others(self, report: ReportText) -> Repetition:
        """What of a report stands in other agencies' reports of the same year or before.

        The report itself may be among those taken in or not.
        """
        sentences = sentences_of(report)
        found = signatures(sentence.text for sentence in sentences)
        return repetition(
            (sentence, grams_of(self._sources(report, sentence, its), set(runs_in(sentence.text))))
            for sentence, its in zip(sentences, found, strict=True)
        )

    def _sources(self, report: ReportText, sentence: Sentence, its: set[int]) -> Iterator[Source]:
        """Others' sentences that may share a stretch with one, the likest first."""
        shared = Counter(
            number for signature in its for number in self._postings.entries(signature)
        )
        entries = self._entries

        def likeness(number: int) -> tuple[int, bool, int]:
            return -shared[number], entries[number].figures != sentence.figures, number

        left = _MOST_CANDIDATES
        for number in sorted(shared, key=likeness):
            entry = entries[number]
            if holder := entry.held_by_another(report):
                yield Source(holder.report, _sentence(entry, holder))
                left -= 1
                is_whole = (entry.text, entry.figures) == (sentence.text, sentence.figures)
                if is_whole or not left:
                    return


def _sentence(entry: _Entry, holder: _Holder) -> Sentence:
    start = holder.span.start
    at = tuple([start + offset for offset in array("H", holder.at)])
    return Sentence(holder.span, entry.text, at, entry.figures)


def _holder(report: ReportText, sentence: Sentence) -> _Holder:
    at = array("H", [at - sentence.span.start for at in sentence.at]).tobytes()
    return _Holder(report.year or _EARLIEST, report.id, sentence.span, at, report.agency)
