"""A page's characters in reading order: lines and ruled tables, from top to bottom."""

from dataclasses import dataclass
from typing import Final

from yangguang.annual_report.reading.pdf.cells import Ruled, ruled
from yangguang.annual_report.reading.pdf.columns import in_columns
from yangguang.annual_report.reading.pdf.geometry import Glyph, Page
from yangguang.annual_report.reading.pdf.lines import Line, lines_of
from yangguang.annual_report.reading.pdf.rules import lattices

_PROSE: Final = 160
"""A cell with more characters than this holds prose: its table only lays out the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page taken apart: its ruled tables with their characters, and the lines around them."""

    page: Page
    tables: list[Ruled]
    lines: list[Line]


def sheet_of(page: Page) -> Sheet:
    """Give each character to the smallest table around it, or to the lines of the page."""
    glyphs = page.glyphs
    tables = [table for one in lattices(page.strokes) if (table := ruled(one, glyphs)) is not None]
    tables.sort(key=_area)
    rest = glyphs
    for table in tables:
        rest = table.take(rest)
    lines = lines_of(rest)
    data = []
    for table in tables:
        if _is_layout(table):
            lines.extend(_lines_in(table))
        elif any(cell.glyphs for cell in table.cells):
            data.append(table)
    if len(data) < len(tables):
        lines.sort(key=lambda line: line.middle)
    data.sort(key=lambda table: table.ys[0])
    return Sheet(page, data, lines)


def in_order(sheet: Sheet, lines: list[Line]) -> list[Line | Ruled]:
    """The tables of a page and those of its `lines` that are its text, in reading order."""
    found: list[Line | Ruled] = []
    start = 0
    for table in sheet.tables:
        end = start
        while end < len(lines) and lines[end].middle < table.ys[0]:
            end += 1
        found += in_columns(lines[start:end])
        found.append(table)
        start = end
    return found + in_columns(lines[start:])


def _area(table: Ruled) -> float:
    left, top, right, bottom = table.box
    return (right - left) * (bottom - top)


def _is_layout(table: Ruled) -> bool:
    """Whether a table is none: boxes around prose, or one column."""
    return len(table.xs) < 3 or any(len(cell.glyphs) > _PROSE for cell in table.cells)


def _lines_in(table: Ruled) -> list[Line]:
    glyphs: list[Glyph] = [glyph for cell in table.cells for glyph in cell.glyphs]
    return lines_of(glyphs) if glyphs else []
