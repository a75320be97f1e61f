"""Word documents (DOCX) to blocks, as they are printed once all changes are accepted.

Headers, footers, notes and comments are parts of their own and are not read. A paragraph knows its
number among those outside tables, a cell its table, row and column.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from yangguang.annual_report.blocks import Block, Document, Grid, GridCell, Paragraph, Place
from yangguang.annual_report.reading.package import Package, parse
from yangguang.annual_report.reading.text import read_text
from yangguang.annual_report.reading.word_names import (
    ALTERNATIVES,
    CELL,
    CONTENT_CONTROL,
    NESTING,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    W,
    children,
    chosen,
    is_furniture,
    is_on,
    value,
    whole,
)
from yangguang.annual_report.reading.word_styles import Lists, Styles
from yangguang.annual_report.reading.word_text import LINE_BREAK, Words

_PROSE: Final = 160
"""A cell with more characters than this holds prose: its row lays out the page."""
_MOST_SPAN: Final = 100
_FEWEST_TYPED: Final = 3
"""Fewer rows than these between strokes are no table, only prose with a stroke in it."""
_SPACE: Final = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_LOOKS: Final = re.compile(
    rb"<w:(?:rFonts|szC?s?|bC?s?|lang|color|kern|spacing|ind|jc|widowControl|keepNext|keepLines"
    rb"|suppressLineNumbers|top|left|bottom|right|shd|tcW|vAlign|trHeight)\b[^<>]*/>"
)
"""Fonts, sizes, borders: three quarters of a document, taken out before it is parsed."""
_CELL_PROPERTIES: Final = W + "tcPr"
_SPAN: Final = W + "gridSpan"
_DOWN: Final = W + "vMerge"
_ACROSS: Final = W + "hMerge"
_DELETED: Final = W + "cellDel"
_BEGINS: Final = "restart"
_GOES_ON: Final = "continue"


def read_docx(file: str, package: Package, main: str, data: bytes) -> Document:
    """The blocks of a document whose text is the part `main`, `data`. Raises Unreadable."""
    body = parse(_LOOKS.sub(b"", data)).find(W + "body")
    if body is None:
        return Document(file, [])
    parts = dict(package.related(main).values())
    numbering = package.xml(parts.get("numbering", ""))
    styles_data = package.part(parts.get("styles", "")) or b""
    hides = b"vanish" in data or b"vanish" in styles_data
    is_asked = bool(styles_data) and (hides or numbering is not None)
    styles = Styles(parse(styles_data) if is_asked else None)
    tracks_changes = b"<w:del" in data or b"<w:move" in data
    for heeds_fields in (True, False):
        words = Words(styles, hides, heeds_fields)
        blocks = _Walk(words, Lists(numbering, styles), tracks_changes).blocks_in(body)
        if not words.in_field:
            break
    if not any(isinstance(block, Grid) for block in blocks):
        return _typed(file, blocks)
    return Document(file, [_spaced(block) for block in blocks])


class _Walk:
    """Walks through the body and what is nested in it."""

    def __init__(self, words: Words, lists: Lists, tracks_changes: bool) -> None:
        self._tracks_changes = tracks_changes
        self._words = words
        self._lists = lists
        self._paragraphs = 0
        self._tables = 0

    def blocks_in(self, container: Element) -> list[Block]:
        """The blocks of a body, a cell or a text box."""
        found: list[Block] = []
        joined = self._walk(container, found, "")
        self._end(joined, found)
        return found

    def _walk(self, container: Element, found: list[Block], joined: str) -> str:
        """Take in what stands in `container`; `joined` is text that goes on in what follows."""
        for child in container:
            tag = child.tag
            if tag == PARAGRAPH:
                joined = self._paragraph(child, found, joined)
            elif tag == TABLE:
                self._end(joined, found)
                joined = ""
                found.extend(self._table(child))
            elif tag == ALTERNATIVES:
                one = chosen(child)
                if one is not None:
                    joined = self._walk(one, found, joined)
            elif tag in NESTING and not (tag == CONTENT_CONTROL and is_furniture(child)):
                joined = self._walk(child, found, joined)
        return joined

    def _paragraph(self, paragraph: Element, found: list[Block], joined: str) -> str:
        """Take in a paragraph; one whose end was deleted goes on in the next."""
        self._paragraphs += 1
        text, boxes = self._words.of(paragraph)
        properties = paragraph.find(W + "pPr")
        goes_on = self._tracks_changes and _end_is_deleted(properties)
        if text or not goes_on:
            text = _numbered(self._lists.number(properties), text)
        text = joined + text
        if not goes_on:
            self._end(text, found)
            text = ""
        for box in boxes:
            found.extend(self.blocks_in(box))
        return text

    def _end(self, text: str, found: list[Block]) -> None:
        """A paragraph is complete; a line break within it ends a line of its own."""
        if text:
            place = Place(paragraph=self._paragraphs)
            found.extend(Paragraph(line, place) for line in text.split(LINE_BREAK) if line.strip())

    def _table(self, table: Element) -> list[Block]:
        """A table as grids; rows that lay out the page, as what stands in their cells."""
        before = self._paragraphs
        rows = [self._row(row) for row in children(table, ROW)]
        if sum(len(row.cells) for row in rows) < 2:
            return [block for row in rows for cell in row.cells for block in cell.blocks]
        self._tables += 1
        found: list[Block] = []
        grid: list[list[GridCell]] = []
        reaching_down: set[int] = set()
        for number, row in enumerate(rows, 1):
            cells = _placed(row, number, self._tables, reaching_down)
            if not any(cell.is_content for cell in row.cells):
                grid += [cells] if cells else []
                continue
            found += [Grid(grid)] if grid else []
            grid = []
            found.extend(block for cell in row.cells for block in cell.blocks)
        found += [Grid(grid)] if grid else []
        if len(found) == 1 and grid:
            self._paragraphs = before
        return found

    def _row(self, row: Element) -> "_Row":
        properties = row.find(W + "trPr")
        if properties is not None and (
            properties.find(W + "del") is not None or is_on(properties, "hidden")
        ):
            return _Row(0, [])
        before = 0 if properties is None else whole(properties.find(W + "gridBefore"))
        cells = [self._cell(cell) for cell in children(row, CELL)]
        return _Row(min(before, _MOST_SPAN), [cell for cell in cells if not cell.is_deleted])

    def _cell(self, cell: Element) -> "_Cell":
        blocks = self.blocks_in(cell)
        text = _plain(" ".join(block.text for block in blocks if isinstance(block, Paragraph)))
        width, down, across, is_deleted = 1, "", "", False
        for property in cell[0] if len(cell) and cell[0].tag == _CELL_PROPERTIES else ():
            tag = property.tag
            if tag == _SPAN:
                width = min(max(whole(property, default=1), 1), _MOST_SPAN)
            elif tag == _DOWN:
                down = value(property) or _GOES_ON
            elif tag == _ACROSS:
                across = value(property) or _GOES_ON
            elif tag == _DELETED:
                is_deleted = True
        return _Cell(blocks, text, width, down, across, is_deleted)


class _Cell(NamedTuple):
    """A cell: what stands in it, how many columns it takes, whether it is merged with others."""

    blocks: list[Block]
    text: str
    width: int
    down: str
    across: str
    is_deleted: bool

    @property
    def is_content(self) -> bool:
        """Whether it holds a table, or prose."""
        return len(self.text) > _PROSE or any(isinstance(block, Grid) for block in self.blocks)


class _Row(NamedTuple):
    """A row: how many columns stand empty before it, and its cells."""

    before: int
    cells: list[_Cell]


def _placed(row: _Row, number: int, table: int, reaching_down: set[int]) -> list[GridCell]:
    """The cells of a row at their columns; what merged cells cover is left out.

    `reaching_down`: the columns of merged cells above, kept from row to row.
    """
    found = []
    column = row.before
    for cell in row.cells:
        is_covered = cell.across == _GOES_ON or (cell.down == _GOES_ON and column in reaching_down)
        if not is_covered:
            found.append(GridCell(cell.text, _place(number, column + 1, table), column))
        if cell.down == _BEGINS:
            reaching_down.add(column)
        elif not cell.down:
            reaching_down.difference_update(range(column, column + cell.width))
        column += cell.width
    return found


@lru_cache(maxsize=8192)
def _place(row: int, column: int, table: int) -> Place:
    """The same cells come in every report."""
    return Place(row=row, column=column, table=table)


def _end_is_deleted(properties: Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (
        mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
    )


def _numbered(number: str, text: str) -> str:
    """A paragraph behind its automatic number; a figure is kept apart from it."""
    if not number or not text.strip():
        return text
    text = text.lstrip()
    return f"{number} {text}" if text[0].isdigit() else number + text


def _plain(text: str) -> str:
    return text if text.isalnum() else _SPACE.sub(" ", text).strip()


def _spaced(block: Block) -> Block:
    return Paragraph(_plain(block.text), block.place) if isinstance(block, Paragraph) else block


def _typed(file: str, blocks: list[Block]) -> Document:
    """A document without a table: its rows may be typed with tabs or pipes, as in a text."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    places = [block.place for block in paragraphs]
    typed = read_text(file, LINE_BREAK.join(block.text for block in paragraphs))
    rows = (len(block.rows) for block in typed.blocks if isinstance(block, Grid))
    if max(rows, default=0) < _FEWEST_TYPED:
        return Document(file, [_with_tabs(file, block) for block in paragraphs])
    return Document(file, [_at(block, places) for block in typed.blocks])


def _with_tabs(file: str, block: Paragraph) -> Block:
    """A paragraph, as the row of a table where tabs and nothing else divide it."""
    if "\t" in block.text and "|" not in block.text:
        for row in read_text(file, block.text).blocks:
            if isinstance(row, Grid):
                return _at(row, [block.place])
    return _spaced(block)


def _at(block: Block, places: list[Place]) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(block.text, places[(block.place.line or 1) - 1])
    rows = [
        [GridCell(cell.text, places[(cell.place.line or 1) - 1]) for cell in row]
        for row in block.rows
    ]
    return Grid(rows)
