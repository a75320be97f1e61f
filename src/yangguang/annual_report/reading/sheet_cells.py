"""The cells of a spreadsheet's XML: where they stand, and whether a formula's value is there.

A formula's value is what a spreadsheet program computed when it last saved the file. A file that
another program wrote, and nobody opened since, has none.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from yangguang.annual_report.reading.package import Package

Element = etree._Element

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TRUE: Final = frozenset({"1", "true"})
REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def visible_sheets(package: Package, main: str, book: Element) -> Iterator[tuple[int, str]]:
    """The number, from 1, and the part of each visible sheet of the workbook `book`, `main`."""
    related = package.related(main)
    for number, sheet in enumerate(book.iterfind(f"{S}sheets/{S}sheet"), 1):
        kind, name = related.get(sheet.get(R + "id", ""), ("", ""))
        if kind == "worksheet" and sheet.get("state", "visible") == "visible":
            yield number, name


def rows_of(sheet: Element) -> Iterator[tuple[int, Element]]:
    """The rows of a sheet, with their numbers from 1."""
    at = 0
    for row in sheet.iterfind(f"{S}sheetData/{S}row"):
        at = whole(row.get("r"), at + 1)
        yield at, row


def cells_of(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, with their columns from 0."""
    at = -1
    for cell in row.iterfind(S + "c"):
        place = REFERENCE.fullmatch(cell.get("r", ""))
        at = column_of(place[1]) if place else at + 1
        yield at, cell


def is_stale(book: Element) -> bool:
    """Whether a workbook wants all to be computed when it is opened, as programs write it.

    A spreadsheet program that saves it no longer says so.
    """
    how = book.find(S + "calcPr")
    return how is not None and how.get("fullCalcOnLoad") in TRUE


def is_uncomputed(cell: Element, *, stale: bool) -> bool:
    """Whether a cell holds a formula of which nobody computed the value.

    One that came to an empty text has a value. `stale`: of such a workbook the nought that
    programs put beside a formula is none.
    """
    if cell.find(S + "f") is None:
        return False
    value = cell.findtext(S + "v")
    if not value:
        return value is None or cell.get("t", "n") != "str"
    return stale and value == "0"


def uncomputed(sheet: Element, *, stale: bool) -> frozenset[tuple[int, int]]:
    """Where such cells stand: row from 1, column from 0."""
    return frozenset(
        (at, column)
        for at, row in rows_of(sheet)
        for column, cell in cells_of(row)
        if is_uncomputed(cell, stale=stale)
    )


def column_of(letters: str) -> int:
    """The column that letters name, from 0."""
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column - 1


def whole(text: str | None, default: int) -> int:
    """A whole number that is written in an attribute."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else default
