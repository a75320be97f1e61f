"""A stranger's table, XLSX or CSV, as rows of text. Runs in a confined child (`child`)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from yangguang.annual_report.blocks import UNCOMPUTED
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading import sheet_cells
from yangguang.annual_report.reading.package import Package

MOST_ROWS: Final = 3_000
"""Rows that are brought in at once, the head not counted. Other writers wait while they are
written: some two seconds, and as many times longer as the machine is busy otherwise; they give up
after twenty."""
MOST_IN_A_PAGE: Final = 1_000
"""Of these, by a page: in the middle of the day."""
MOST_COLUMNS: Final = 60
MOST_BYTES: Final = 5 * 1024 * 1024
MOST_CHARACTERS: Final = 6_000
"""Of one cell."""

_LAST_ROW: Final = 10 * MOST_ROWS
"""Where a table may end at the latest, empty rows among the others."""
_EXACT: Final = 10**15
"""Spreadsheets keep fifteen digits of a number: what is longer has lost its last ones."""
_ROUNDED: Final = re.compile(r"\d(\.\d+)?[Ee]\+?\d{2}")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_XLSX: Final = b"PK\x03\x04"
_XLS: Final = b"\xd0\xcf\x11\xe0"
_MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}

Cells = list[str | None]
"""A row's cells; None for a number whose last digits the spreadsheet has lost, UNCOMPUTED for a
formula whose value nobody computed."""


class Line(NamedTuple):
    """A row that holds something, and the number that it bears in the spreadsheet."""

    at: int
    cells: Cells


class NotATable(Exception):
    """The file cannot be read as a table; the text is the sentence for who sent it."""


_UNREADABLE: Final = (
    "这个文件打不开，或者大得不正常。请用 Excel、WPS 打开，把要导入的表格另存为 XLSX 或 CSV 再选。"
)


def read(data: bytes) -> list[Line]:
    """The rows of a table that hold something, the head first. Raises NotATable."""
    if not data.strip():
        raise NotATable("文件是空的。请确认选对了文件，再选一次。")
    if data.startswith(_XLS):
        raise NotATable("这是旧版 Excel（XLS）文件，请另存为 XLSX 再选。")
    found: list[Line] = []
    for at, cells in enumerate(_of_xlsx(data) if data.startswith(_XLSX) else _of_csv(data), 1):
        if at > _LAST_ROW or len(found) > MOST_ROWS:
            raise NotATable(f"一次最多导入 {MOST_ROWS} 行，请分成几个文件。")
        if any(cell != "" for cell in cells):
            found.append(Line(at, _trimmed(cells, at)))
    return found


def _trimmed(cells: Cells, at: int) -> Cells:
    while cells and cells[-1] == "":
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise NotATable(f"第 {at} 行有 {len(cells)} 列，比模板多得多。请用模板，或只留需要的列。")
    if any(cell and len(cell) > MOST_CHARACTERS for cell in cells):
        raise NotATable(f"第 {at} 行有一格超过 {MOST_CHARACTERS} 字，没有读取。请把它缩短。")
    return cells


def _of_xlsx(data: bytes) -> Iterator[Cells]:
    """The rows of the first visible sheet; of formulas the value that was last computed."""
    try:
        lacking = _looked_through(Package(data))
    except Unreadable:
        raise NotATable(_UNREADABLE) from None
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        sheet.reset_dimensions()  # many programs write them wrongly
        for at, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield [
                UNCOMPUTED if (at, column) in lacking else _text(value)
                for column, value in enumerate(row)
            ]
    except NotATable:
        raise
    except Exception:  # whatever openpyxl trips over in a stranger's file
        raise NotATable(_UNREADABLE) from None


def _looked_through(package: Package) -> frozenset[tuple[int, int]]:
    """The places on the first visible sheet whose formulas nobody computed: row, column.

    Every part is looked at (no bombs, no declarations: openpyxl would not). Raises Unreadable.
    """
    main = package.main()
    book = package.xml(main)
    shown = () if book is None else sheet_cells.visible_sheets(package, main, book)
    _number, first = next(iter(shown), (0, ""))
    stale = book is not None and sheet_cells.is_stale(book)
    found = frozenset[tuple[int, int]]()
    for name in package.names():
        root = package.xml(name) if name.endswith((".xml", ".rels")) else None
        if root is not None and name == first.lower():
            found = sheet_cells.uncomputed(root, stale=stale)
    return found


def _text(value: Any) -> str | None:
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int() | float():
            if abs(value) >= _EXACT:
                return None
            return str(int(value)) if value == int(value) else repr(value)
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return _plain(str(value))


def _of_csv(data: bytes) -> Iterator[Cells]:
    text = io.StringIO(_decoded(data), newline="")
    head = text.readline()
    text.seek(0)
    delimiter = "\t" if "\t" in head and "," not in head else ","
    try:
        yield from _lines(csv.reader(text, delimiter=delimiter, strict=True))
    except csv.Error:
        raise NotATable(_UNREADABLE) from None


def _lines(rows: Iterable[list[str]]) -> Iterator[Cells]:
    for row in rows:
        cells = (_plain(cell) for cell in row)
        yield [None if _ROUNDED.fullmatch(cell) else cell for cell in cells]


def _decoded(data: bytes) -> str:
    """The text of a CSV: with its mark, else UTF-8, else GB 18030 (as Excel writes in China)."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    for encoding in [marked] if marked else ["utf-8", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotATable(
        "认不出这个文件：既不是 XLSX，也不是 CSV。请用 Excel、WPS 打开，另存为 XLSX 再选。"
    )


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
