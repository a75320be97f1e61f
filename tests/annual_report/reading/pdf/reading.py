"""Small pages for the tests of reading PDF, and what is read from them."""

from collections.abc import Sequence

from tests.generator.pdf import Sheet, written
from yangguang.annual_report.blocks import Grid, Paragraph
from yangguang.annual_report.reading.pdf import read_pdf


def table(
    sheet: Sheet, left: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]]
) -> None:
    """A ruled table of rows 20 points high; a line break in a cell is a line of its own."""
    y = top
    for row in rows:
        lines = max(text.count("\n") for text in row) + 1
        high = 8 + 12 * lines
        x = left
        for wide, text in zip(widths, row, strict=True):
            for rank, line in enumerate(text.split("\n")):
                sheet.text(x + 3, y + 14 + 12 * rank, line, 10)
            frame(sheet, x, y, x + wide, y + high)
            x += wide
        y += high


def frame(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    """Four rules."""
    sheet.rule(left, top, right, top)
    sheet.rule(left, bottom, right, bottom)
    sheet.rule(left, top, left, bottom)
    sheet.rule(right, top, right, bottom)


def paragraphs(*sheets: Sheet) -> list[str]:
    """The paragraphs of a file of these pages."""
    blocks = read_pdf("report.pdf", written(sheets)).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def grids(*sheets: Sheet) -> list[list[list[str]]]:
    """The texts of its tables, row by row."""
    blocks = read_pdf("report.pdf", written(sheets)).blocks
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in blocks
        if isinstance(block, Grid)
    ]
