"""What is open to everyone is a copy: the same words, without author, notes, place; or none."""

import zipfile
from contextlib import suppress
from io import BytesIO

import docx
import openpyxl
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casework import authored
from tests.casework.authored import AUTHOR
from yangguang.annual_report.errors import Unreadable
from yangguang.casework.stripping import MOST_TEXT, Hindrance, Unread, strip
from yangguang.casework.traces import Trace, find


def test_a_document_keeps_its_words_and_loses_its_author() -> None:
    found = strip(authored.document("招标文件", "联系 13800000000"))

    copy = docx.Document(BytesIO(found.content))
    assert [one.text for one in copy.paragraphs] == ["招标文件", "联系 13800000000"]
    assert (copy.core_properties.author, copy.core_properties.last_modified_by) == ("", "")
    assert AUTHOR.encode() not in _inflated(found.content)
    assert any("招标文件\n联系 13800000000" in text for text in found.texts)
    assert found.unread == []


def test_a_sheet_likewise_and_its_numbers_are_read_one_by_one() -> None:
    found = strip(authored.sheet(1, 13800000000, 2, "林晓"))

    copy = openpyxl.load_workbook(BytesIO(found.content))
    assert copy.active is not None
    assert [one.value for one in copy.active[1]] == [1, 13800000000, 2, "林晓"]
    assert AUTHOR.encode() not in _inflated(found.content)
    traces = {one.kind for text in found.texts for one in find(text, ["林晓"])}
    assert traces == {Trace.PHONE, Trace.NAME}


def test_a_hidden_sheet_is_for_a_person_to_look_at() -> None:
    found = strip(authored.sheet("公开", hidden="不公开"))

    assert found.unread == [Unread.HIDDEN_SHEETS]


def test_a_page_keeps_its_words_and_loses_author_title_and_notes() -> None:
    found = strip(authored.page("Call 13800000000", note="who made it"))

    copy = pypdfium2.PdfDocument(found.content)
    assert copy[0].get_textpage().get_text_range() == "Call 13800000000"
    assert (copy.get_metadata_value("Author"), copy.get_metadata_value("Title")) == ("", "")
    assert b"Zhang" not in found.content and b"who made it" not in found.content
    assert list(found.unread) == []


def test_a_photo_in_a_document_loses_it_too() -> None:
    photo = authored.photo_jpeg(b"Qinglan 31.2N")
    package = authored.with_part(authored.document("正文"), "word/media/1.jpg", photo)

    found = strip(package)

    assert b"Qinglan" not in _inflated(found.content)
    assert found.unread == [Unread.PICTURES]


def test_what_a_program_wrote_beside_a_page_is_not_copied_unseen() -> None:
    with_metadata = authored.page("words").replace(b"/Type/Page/", b"/Metadata 7 0 R/Type/Page/")

    assert strip(with_metadata).hindrance is Hindrance.AUTHOR_STAYS


def test_a_page_without_words_is_for_a_person_to_look_at() -> None:
    assert list(strip(authored.page(" ")).unread) == [Unread.PICTURES]


@pytest.mark.parametrize("made", [authored.photo_png, authored.photo_jpeg])
def test_a_photo_loses_what_the_camera_wrote(made) -> None:
    with_place, without = made(b"Qinglan 31.2N"), made(b"")

    found = strip(with_place)

    assert b"Qinglan" not in found.content
    assert found.content[-6:] == with_place[-6:]
    assert found.content == strip(without).content
    assert list(found.unread) == [Unread.PICTURES]


@pytest.mark.parametrize(
    ("name", "content", "hindrance"),
    [
        ("word/comments.xml", b'<w:comment w:author="Li"/>', Hindrance.NOTES),
        ("word/document.xml", b'<w:ins w:author="Li"/>', Hindrance.NOTES),
        ("word/embeddings/a.xlsx", b"PK", Hindrance.FILES_WITHIN),
        ("word/footer1.xml", "<w:t>内部资料 注意保存</w:t>".encode(), Hindrance.MARKED),
    ],
)
def test_what_would_tell_more_is_not_copied(name: str, content: bytes, hindrance: str) -> None:
    package = authored.with_part(authored.document("正文"), name, content)

    assert strip(package).hindrance == hindrance


def test_what_is_too_long_to_be_looked_through_is_not_copied() -> None:
    assert strip(("字" * (MOST_TEXT + 1)).encode()).hindrance is Hindrance.TOO_LONG


@given(st.binary(max_size=200), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\3\4"]))
def test_damage_is_said_and_nothing_else_breaks(rest: bytes, beginning: bytes) -> None:
    with suppress(Unreadable):
        assert len(strip(beginning + rest).content) <= len(rest) + 8


def _inflated(package: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
