"""A report printed as PDF in the ways in which published ones were seen.

A report is set on one endless strip and cut into pages wherever no line of text is in the way:
through rows, through merged labels, through sentences.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random
from typing import NamedTuple

from tests.generator.layouts import Layout
from tests.generator.pdf import HIGH, WIDE, Sheet, width, written
from tests.generator.print import Print, PrintedRow
from tests.generator.spans import merged_cells

_LEFT, _RIGHT, _TOP, _BOTTOM = 70.0, 525.0, 72.0, 760.0
_PROSE, _TITLE, _CELL = 14.0, 20.0, 9.0
_PADDING = 4.0
_LABELS = {2: [0.37], 3: [0.06, 0.10, 0.28], 4: []}
"""The widths of a table's columns of labels; those of figures share the rest."""


class Words(NamedTuple):
    """A line of text on the strip."""

    x: float
    top: float
    text: str
    size: float


class Stroke(NamedTuple):
    """A rule on the strip."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Strip:
    """What is printed, on one endless page."""

    words: list[Words] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Stroke] = field(default_factory=list)
    y: float = 0.0

    def line(self, x: float, text: str, size: float) -> None:
        """A line of prose."""
        self.words.append(Words(x, self.y, text, size))
        self.y += 1.8 * size


@dataclass(frozen=True)
class Way:
    """How a report is printed."""

    ruled: str = "all"
    """Which rules are drawn: all, across, inner or none."""
    closed: bool = True
    """Whether a table that a page cuts is closed by a rule there."""
    figures_at: float = 0.5
    """Where a figure stands in its row's height: 0 at the top, 1 at the foot."""
    dashes: str = ""
    turns: int = 0
    rotated: int = 0
    shuffled: bool = False
    bold_twice: bool = False
    boxed: bool = False
    numbered: str = "- {} -"
    header: str = ""


def wrapped(text: str, size: float, room: float) -> list[str]:
    """A text broken into lines that fit; digits stay together, no line begins with a comma."""
    lines, line = [], ""
    for letter in text:
        if line and width(line + letter, size) > room and letter not in "，。、；：）":
            keep = len(line)
            if letter.isdigit():
                while keep and line[keep - 1].isdigit():
                    keep -= 1
            keep = keep or len(line)
            lines.append(line[:keep])
            line = line[keep:]
        line += letter
    return [*lines, line] if line else lines or [""]


def _strip(report: Print, way: Way) -> Strip:
    strip = Strip()
    for part in wrapped(report.title, _TITLE, _RIGHT - _LEFT - 80):
        strip.line((WIDE - width(part, _TITLE)) / 2, part, _TITLE)
    for section in range(7):
        if section:
            strip.y += 6
            strip.line(_LEFT + 2 * _PROSE, report.heading(section), _PROSE)
        for paragraph in report.prose[section]:
            _paragraph(strip, paragraph, way)
        if section in report.tables:
            strip.y += 4
            _table(strip, section, report.tables[section], way)
            strip.y += 16
    return strip


def _paragraph(strip: Strip, text: str, way: Way) -> None:
    top = strip.y
    for rank, part in enumerate(wrapped("　　" + text, _PROSE, _RIGHT - _LEFT)):
        x = _LEFT + (2 * _PROSE if rank == 0 else 0)
        strip.line(x, part.strip("　"), _PROSE)
    if way.boxed:
        strip.boxes.append(Stroke(_LEFT - 2, top - 3, _RIGHT + 2, strip.y - 6))


def _table(strip: Strip, number: int, rows: list[PrintedRow], way: Way) -> None:
    xs = [_LEFT]
    columns = max(len(row.figures) for row in rows)
    rest = (1 - sum(_LABELS[number])) / columns
    for share in [*_LABELS[number], *[rest] * columns]:
        xs.append(xs[-1] + share * (_RIGHT - _LEFT))
    placed = _placed(merged_cells(number, rows), len(xs) - 1)
    heights = [0.0] * len(rows)
    for row, column, text, wide, high in placed:
        lines = wrapped(text, _CELL, xs[column + wide] - xs[column] - 2 * _PADDING)
        if high == 1:
            heights[row] = max(heights[row], 1.3 * _CELL * len(lines) + 2 * _PADDING)
    ys = [strip.y]
    for height in heights:
        ys.append(ys[-1] + height)
    for row, column, text, wide, high in placed:
        _cell(strip, text, (xs[column], ys[row], xs[column + wide], ys[row + high]), way)
    strip.y = ys[-1]


Placed = list[tuple[int, int, str, int, int]]


def _placed(rows: list[list[tuple[str, int, int]]], columns: int) -> Placed:
    """Cells with their row, column, text, width and height."""
    taken: set[tuple[int, int]] = set()
    found: Placed = []
    for row, cells in enumerate(rows):
        column = 0
        for text, spanned, high in cells:
            while (row, column) in taken:
                column += 1
            wide = min(spanned, columns - column)
            if wide <= 0:
                break
            taken |= {(row + i, column + j) for i in range(high) for j in range(wide)}
            found.append((row, column, text, wide, high))
            column += wide
    return found


def _cell(strip: Strip, text: str, box: tuple[float, float, float, float], way: Way) -> None:
    left, top, right, bottom = box
    lines = wrapped(text, _CELL, right - left - 2 * _PADDING)
    figure = text[:1].isdigit() and len(text) < 12 and "." not in text[:2]
    free = bottom - top - 1.3 * _CELL * len(lines)
    y = top + free * (way.figures_at if figure else 0.5)
    for line in lines:
        x = (left + right - width(line, _CELL)) / 2 if figure else left + _PADDING
        strip.words.append(Words(x, y, line, _CELL))
        y += 1.3 * _CELL
    sides = {
        "all": "lrtb",
        "across": "tb",
        "inner": ("" if left == _LEFT else "l") + ("" if abs(right - _RIGHT) < 1 else "r") + "tb",
    }.get(way.ruled, "")
    for side in sides:
        strip.strokes.append(
            {
                "l": Stroke(left, top, left, bottom),
                "r": Stroke(right, top, right, bottom),
                "t": Stroke(left, top, right, top),
                "b": Stroke(left, bottom, right, bottom),
            }[side]
        )


def _cuts(strip: Strip) -> list[float]:
    """Where the strip is cut: no line of text is in the way."""
    cuts = [0.0]
    while strip.y - cuts[-1] > _BOTTOM - _TOP:
        cut = cuts[-1] + _BOTTOM - _TOP
        while in_the_way := [w for w in strip.words if w.top - 1 < cut < w.top + 1.2 * w.size]:
            cut = min(w.top for w in in_the_way) - 1.5
        cuts.append(cut)
    return [*cuts, strip.y + 1]


def _pages(strip: Strip, way: Way) -> list[Sheet]:
    pages = []
    cuts = _cuts(strip)
    for number, (start, end) in enumerate(pairwise(cuts), 1):
        page = _Page(way, _TOP - start)
        for box in strip.boxes:
            if box.y0 < end and box.y1 > start:
                page.box(box._replace(y0=max(box.y0, start), y1=min(box.y1, end)))
        for stroke in strip.strokes:
            if stroke.y0 <= end and stroke.y1 >= start:
                page.rule(stroke._replace(y0=max(stroke.y0, start), y1=min(stroke.y1, end)))
                if way.closed and stroke.y0 < stroke.y1:
                    page.close(stroke, start, end)
        page.end_rules()
        for words in strip.words:
            if start <= words.top < end:
                page.words(words)
        page.margins(number)
        pages.append(page.sheet)
    return pages


class _Page:
    """Draws on a sheet, turned as the way of printing says."""

    def __init__(self, way: Way, shift: float) -> None:
        self.way = way
        self.shift = shift
        on_side = way.turns % 2 == 1
        self.sheet = Sheet(HIGH, WIDE, way.rotated) if on_side else Sheet(rotated=way.rotated)
        self.closing: dict[float, list[float]] = {}

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright page on the sheet."""
        match self.way.turns:
            case 1:
                return HIGH - y, x
            case 2:
                return WIDE - x, HIGH - y
            case 3:
                return y, WIDE - x
            case _:
                return x, y

    def rule(self, stroke: Stroke) -> None:
        """A rule of the strip."""
        start = self.at(stroke.x0, stroke.y0 + self.shift)
        self.sheet.rule(*start, *self.at(stroke.x1, stroke.y1 + self.shift), self.way.dashes)

    def box(self, box: Stroke) -> None:
        """A grey box with a rule around it."""
        if self.way.turns == 0:
            place = (box.x0, box.y0 + self.shift, box.x1 - box.x0, box.y1 - box.y0)
            self.sheet.box(*place)
            self.sheet.box(*place, "S")

    def close(self, stroke: Stroke, start: float, end: float) -> None:
        """Remember that a rule down is cut, for the rule that closes the table there."""
        for cut in (start, end):
            if stroke.y0 < cut < stroke.y1:
                self.closing.setdefault(cut, []).append(stroke.x0)

    def end_rules(self) -> None:
        """Close the tables that were cut."""
        for cut, xs in self.closing.items():
            self.rule(Stroke(min(xs), cut, max(xs), cut))

    def words(self, words: Words) -> None:
        """A line of text, with its baseline nearly at the foot of its room."""
        x, y = self.at(words.x, words.top + self.shift + words.size)
        self.sheet.text(x, y, words.text, words.size, self.way.turns)
        if self.way.bold_twice:
            self.sheet.text(x + 0.3, y, words.text, words.size, self.way.turns)

    def margins(self, number: int) -> None:
        """The page's number and what stands over every page."""
        if self.way.numbered:
            x, y = self.at(WIDE / 2 - 15, 800)
            self.sheet.text(x, y, self.way.numbered.format(number), 10, self.way.turns)
        if self.way.header:
            x, y = self.at(_LEFT, 40)
            self.sheet.text(x, y, self.way.header, 9, self.way.turns)


def printed_as(way: Way) -> Layout:
    """The layout that prints this way."""

    def layout(report: Print) -> bytes:
        header = report.title if way.header else ""
        pages = _pages(_strip(report, way), replace(way, header=header))
        if way.shuffled:
            for page in pages:
                Random(7).shuffle(page.drawn)
        return written(pages)

    return layout


PDF_LAYOUTS: dict[str, Callable[[Print], bytes]] = {
    name: printed_as(way)
    for name, way in {
        "pdf_ruled": Way(),
        "pdf_open_at_the_cut": Way(closed=False, numbered="{}"),
        "pdf_figures_at_the_top": Way(figures_at=0.0, numbered="第 {} 页"),
        "pdf_figures_at_the_foot": Way(figures_at=1.0),
        "pdf_dashed": Way(dashes="2 1"),
        "pdf_without_sides": Way(ruled="inner"),
        "pdf_wrong_order": Way(shuffled=True),
        "pdf_printed_twice": Way(bold_twice=True),
        "pdf_boxed_prose": Way(boxed=True),
        "pdf_headers": Way(header="yes", numbered="{}/9"),
        "pdf_sideways": Way(turns=3),
        "pdf_rotated": Way(turns=3, rotated=90),
        "pdf_upside_down": Way(turns=2, rotated=180),
        "pdf_rules_across": Way(ruled="across"),
        "pdf_unruled": Way(ruled="none"),
        "pdf_unruled_top": Way(ruled="none", figures_at=0.0),
    }.items()
}
