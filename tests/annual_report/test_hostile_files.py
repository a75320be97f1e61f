"""Files made to harm, of every format, through the confined process: a sentence each.

What is harmless in them (a picture nobody unpacks, a macro nobody runs, a wrong ending) does not
keep the report from being read. After each, the same process or its successor reads the next.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.generator.archive import packed, unpacked
from tests.generator.invention import invent
from tests.generator.layouts import html, tabs
from tests.generator.pdf import assembled, stream
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.print import printed
from tests.generator.spreadsheets import xlsx
from tests.generator.word import docx
from yangguang.annual_report import Unreadable, as_json, read_bytes
from yangguang.annual_report.worker import CRASHED, Worker

REPORT = printed(invent(Random(3)))
TEXT, PAGE, WORD, EXCEL = tabs(REPORT), html(REPORT), docx(REPORT), xlsx(REPORT)
PRINT = PDF_LAYOUTS["pdf_ruled"](REPORT)
JSON = as_json.line(read_bytes("report", TEXT))
MB = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R%s>>"
LOCK = b"<</Filter/Standard/V 1/R 2/P -4/O <%s>/U <%s>>>" % (b"00" * 32, b"11" * 32)


def changed(package: bytes, name: str, content: bytes) -> bytes:
    return packed({**unpacked(package), name: content})


def with_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + index) for index in range(count))
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return assembled([CATALOGUE % b"", tree, *[b"<</Type/Page/Parent 2 0 R>>"] * count])


def locked() -> bytes:
    pages = [b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Page/Parent 2 0 R>>"]
    return assembled([CATALOGUE % b"", *pages, LOCK], b"/Encrypt 4 0 R/ID[<00><00>]")


def with_large_picture() -> bytes:
    """A page of text with a picture on it that would take up 113 MB."""
    picture = stream(
        zlib.compress(bytes(3 * 6144 * 6144)),
        b"/Type/XObject/Subtype/Image/Width 6144/Height 6144/BitsPerComponent 8"
        b"/ColorSpace/DeviceRGB/Filter/FlateDecode",
    )
    number = PRINT.count(b" 0 obj\n") + 1
    body = b"%d 0 obj\n%s\nendobj\n" % (number, picture)
    shown = PRINT.replace(b"/Resources<<", b"/Resources<</XObject<</I %d 0 R>>" % number)
    shown = shown.replace(b">>stream\n", b">>stream\n/I Do ", 1)
    return shown[: shown.rindex(b"xref\n")] + body + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def nested_objects() -> bytes:
    deep = b"/X " + b"[" * 100_000 + b"]" * 100_000
    return assembled([CATALOGUE % deep])


REFUSED = {
    "a locked PDF": (locked(), "打开密码"),
    "a locked Word or Excel file": (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "a PDF cut short": (PRINT[: len(PRINT) // 3], "不完整或已损坏"),
    "a Word document cut short": (WORD[: len(WORD) // 2], "不完整或已损坏"),
    "an Excel file cut short": (EXCEL[: len(EXCEL) // 2], "不完整或已损坏"),
    "exported JSON cut short": (JSON[: len(JSON) // 2], "不完整"),
    "5,000 pages": (with_pages(5_000), "5000 页"),
    "objects within objects": (nested_objects(), "不完整或已损坏"),
    "elements within elements of a Word document": (
        changed(WORD, "word/document.xml", b"<a>" * 100_000 + b"</a>" * 100_000),
        "不完整或已损坏",
    ),
    "tags within tags": (b"<html><body>" + b"<div>" * 300_000, "一层套一层"),
    "lists within lists": (b'{"cells":' * 100_000, "JSON"),
    "a Word document that is a bomb": (
        changed(WORD, "word/document.xml", bytes(100 * MB)),
        "大得不正常",
    ),
    "an Excel file that is a bomb": (
        changed(EXCEL, "xl/worksheets/sheet1.xml", b" " * 100 * MB),
        "大得不正常",
    ),
    "entities in a Word document": (
        changed(WORD, "word/document.xml", ENTITIES + b"<x>&b;</x>"),
        "声明",
    ),
    "entities in an Excel file": (
        changed(EXCEL, "xl/workbook.xml", ENTITIES + b"<x>&b;</x>"),
        "声明",
    ),
}
READ = {
    "a Word document with macros": ("report.docm", changed(WORD, "word/vbaProject.bin", OLE)),
    "an Excel file with macros": ("report.xlsm", changed(EXCEL, "xl/vbaProject.bin", OLE)),
    "a Word document called PDF": ("report.pdf", WORD),
    "an Excel file called TXT": ("report.txt", EXCEL),
    "a PDF called DOCX": ("report.docx", PRINT),
    "a page called XLSX": ("report.xlsx", PAGE),
    "a text called DOC": ("report.doc", TEXT),
    "JSON called HTML": ("report.html", JSON),
    "a picture of 100 MB in a Word document": (
        "report.docx",
        changed(WORD, "word/media/image1.bmp", bytes(100 * MB)),
    ),
    "a picture of 100 MB in an Excel file": (
        "report.xlsx",
        changed(EXCEL, "xl/media/image1.bmp", bytes(100 * MB)),
    ),
    "a picture of 100 MB in a PDF": ("report.pdf", with_large_picture()),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as confined:
        yield confined


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_with_a_sentence_of_its_own(kind: str, worker: Worker, tmp_path: Path) -> None:
    data, words = REFUSED[kind]
    path = tmp_path / "report"
    path.write_bytes(data)

    with pytest.raises(Unreadable, match=words) as refusal:
        worker.read(path, "report")

    assert str(refusal.value).endswith("。")
    assert str(refusal.value) != CRASHED
    path.write_bytes(TEXT)
    assert worker.read(path, "report")["report"]["agency"] == REPORT.agency


@pytest.mark.parametrize("kind", READ)
def test_read_all_the_same(kind: str, worker: Worker, tmp_path: Path) -> None:
    name, data = READ[kind]
    path = tmp_path / "report"
    path.write_bytes(data)

    report = worker.read(path, name)["report"]

    assert report["agency"] == REPORT.agency
    assert report["table3"]
