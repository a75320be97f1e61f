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
from yangguang.annual_report.repeated_text.sentences import sentences_of
from yangguang.annual_report.repeated_text.stretches import Source, grams_of, repetition


def repeated_from(others: Iterable[ReportText], report: ReportText) -> Repetition:
    """What of `report` is repeated from `others`, every sentence held against every other."""
    sources = (Source(other.id, sentence) for other in others for sentence in sentences_of(other))
    grams = grams_of(sources)
    return repetition((sentence, grams) for sentence in sentences_of(report))


__all__ = [
    "DEFINITION",
    "LONG",
    "Repetition",
    "ReportText",
    "Stretch",
    "repeated_from",
    "text_of",
    "total",
]
