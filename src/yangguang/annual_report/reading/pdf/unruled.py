"""Tables without rules: lines whose parts stand under each other, with figures in columns."""

from collections.abc import Sequence
from typing import Final

from yangguang.annual_report.blocks import Grid, GridCell, Place
from yangguang.annual_report.reading.pdf.geometry import Box, Page
from yangguang.annual_report.reading.pdf.label_columns import (
    Body,
    body_of,
    with_whole_headings,
    with_whole_labels,
)
from yangguang.annual_report.reading.pdf.rows import Row
from yangguang.annual_report.reading.pdf.wrapped_figures import with_whole_figures

_FEWEST_ROWS: Final = 2


def is_table(rows: Sequence[Row]) -> bool:
    """Whether rows that follow each other are a table: some print figures behind a label."""
    several = [row for row in rows if row.is_row]
    return len(several) >= _FEWEST_ROWS and any(row.figures for row in several)


def grid_of(page: Page, rows: Sequence[Row], number: int) -> Grid:
    """The rows as a block; where a row leaves a column of figures blank, its cell is empty."""
    body = body_of(rows)
    if body is None:
        cells = [_cells(row) for row in rows]
    else:
        above, below = rows[: body.start], rows[body.end :]
        within = with_whole_labels(with_whole_figures(rows[body.start : body.end], body), body)
        cells = [_cells(row) for row in with_whole_headings(above, body)]
        cells += [_filled(row, body) for row in within]
        cells += [_cells(row) for row in below]
    return Grid(
        [
            [
                GridCell(text, _place(page, box, index, column, number), None)
                for column, (text, box) in enumerate(row, 1)
            ]
            for index, row in enumerate(cells, 1)
        ]
    )


def _place(page: Page, box: Box, row: int, column: int, table: int) -> Place:
    return Place(page=page.number, box=page.place_of(box), row=row, column=column, table=table)


def _cells(row: Row) -> list[tuple[str, Box]]:
    return [(text, part.box) for part, text in zip(row.parts, row.texts, strict=True)]


def _filled(row: Row, body: Body) -> list[tuple[str, Box]]:
    """The parts of a row, and empty ones under the columns that it leaves blank."""
    cells = _cells(row)
    if not body.holds(row) or row.figures < len(row.parts) - 1:
        return cells
    taken = [body.column(part) for part in row.figure_parts]
    if len(set(taken)) < len(taken):
        return cells
    top, bottom = row.line.top, row.line.bottom
    for column, centre in enumerate(body.centres):
        if column not in taken:
            cells.append(("", Box(centre, top, centre, bottom)))
    return sorted(cells, key=lambda cell: cell[1].left + cell[1].right)
