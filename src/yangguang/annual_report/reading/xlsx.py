"""Spreadsheets (XLSX) to blocks: the visible sheets, as they are printed.

Of formulas the value is read that was last computed. Hidden sheets, rows and columns are left out;
a merged cell stands once. A cell knows its sheet (as table), row and column.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from yangguang.annual_report.blocks import (
    UNCOMPUTED,
    Block,
    Document,
    Grid,
    GridCell,
    Paragraph,
    Place,
)
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.number_format import BUILT_IN, GENERAL, printed
from yangguang.annual_report.reading.package import Package, parse
from yangguang.annual_report.reading.sheet_cells import (
    REFERENCE,
    TRUE,
    S,
    cells_of,
    column_of,
    is_stale,
    is_uncomputed,
    rows_of,
    visible_sheets,
    whole,
)

Element = etree._Element

MOST_CELLS: Final = 100_000
"""More cells than a hundred reports have."""

TOO_MANY_CELLS: Final = (
    "这个 Excel 文件的格子比一份年度报告多得多，没有读取。请只留下年度报告的表格，另存一份再选。"
)
_PROSE: Final = 160
_FULL: Final = 32_767
"""Characters that a cell holds at most: what is longer goes on in the next row."""
_MOST_STEPS: Final = 10 * MOST_CELLS
_SPACE: Final = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_WORDS: Final = {"1": "TRUE", "0": "FALSE"}


class _Style(NamedTuple):
    """What a cell's style says of its print."""

    format: str
    is_bordered: bool


class _Cell(NamedTuple):
    """A cell that holds something or has a border."""

    column: int
    text: str
    is_bordered: bool
    is_wide: bool = False
    """Whether it is merged over several columns: prose in it is a paragraph, not a line of one."""


class _Book(NamedTuple):
    """What the sheets of a workbook share."""

    strings: list[str]
    styles: list[_Style]
    is_1904: bool
    is_stale: bool


def read_xlsx(file: str, package: Package, main: str, data: bytes) -> Document:
    """The blocks of a workbook whose list of sheets is the part `main`, `data`.

    Raises Unreadable.
    """
    root = parse(data)
    parts = dict(package.related(main).values())
    strings = package.xml(parts.get("sharedStrings", ""))
    styles = package.xml(parts.get("styles", ""))
    dates = root.find(S + "workbookPr")
    book = _Book(
        [] if strings is None else [_words(one) for one in strings.findall(S + "si")],
        [] if styles is None else _styles(styles),
        dates is not None and dates.get("date1904") in TRUE,
        is_stale(root),
    )
    blocks: list[Block] = []
    left = MOST_CELLS
    for number, name in visible_sheets(package, main, root):
        found = package.xml(name)
        if found is not None:
            left -= _count(found)
            if left < 0:
                raise Unreadable(TOO_MANY_CELLS)
            blocks.extend(_blocks(found, book, number))
    return Document(file, blocks)


def _count(sheet: Element) -> int:
    return sum(1 for _ in sheet.iter(S + "c"))


def _blocks(sheet: Element, book: _Book, number: int) -> list[Block]:
    """A sheet's blocks: rows of several cells are a grid, a lone text is a paragraph."""
    found: list[Block] = []
    grid: list[list[GridCell]] = []
    goes_on = False
    for at, row in _rows(sheet, book):
        filled = [cell for cell in row if cell.text.strip()]
        if _is_prose(row, filled):
            found += [Grid(grid)] if grid else []
            grid = []
            prose = _paragraphs(filled[0], at, number)
            if goes_on and prose:
                before = found.pop()
                assert isinstance(before, Paragraph)
                prose[0] = Paragraph(before.text + prose[0].text, before.place)
            found += prose
            goes_on = len(filled[0].text) == _FULL and bool(prose)
        elif row:
            goes_on = False
            places = (Place(table=number, row=at, column=cell.column + 1) for cell in row)
            grid.append(
                [GridCell(_plain(c.text), p, c.column) for c, p in zip(row, places, strict=True)]
            )
    return [*found, Grid(grid)] if grid else found


def _paragraphs(cell: _Cell, row: int, sheet: int) -> list[Paragraph]:
    paragraph = row if cell.is_wide else None
    place = Place(table=sheet, row=row, column=cell.column + 1, paragraph=paragraph)
    return [Paragraph(_plain(line), place) for line in cell.text.split("\n") if line.strip()]


def _is_prose(row: list[_Cell], filled: list[_Cell]) -> bool:
    """Whether a row is a heading or prose: a lone text that is long or has no borders around."""
    if len(filled) != 1:
        return False
    return len(filled[0].text) > _PROSE or not any(cell.is_bordered for cell in row)


def _rows(sheet: Element, book: _Book) -> Iterator[tuple[int, list[_Cell]]]:
    """The visible rows with their visible cells; empty ones only within a table's borders."""
    hidden = _hidden_columns(sheet)
    rows: list[tuple[int, list[_Cell]]] = []
    for at, row in rows_of(sheet):
        if row.get("hidden") in TRUE or row.get("ht") == "0":
            continue
        rows.append((at, [cell for cell in _cells(row, book) if cell.column not in hidden]))
    covered, wide = _merged(sheet, rows)
    for at, cells in rows:
        kept = [
            cell._replace(is_wide=True) if (at, cell.column) in wide else cell
            for cell in cells
            if (at, cell.column) not in covered
        ]
        while kept and not kept[-1].text and not kept[-1].is_bordered:
            kept.pop()
        if any(cell.text or cell.is_bordered for cell in kept):
            yield at, kept


def _cells(row: Element, book: _Book) -> Iterator[_Cell]:
    for column, cell in cells_of(row):
        index = whole(cell.get("s"), 0)
        style = book.styles[index] if index < len(book.styles) else _Style(GENERAL, False)
        yield _Cell(column, _text(cell, book, style), style.is_bordered)


def _text(cell: Element, book: _Book, style: _Style) -> str:
    """What a cell prints. A formula that was never computed is marked, lest it seem blank."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(S + "is")
        return "" if inline is None else _words(inline)
    if is_uncomputed(cell, stale=book.is_stale):
        return UNCOMPUTED
    value = cell.findtext(S + "v") or ""
    match kind:
        case "n" if value:
            return printed(value, style.format, book.is_1904)
        case "s":
            at = whole(value, len(book.strings))
            return book.strings[at] if at < len(book.strings) else ""
        case "b":
            return _WORDS.get(value, value)
        case _:
            return value


def _words(item: Element) -> str:
    """The text of a string, its pieces put together; glosses of pronunciation are left out."""
    direct = item.findtext(S + "t")
    if direct is not None:
        return direct
    return "".join(run.findtext(S + "t") or "" for run in item.findall(S + "r"))


def _styles(root: Element) -> list[_Style]:
    formats = dict(BUILT_IN)
    for one in root.iterfind(f"{S}numFmts/{S}numFmt"):
        formats[whole(one.get("numFmtId"), 0)] = one.get("formatCode", GENERAL)
    bordered = [
        any(side.get("style", "none") != "none" for side in border)
        for border in root.iterfind(f"{S}borders/{S}border")
    ]
    with_border = {index for index, is_bordered in enumerate(bordered) if is_bordered}
    return [
        _Style(
            formats.get(whole(one.get("numFmtId"), 0), GENERAL),
            whole(one.get("borderId"), 0) in with_border,
        )
        for one in root.iterfind(f"{S}cellXfs/{S}xf")
    ]


def _hidden_columns(sheet: Element) -> frozenset[int]:
    found: set[int] = set()
    for one in sheet.iterfind(f"{S}cols/{S}col"):
        if one.get("hidden") in TRUE or one.get("width") == "0":
            first, last = whole(one.get("min"), 1), whole(one.get("max"), 0)
            found.update(range(first - 1, min(last, 16_384)))
    return frozenset(found)


def _merged(
    sheet: Element, rows: list[tuple[int, list[_Cell]]]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The places that merged cells cover, among those that there are; where the wide ones begin."""
    ends = {at: max((cell.column for cell in cells), default=-1) for at, cells in rows}
    found: set[tuple[int, int]] = set()
    wide: set[tuple[int, int]] = set()
    steps = 0
    for one in sheet.iterfind(f"{S}mergeCells/{S}mergeCell"):
        first, _, last = one.get("ref", "").partition(":")
        start, end = REFERENCE.fullmatch(first), REFERENCE.fullmatch(last)
        if start is None or end is None:
            continue
        left, right = column_of(start[1]), column_of(end[1])
        top, bottom = int(start[2]), int(end[2])
        for at in ends if bottom - top > len(ends) else range(top, bottom + 1):
            if top <= at <= bottom and at in ends:
                beneath = range(left, min(right, ends[at]) + 1)
                found.update((at, column) for column in beneath)
                steps += len(beneath)
            steps += 1
        found.discard((top, left))
        if right > left:
            wide.add((top, left))
        if steps > _MOST_STEPS:
            raise Unreadable(TOO_MANY_CELLS)
    return found, wide


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
