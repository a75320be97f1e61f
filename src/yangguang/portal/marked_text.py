"""Prose with the stretches that findings point at, cut so that marks may overlap."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from yangguang.annual_report.report import Span


class Mark(NamedTuple):
    """A stretch that finding `number` points at; `rank` 0 is the gravest severity."""

    span: Span
    number: int
    severity: str
    rank: int


class Segment(NamedTuple):
    """A run of text under the same marks.

    `severity` is the gravest of them or empty, `anchors` the ids to be lit up that begin here,
    `ends` the marks that end here.
    """

    text: str
    severity: str = ""
    anchors: tuple[str, ...] = ()
    ends: tuple[Mark, ...] = ()


class Paragraph(NamedTuple):
    """A paragraph in segments, and the line of the file where it begins, if known."""

    segments: list[Segment]
    line: int | None = None


def anchor(span: Span) -> str:
    """The id of the place where a span begins."""
    return f"t-{span.section}-{span.start}"


def paragraphs(
    text: str, marks: Sequence[Mark], lines: Iterable[tuple[int, int | None]] = ()
) -> list[Paragraph]:
    """`text` by its line feeds, marked. `lines` are (start, line of the file) of paragraphs.

    A start without a line is a paragraph that the file itself tells apart, as web pages do.
    """
    printed_at = dict(lines)
    cuts = {start for start, line in printed_at.items() if line is None}
    cuts |= {0, len(text)} | {i + 1 for i, character in enumerate(text) if character == "\n"}
    found: list[Paragraph] = []
    coming = deque(sorted(enumerate(marks), key=lambda entry: entry[1].span.start))
    over: list[tuple[int, Mark]] = []
    for start, after in pairwise(sorted(cuts)):
        end = start + len(text[start:after].rstrip("\n"))
        while coming and coming[0][1].span.start < end:
            over.append(coming.popleft())
        over = [(order, mark) for order, mark in over if mark.span.end > start]
        if text[start:end].strip():
            inside = [mark for _, mark in sorted(over)]
            found.append(Paragraph(_cut(text, start, end, inside), printed_at.get(start)))
    return found


def _cut(text: str, start: int, end: int, marks: list[Mark]) -> list[Segment]:
    """The paragraph [start, end) cut wherever a mark begins or ends."""
    edges = {start, end}
    for mark in marks:
        edges |= {max(start, mark.span.start), min(end, mark.span.end)}
    cuts = sorted(edges)
    return [_segment(text, first, last, marks) for first, last in pairwise(cuts)]


def _segment(text: str, first: int, last: int, marks: list[Mark]) -> Segment:
    over = [m for m in marks if m.span.start <= first and m.span.end >= last]
    gravest = min(over, key=lambda mark: mark.rank, default=None)
    begins = dict.fromkeys(anchor(m.span) for m in over if m.span.start == first)
    ends = tuple(m for m in over if m.span.end == last)
    return Segment(text[first:last], gravest.severity if gravest else "", tuple(begins), ends)
