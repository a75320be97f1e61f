"""Office files made to harm: each is refused with a sentence, or its harmless part is read."""

import io
import struct
import time
import zipfile
from random import Random

import pytest

from tests.generator.archive import packed, relations, unpacked
from tests.generator.invention import invent
from tests.generator.print import printed
from tests.generator.spreadsheets import xlsx
from tests.generator.word import docx, parts
from yangguang.annual_report import Unreadable, read_bytes
from yangguang.annual_report.reading import package

REPORT = printed(invent(Random(3)))
WORD, EXCEL = docx(REPORT), xlsx(REPORT)
MB = 1024 * 1024
BILLION_LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (ord("b") + i, b"&%c;" % (ord("a") + i) * 10) for i in range(12)
    )
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>'


def _refusal(data: bytes) -> str:
    started = time.process_time()
    with pytest.raises(Unreadable) as refusal:
        read_bytes("report.docx", data)
    assert time.process_time() - started < 5
    assert str(refusal.value).endswith("。")
    return str(refusal.value)


def _with(data: bytes, name: str, content: bytes) -> bytes:
    return packed({**unpacked(data), name: content})


def _cut(data: bytes) -> list[bytes]:
    return [data[: int(len(data) * share)] for share in (0.01, 0.3, 0.6, 0.9, 0.99)]


@pytest.mark.parametrize("data", [*_cut(WORD), *_cut(EXCEL), b"PK\x03\x04....", b"PK\x05\x06"])
def test_a_file_cut_short(data: bytes) -> None:
    assert "已损坏" in _refusal(data)


def test_a_part_with_damaged_bytes() -> None:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    assert "已损坏" in _refusal(WORD[:start] + bytes(40) + WORD[start + 40 :])


@pytest.mark.parametrize("declared", [BILLION_LAUGHS, OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize("use", [b"<w:t>&a;&m;</w:t>", b'<w:t w:a="&m;&a;"/>', b"<w:t/>"])
def test_entities_are_neither_expanded_nor_fetched(declared: bytes, use: bytes) -> None:
    document = parts("<w:p><w:r>HERE</w:r></w:p>")["word/document.xml"]
    assert isinstance(document, str)
    body = declared + document.encode().replace(b"HERE", use)
    assert "声明" in _refusal(_with(WORD, "word/document.xml", body))


def test_a_declaration_in_any_part_that_is_read() -> None:
    for name in ("xl/styles.xml", "xl/worksheets/sheet1.xml", "_rels/.rels", "xl/workbook.xml"):
        content = unpacked(EXCEL)[name]
        assert "声明" in _refusal(_with(EXCEL, name, OUTSIDE + content.partition(b"?>")[2]))


def test_a_bomb_is_not_inflated() -> None:
    for name, data in (("word/document.xml", WORD), ("xl/worksheets/sheet1.xml", EXCEL)):
        for size in (package.LARGEST_PART + 1, 8 * MB):
            assert "大得不正常" in _refusal(_with(data, name, b" " * size))


def test_a_bomb_that_lies_about_its_size() -> None:
    data = bytearray(_with(WORD, "word/document.xml", b" " * (30 * MB)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo("word/document.xml").file_size
    told = struct.pack("<I", real)
    assert data.count(told) == 2
    assert "已损坏" in _refusal(bytes(data).replace(told, struct.pack("<I", 1000)))


def test_many_sheets_that_are_large_only_together() -> None:
    sheets = 30
    listed = "".join(f'<sheet name="s" sheetId="{i}" r:id="rId{i}"/>' for i in range(1, sheets + 1))
    space = "http://schemas.openxmlformats.org"
    book = (
        f'<workbook xmlns="{space}/spreadsheetml/2006/main" '
        f'xmlns:r="{space}/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>'
    )
    sheet = f'<worksheet xmlns="{space}/spreadsheetml/2006/main">{" " * (3 * MB)}</worksheet>'
    names = [f"worksheets/s{i}.xml" for i in range(sheets)]
    data = packed(
        {
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations(*(("worksheet", name) for name in names)),
            **{f"xl/{name}": sheet for name in names},
        }
    )
    assert "大得不正常" in _refusal(data)


def test_too_many_members() -> None:
    names = {f"word/media/{i}.png": b"" for i in range(package.MOST_MEMBERS)}
    assert "大得不正常" in _refusal(packed({**unpacked(WORD), **names}))


def test_nesting_deeper_than_anyone_writes() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    assert "已损坏" in _refusal(packed(parts(deep)))


def test_as_deep_as_is_allowed_is_read() -> None:
    cell = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    body = f"<w:p><w:r><w:t>{REPORT.title}</w:t></w:r></w:p>"
    for _ in range(80):
        body = cell.format(body)
    assert read_bytes("report.docx", packed(parts(body))).agency == REPORT.agency


def test_a_merge_over_the_whole_sheet() -> None:
    sheet = unpacked(EXCEL)["xl/worksheets/sheet1.xml"]
    merges = b'<mergeCell ref="A1:XFD1048576"/>' * 20_000
    data = _with(
        EXCEL, "xl/worksheets/sheet1.xml", sheet.replace(b"<mergeCell ", merges + b"<mergeCell ", 1)
    )
    assert "格子" in _refusal(data)


def test_a_huge_picture_is_never_inflated() -> None:
    with_picture = _with(WORD, "word/media/image1.png", bytes(100 * MB))
    started = time.process_time()
    assert read_bytes("report.docx", with_picture).agency == REPORT.agency
    assert time.process_time() - started < 2


def test_macros_are_not_looked_at() -> None:
    data = _with(WORD, "word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(1000))
    assert read_bytes("report.docm", data) == read_bytes("report.docm", WORD)


def test_a_member_with_a_password() -> None:
    data = bytearray(WORD)
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        for member in archive.infolist():
            data[member.header_offset + 6] |= 1
    start = data.index(b"PK\x01\x02")
    while start >= 0:
        data[start + 8] |= 1
        start = data.find(b"PK\x01\x02", start + 4)
    assert "密码" in _refusal(bytes(data))


def test_the_ending_does_not_matter() -> None:
    for name in ("report.txt", "report.pdf", "report.xlsx", "report"):
        assert read_bytes(name, WORD).cells == read_bytes("report.docx", WORD).cells
        assert read_bytes(name, EXCEL).agency == REPORT.agency


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"年报/报告.doc": b"x"}, "压缩包"),
        ({"OFD.xml": b"<x/>"}, "OFD"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"ppt/presentation.xml": b"<x/>"}, "幻灯片"),
        ({"xl/workbook.bin": b"x"}, "XLSB"),
        ({"word/document.xml": b""}, "已损坏"),
    ],
)
def test_packages_of_other_kinds(members: dict[str, bytes], words: str) -> None:
    assert words in _refusal(packed(members))


def test_an_office_file_about_something_else() -> None:
    other = packed(parts("<w:p><w:r><w:t>番茄炒蛋的做法。</w:t></w:r></w:p>"))
    assert "没有在文件里找到" in _refusal(other)


def test_a_text_that_begins_like_a_package_is_a_text() -> None:
    text = f"PK\n{REPORT.title}\n一、总体情况\n无。\n"
    assert read_bytes("report.txt", text.encode()).agency == REPORT.agency
