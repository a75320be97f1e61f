"""A file's ending and its head say what it holds, whatever its sender called it."""

import pytest

from yangguang.casework import download, examining


@pytest.mark.parametrize(
    ("name", "media_type", "given"),
    [
        ("图.png", "image/png", "图.png"),
        ("图.PNG", "image/png", "图.PNG"),
        ("合同.pdf", "image/png", "合同.pdf.png"),
        ("合同", examining.PDF, "合同.pdf"),
        ("合同.wps", examining.OLE, "合同.wps"),
        ("合同.xlsx", examining.WORD, "合同.xlsx.docx"),
        ("合同.docx", examining.TEXT, "合同.docx.txt"),
        ("日历.ics", "text/calendar", "日历.ics"),
    ],
)
def test_its_ending_fits_what_it_is(name: str, media_type: str, given: str) -> None:
    assert download.fitting(name, media_type) == given


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "utf-16"])
def test_a_text_is_said_to_be_in_its_writing(charset: str) -> None:
    content = "长宁路改造，见附件".encode(charset)

    head = download.answer(content, "a.txt", examining.TEXT).headers["Content-Type"]

    assert head == f"text/plain; charset={charset}"


def test_bytes_that_are_in_none_are_said_to_be_in_none() -> None:
    assert download.answer(b"\x81", "a.txt", examining.TEXT).headers["Content-Type"] == "text/plain"


def test_what_is_handed_out_goes_under_that_name() -> None:
    given = download.answer(b"%PDF-1.7", "a.txt", examining.PDF)

    assert given.headers["Content-Disposition"] == 'attachment; filename="a.txt.pdf"'
