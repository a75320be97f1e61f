"""A document as lines of tokens, folded: the form in which the interpreter walks through it."""

from typing import NamedTuple

from yangguang.annual_report.blocks import Document, Grid, GridCell, Paragraph, Place
from yangguang.annual_report.fold import fold


class Token(NamedTuple):
    """One cell, or a whole paragraph: its folded text and its text as printed."""

    text: str
    raw: str
    place: Place
    column: int | None = None


class Line(NamedTuple):
    """A row of a grid, or one paragraph. `rank` is its place in the document."""

    rank: int
    tokens: tuple[Token, ...]
    in_grid: bool

    @property
    def only(self) -> Token | None:
        """The line's only token with text in it, or None."""
        if len(self.tokens) == 1:
            return self.tokens[0] if self.tokens[0].text else None
        filled = [token for token in self.tokens if token.text]
        return filled[0] if len(filled) == 1 else None


_SEPARATOR = "\n"


def lines_of(document: Document) -> list[Line]:
    """The lines of `document`; its text is folded in one pass."""
    cells: list[GridCell | Paragraph] = []
    shape: list[tuple[int, bool]] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                cells.extend(row)
                shape.append((len(row), True))
        else:
            cells.append(block)
            shape.append((1, False))
    raws = [
        cell.text.replace(_SEPARATOR, " ") if _SEPARATOR in cell.text else cell.text
        for cell in cells
    ]
    folded = fold(_SEPARATOR.join(raws)).split(_SEPARATOR) if raws else []
    tokens = [
        Token(text.strip(), raw, cell.place, cell.column)
        for text, raw, cell in zip(folded, raws, cells, strict=True)
    ]
    found: list[Line] = []
    start = 0
    for index, (length, in_grid) in enumerate(shape):
        found.append(Line(index, tuple(tokens[start : start + length]), in_grid))
        start += length
    return found
