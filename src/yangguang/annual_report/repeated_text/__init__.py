"""Repeated text: how much of a report's own prose stands in another report already.

`repeated_from` holds one report against few others, exactly; `index.Index` against thousands.
`DEFINITION` says to users what is counted.
"""

from collections.abc import Iterable

from yangguang.annual_report.repeated_text.definition import DEFINITION, LONG
from yangguang.annual_report.repeated_text.model import (
    Repetition,
    ReportText,
    Stretch,
    text_of,
    total,
)
from yangguang.annual_report.repeated_text.sentences import Sentence, sentences_of
from yangguang.annual_report.repeated_text.stretches import Source, grams_of, repetition


def repeated_from(others: Iterable[ReportText], report: ReportText) -> Repetition:
    """What of `report` is repeated from `others`, every sentence held against every other."""
    return _repeated(others, sentences_of(report))


def repeated_from_each(others: Iterable[ReportText], report: ReportText) -> list[Repetition]:
    """What of `report` is repeated from each of `others` by itself."""
    own = sentences_of(report)
    return [_repeated([other], own) for other in others]


def _repeated(others: Iterable[ReportText], own: Iterable[Sentence]) -> Repetition:
    sources = (Source(other.id, sentence) for other in others for sentence in sentences_of(other))
    grams = grams_of(sources)
    return repetition((sentence, grams) for sentence in own)


__all__ = [
    "DEFINITION",
    "LONG",
    "Repetition",
    "ReportText",
    "Stretch",
    "repeated_from",
    "repeated_from_each",
    "text_of",
    "total",
]
