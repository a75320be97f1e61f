"""What every format reader yields: paragraphs and grids that know where they stand in the file.

A reader says what is printed and where; it does not say what it means. `interpret` does.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

UNCOMPUTED: Final = "=?"
"""What a formula of a spreadsheet prints that was never computed: no figure, and not blank."""


class Place(NamedTuple):
    """Where something stands in a file. Everything counts from 1.

    A format gives what it knows: text its line; HTML its paragraph, or table, row and column; PDF
    its page and box besides. A box is left, top, right, bottom in points, from the upper left
    corner of the page as it is shown.
    """

    line: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    table: int | None = None


class Paragraph(NamedTuple):
    """A run of prose, or one heading."""

    text: str
    place: Place
    column: None = None
    """Prose stands in no column."""


class GridCell(NamedTuple):
    """One cell of a grid; merged cells stand once, at their upper left corner."""

    text: str
    place: Place
    column: int | None = None
    """The cell's column in the grid, from 0, where the format knows it (merged cells counted)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. Rows may be ragged: text formats lose merged cells."""

    rows: list[list[GridCell]]


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """A file as blocks in reading order."""

    file: str
    blocks: list[Block]
    scanned: tuple[int, ...] = ()
    """Pages that are only a picture: what they print is not among the blocks."""
