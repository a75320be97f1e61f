"""A stranger's table is read in a confined child; what it cannot be is a sentence."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.inforequests import tables
from yangguang.inforequests.importing import child
from yangguang.inforequests.importing.table import MOST_ROWS, NotATable, read


def _with(book: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return out.getvalue()


BOOK = tables.as_xlsx([["来源系统"], ["a"]])
SHEET = "xl/worksheets/sheet1.xml"


HOSTILE = {
    "nothing": b"  ",
    "an old workbook": b"\xd0\xcf\x11\xe0" + bytes(100),
    "no archive": b"PK\x03\x04 nothing",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a quotation that does not end": b'a,"b\nc',
    "a bomb": _with(BOOK, SHEET, b"<sheet>" + b" " * 30_000_000 + b"</sheet>"),
    "an entity": _with(BOOK, SHEET, b'<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>'),
    "broken off": _with(BOOK, "xl/workbook.xml", b"<broken"),
    "too many rows": tables.as_csv([["a"], *(["b"] for _ in range(MOST_ROWS + 1))]),
    "too many columns": tables.as_csv([["a"] * 61]),
    "too long a cell": tables.as_csv([["a" * 6001]]),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_it_is_a_sentence(data: bytes) -> None:
    with pytest.raises(NotATable, match="。"):
        read(data)


def test_what_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    with file.open("wb") as out:
        out.truncate(6 * 1024 * 1024)

    with pytest.raises(NotATable, match="5 MB"):
        child.read(file)


def test_a_sentence_comes_out_of_the_child(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 nothing")

    with pytest.raises(NotATable, match="打不开"):
        child.read(tmp_path / "a.xlsx")


@pytest.mark.parametrize("table", [tables.as_xlsx, tables.as_csv])
def test_a_number_that_lost_its_last_digits_is_known_for_it(table) -> None:
    cell = 110105194912310020 if table is tables.as_xlsx else "1.10105E+17"

    lines = read(table([["证件号码", "电话"], [cell, 13800000000]]))

    assert lines[1].cells == [None, "13800000000"]


def test_rows_keep_the_numbers_that_they_bear_in_the_spreadsheet() -> None:
    lines = read(tables.as_xlsx([["a"], [None], ["b"]]))

    assert [line.at for line in lines] == [1, 3]
