"""Lines as rows: their parts, and which of them are figures."""

import re
from dataclasses import dataclass
from typing import Final

from yangguang.annual_report.reading.pdf.columns import GAP
from yangguang.annual_report.reading.pdf.lines import Line, line_of, pieces

_FIGURE: Final = re.compile(r"[+\-]?[\d,.０-９]+[件条项个次份元万亿]{0,2}|[/／\-—－]{1,2}")
_RUN: Final = re.compile(r"(?:(.*\S) )?((?:[\d,.]+ ){2,}[\d,.]+)")
_FULL_WIDTH: Final = re.compile(r"[０-９ ]{2,}")
_LABEL_THEN_FULL_WIDTH: Final = re.compile(r".*[^０-９ ]((?: [０-９]+)+)")
_SENTENCE: Final = re.compile(r"[。；！？]")
_LONGEST_LABEL: Final = 45
_NARROW: Final = 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """A line in its parts."""

    line: Line
    parts: list[Line]
    texts: list[str]

    @property
    def figures(self) -> int:
        """How many of its parts are figures."""
        return sum(_FIGURE.fullmatch(text) is not None for text in self.texts)

    @property
    def figure_parts(self) -> list[Line]:
        """The parts that are figures."""
        both = zip(self.parts, self.texts, strict=True)
        return [part for part, text in both if _FIGURE.fullmatch(text)]

    @property
    def other_parts(self) -> list[Line]:
        """The parts that are no figures."""
        both = zip(self.parts, self.texts, strict=True)
        return [part for part, text in both if not _FIGURE.fullmatch(text)]

    @property
    def is_row(self) -> bool:
        """Whether it has several parts and no sentence, as a row of a table does."""
        return len(self.parts) > 1 and not any(_SENTENCE.search(text) for text in self.texts)

    @property
    def may_be_label(self) -> bool:
        """Whether it may be a row's label or a figure alone, and is not prose."""
        return len(self.texts[0]) <= _LONGEST_LABEL and not _SENTENCE.search(self.texts[0])


def row_of(line: Line) -> Row:
    """The line in its parts, cut at wide gaps; at narrow ones where three figures end it."""
    parts = [figure for part in pieces(line, GAP) for figure in _full_width_figures(part)]
    texts = [part.text for part in parts]
    run = _RUN.fullmatch(texts[-1])
    if run is not None:
        count = len(run[2].split(" "))
        figures = pieces(parts[-1], _NARROW)
        if len(figures) >= count and [f.text for f in figures[-count:]] == run[2].split(" "):
            label = figures[:-count]
            parts = parts[:-1] + ([_joined(label)] if label else []) + figures[-count:]
            texts = [part.text for part in parts]
    return Row(line, parts, texts)


def _full_width_figures(part: Line) -> list[Line]:
    """The figures in full-width digits that a part holds: the gaps between them look narrow."""
    if _FULL_WIDTH.fullmatch(part.text):
        return pieces(part, _NARROW)
    behind = _LABEL_THEN_FULL_WIDTH.fullmatch(part.text)
    if behind is None:
        return [part]
    apart = pieces(part, _NARROW)
    count = len(behind[1].split())
    return [_joined(apart[:-count]), *apart[-count:]]


def _joined(parts: list[Line]) -> Line:
    return line_of([glyph for part in parts for glyph in part.glyphs])
