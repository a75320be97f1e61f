"""Tables without rules: lines whose parts stand under each other, with figures in columns."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from yangguang.annual_report.blocks import Grid, GridCell, Place
from yangguang.annual_report.reading.pdf.columns import GAP
from yangguang.annual_report.reading.pdf.geometry import Box, Page
from yangguang.annual_report.reading.pdf.lines import Line, pieces

_FIGURE: Final = re.compile(r"[+\-]?[\d,.０-９]+[件条项个次份元万亿]{0,2}|[/／\-—－]{1,2}")
_SENTENCE: Final = re.compile(r"[。；！？]")
_LONGEST_LABEL: Final = 45
_FEWEST_COLUMNS: Final = 2
_FEWEST_ROWS: Final = 2


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


def row_of(line: Line) -> Row:
    """The line in its parts, cut at wide gaps."""
    parts = pieces(line, GAP)
    return Row(line, parts, [part.text for part in parts])


def is_row(row: Row) -> bool:
    """Whether a line has several parts, as a row of a table does."""
    return len(row.parts) > 1 and not any(_SENTENCE.search(text) for text in row.texts)


def may_be_label(row: Row) -> bool:
    """Whether a line of one part may be a row's label or a figure, and not prose."""
    return len(row.texts[0]) <= _LONGEST_LABEL and not _SENTENCE.search(row.texts[0])


def is_table(rows: Sequence[Row]) -> bool:
    """Whether rows that follow each other are a table: some print figures behind a label."""
    several = [row for row in rows if is_row(row)]
    return len(several) >= _FEWEST_ROWS and any(row.figures for row in several)


def grid_of(page: Page, rows: Sequence[Row], number: int) -> Grid:
    """The rows as a block; where a row leaves a column of figures blank, its cell is empty."""
    centres = _columns(rows)
    return Grid(
        [
            [
                GridCell(text, _place(page, box, index, column, number), None)
                for column, (text, box) in enumerate(_filled(row, centres), 1)
            ]
            for index, row in enumerate(rows, 1)
        ]
    )


def _place(page: Page, box: Box, row: int, column: int, table: int) -> Place:
    return Place(page=page.number, box=page.place_of(box), row=row, column=column, table=table)


def _columns(rows: Sequence[Row]) -> list[float]:
    """The middles of the columns of figures, from the rows that fill all of them."""
    counts = Counter(row.figures for row in rows if row.figures >= _FEWEST_COLUMNS)
    if not counts:
        return []
    most = max(counts, key=lambda count: (counts[count], count))
    full = [_figure_parts(row) for row in rows if row.figures == most]
    return [median((part.left + part.right) / 2 for part in column) for column in zip(*full)]


def _figure_parts(row: Row) -> list[Line]:
    return [
        part
        for part, text in zip(row.parts, row.texts, strict=True)
        if _FIGURE.fullmatch(text)
    ]


def _filled(row: Row, centres: list[float]) -> list[tuple[str, Box]]:
    """The parts of a row, and empty ones under the columns that it leaves blank."""
    cells = [(text, part.box) for part, text in zip(row.parts, row.texts, strict=True)]
    figures = _figure_parts(row)
    if not figures or len(figures) >= len(centres) or row.figures < len(row.parts) - 1:
        return cells
    reach = min((b - a for a, b in zip(centres, centres[1:], strict=False)), default=0.0) / 2
    free = list(centres)
    for part in figures:
        middle = (part.left + part.right) / 2
        nearest = min(free, key=lambda centre: abs(centre - middle))
        if abs(nearest - middle) > reach:
            return cells
        free.remove(nearest)
    top, bottom = row.line.top, row.line.bottom
    cells += [("", Box(centre, top, centre, bottom)) for centre in free]
    return sorted(cells, key=lambda cell: cell[1].left + cell[1].right)
