"""What of the words of a report is merely repeated from last year's: where it begins and ends."""

from dataclasses import dataclass

from yangguang.annual_report.repeated_text import Repetition, repeated_from, text_of
from yangguang.annual_report.report import AnnualReport


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a section's words; `is_repeated`: they stand in last year's report already."""

    text: str
    is_repeated: bool


def repetition(draft: AnnualReport, previous: AnnualReport | None) -> Repetition | None:
    """How much of the draft's own prose is last year's; None without a report of last year."""
    if previous is None:
        return None
    return repeated_from([text_of(previous, id="previous")], text_of(draft))


def marked(draft: AnnualReport, section: int, found: Repetition | None) -> list[list[Run]]:
    """The paragraphs of a section, cut where what is repeated begins and ends."""
    text = draft.text_of(section)
    spans = [one.span for one in found.stretches] if found else []
    edges = sorted((one.start, one.end) for one in spans if one.section == section)
    paragraphs, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            paragraphs.append(_runs(text, start, end, edges))
        start = end + 1
    return paragraphs


def _runs(text: str, start: int, end: int, edges: list[tuple[int, int]]) -> list[Run]:
    runs, at = [], start
    inside = [(max(first, start), min(last, end)) for first, last in edges]
    for first, last in inside:
        if first >= last:
            continue
        if first > at:
            runs.append(Run(text[at:first], is_repeated=False))
        runs.append(Run(text[first:last], is_repeated=True))
        at = last
    if at < end:
        runs.append(Run(text[at:end], is_repeated=False))
    return runs
