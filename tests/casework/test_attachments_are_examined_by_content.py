"""A file is taken for what it is: its type by content, nothing that runs, no marks of secrecy."""

import io
import struct
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook

from tests import town
from tests.casework.compound_files import compound_file
from yangguang.casework import attachments
from yangguang.casework.attachments import NeedsDecision, Upload
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Attachment

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
OLE = compound_file({"WordDocument": bytes(5000)})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _docx(words: str = "长宁路改造", header: str = "") -> bytes:
    document, file = Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for character in words:
        paragraph.add_run(character)  # a mark may be split over runs
    document.sections[0].header.paragraphs[0].text = header
    document.save(file)
    return file.getvalue()


def _xlsx(words: str = "长宁路") -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.active["A1"] = words
    book.save(file)
    return file.getvalue()


def _pdf(words: str) -> bytes:
    from weasyprint import HTML

    return HTML(string=f"<p>{words}</p>").write_pdf()


def _with_part(package: bytes, name: str, content: bytes) -> bytes:
    """A package with one part more, or another one in its place."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return file.getvalue()


def _content_types(package: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        return old.read("[Content_Types].xml")


def _records(*records: tuple[int, bytes]) -> bytes:
    """The records of a workbook, and what follows them."""
    packed = (struct.pack("<HH", kind, len(body)) + body for kind, body in records)
    return b"".join(packed) + bytes(5000)


def _said(name: str, content: bytes) -> str:
    with pytest.raises(Mistakes) as refusal:
        attachments.examined(Upload(name, content))
    return refusal.value.fields["attachments"]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PNG, "image/png"),
        ("文字".encode(), "text/plain"),
        ("文字".encode("gb18030"), "text/plain"),
        ("文字".encode("utf-16"), "text/plain"),
        (OLE, "application/x-ole-storage"),
    ],
)
def test_the_type_is_told_by_the_content(content: bytes, media_type: str) -> None:
    assert attachments.examined(Upload("证明.dat", content)) == media_type


def test_office_and_print_files_are_taken() -> None:
    assert attachments.examined(Upload("a", _docx())) == WORD
    assert attachments.examined(Upload("a", _xlsx())).endswith("spreadsheetml.sheet")
    assert attachments.examined(Upload("a", _pdf("长宁路"))) == "application/pdf"


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\0\0" + bytes(100), _with_part(_docx(), "x", b"")[:-30], b"PK\x03\x04junk"],
)
def test_what_is_nothing_that_is_taken_is_refused(content: bytes) -> None:
    assert _said("a.docx", content)


def test_an_archive_is_no_office_file() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("program.txt", "words")

    assert "不是能收的文件" in _said("a.docx", file.getvalue())


def test_too_large_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 50)

    assert "超过" in _said("a.png", PNG)


def test_macros_are_refused_however_they_are_packed() -> None:
    package = _docx()
    types = _content_types(package)
    as_docm = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert as_docm != types
    book = _xlsx()
    files = (
        _with_part(package, "word/vbaProject.bin", bytes(9)),
        _with_part(package, "[Content_Types].xml", as_docm),
        _with_part(book, "xl/vbaProject.bin", bytes(9)),
        _with_part(book, "xl/macrosheets/sheet1.xml", b"<m/>"),
        compound_file({"WordDocument": bytes(5000), "_VBA_PROJECT": bytes(9)}),
    )

    assert [_said("a.docx", file) for file in files] == [
        "“a.docx”带有宏（程序）。请另存为不带宏的文件后再传。"
    ] * len(files)


@pytest.mark.parametrize(
    "content",
    [
        compound_file({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(80)}),
        compound_file({"WordDocument": b"\xec\xa5" + bytes(8) + b"\0\x01" + bytes(5000)}),
        compound_file({"Workbook": _records((0x0809, bytes(16)), (0x002F, bytes(54)))}),
        compound_file(
            {"PowerPoint Document": bytes(9), "Current User": bytes(12) + b"\xdf\xc4\xd1\xf3"}
        ),
        _with_part(_docx(), "META-INF/encryption.xml", b"<e/>"),
    ],
    ids=["docx", "doc", "xls", "ppt", "package"],
)
def test_an_encrypted_file_is_refused_for_nobody_can_look_into_it(content: bytes) -> None:
    assert "请先去掉密码" in _said("a", content)


@pytest.mark.parametrize(
    "content",
    [
        compound_file({"䡀㼿䕷䑬": bytes(5000)}),
        compound_file({"__properties_version1.0": bytes(80)}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"),
    ],
    ids=["installer", "mail", "only-the-word"],
)
def test_a_compound_file_without_a_document_is_not_taken(content: bytes) -> None:
    assert _said("a.doc", content)


@pytest.mark.parametrize("streams", [{"Workbook": b"\x09\x08\x10\0" + bytes(16)}, {"Book": b"x"}])
def test_older_documents_are_taken(streams: dict[str, bytes]) -> None:
    assert attachments.examined(Upload("a.xls", compound_file(streams)))


def test_a_directory_that_runs_in_a_circle_is_refused() -> None:
    content = bytearray(OLE)
    content[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")  # the directory's sector follows itself

    assert "没法检查" in _said("a.doc", bytes(content))


def test_rich_text_is_refused_for_words_lie_in_codes_there() -> None:
    coded = "".join(f"\\'{byte:02x}" for byte in "机密★".encode("gbk"))

    assert "另存为 DOCX" in _said("a.rtf", f"{{\\rtf1\\ansi {coded}}}".encode())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.bat", b"dir"),
        ("a.JS", b"let x"),
        ("a.hta", PNG),
        ("a.txt", b"@echo off\r\ndel x"),
        ("a.txt", b"#!/bin/sh\n"),
        ("a.txt", b"<svg onload='x()'/>"),
        ("a.html", b"<p>x</p><script>x()</script>"),
        ("a.html", b'<p class="a" onclick="x()">x</p>'),
    ],
)
def test_what_runs_is_refused(name: str, content: bytes) -> None:
    assert "带有脚本" in _said(name, content)


def test_a_page_that_runs_nothing_is_taken() -> None:
    page = "<html><p>第一期 on = 1</p></html>".encode()

    assert attachments.examined(Upload("a.html", page)) == "text/plain"


@pytest.mark.parametrize(
    "content",
    [
        "机密★10年".encode(),
        "<p><b>机密</b><i>★</i></p>".encode(),
        '<p>机<b title="<">密</b>&#9733;</p>'.encode(),
        "绝 密 ★".encode("gb18030"),
        "秘密★".encode("utf-16"),
        _docx("机密★一年"),
        _docx(header="秘密★"),
        _xlsx("绝密★"),
        _pdf("机密★十年"),
        compound_file({"WordDocument": bytes(5000) + "机密★".encode("utf-16-le")}),
        compound_file({"WordDocument": bytes(5001) + "机密★".encode("utf-16-le")}),
    ],
    ids=[
        "utf8",
        "tags",
        "entities",
        "gbk",
        "utf16",
        "docx",
        "header",
        "xlsx",
        "pdf",
        "doc",
        "odd-doc",
    ],
)
def test_a_mark_of_a_state_secret_is_refused_outright(content: bytes) -> None:
    with pytest.raises(Mistakes) as refusal:
        attachments.examined(Upload("a", content, decided=True))

    assert "国家秘密" in refusal.value.fields["attachments"]


def test_speaking_of_secrets_is_no_mark() -> None:
    words = "涉及国家秘密、机密事项的，不予公开。"

    assert attachments.examined(Upload("a.txt", words.encode())) == "text/plain"


def test_a_mark_for_internal_use_stops_for_a_decision() -> None:
    content = _docx("内部资料 注意保存")
    with pytest.raises(NeedsDecision):
        attachments.examined(Upload("a", content))

    assert attachments.examined(Upload("a", content, decided=True)) == WORD


def test_a_locked_file_is_refused_for_nobody_can_look_into_it() -> None:
    broken = _pdf("长宁路")[:600]

    assert "没法检查" in _said("a.pdf", broken)


def test_a_refused_file_leaves_no_name_in_the_exception() -> None:
    with pytest.raises(Mistakes) as refusal:
        attachments.examined(Upload("林晓的身份证.txt", b""))

    assert "林晓" not in str(refusal.value)


def test_a_kept_file_opens_again_under_its_name() -> None:
    uploads = [Upload("委托书.png", PNG), Upload("另一份.png", PNG)]
    town.request_at(town.office().agency, uploads)

    first, second = Attachment.objects.order_by("pk")

    assert [attachments.name_of(one) for one in (first, second)] == ["委托书.png", "另一份.png"]
    assert [attachments.content_of(one) for one in (first, second)] == [PNG, PNG]


def test_no_word_of_a_file_lies_open_on_the_disk(tmp_path) -> None:
    town.request_at(town.office().agency, [Upload("a.txt", b"plain words of someone")])

    lying = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert b"plain words" not in lying
    assert len(lying) > len(b"plain words of someone")


def test_files_whose_request_never_came_are_swept_after_a_day() -> None:
    office = town.office()
    town.request_at(office.agency, [Upload("a.png", PNG)])
    attachments.stored([Upload("b.png", PNG)], bytes(16))
    (kept,) = Attachment.objects.all()
    in_two_days = attachments._path(kept.stored).stat().st_mtime + 48 * 60 * 60

    assert attachments.sweep(in_two_days - 47 * 60 * 60) == 0
    assert attachments.sweep(in_two_days) == 1
    assert attachments.content_of(kept) == PNG
