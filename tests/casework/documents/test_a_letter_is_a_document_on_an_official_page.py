import io
import re
from dataclasses import replace
from datetime import date

import pdfplumber
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.documents.letters import sheet
from yangguang.annual_report.errors import Unwritable
from yangguang.annual_report.writing import pdf
from yangguang.casework.documents import letter_docx, letter_pdf
from yangguang.casework.documents.sheet import sheet_of

POINTS_A_MM = 72 / 25.4


def _without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def _pages(content: bytes) -> list:
    return pdfplumber.open(io.BytesIO(content)).pages


def test_the_pdf_says_every_part_on_an_a4_page() -> None:
    letter = sheet()

    pages = _pages(letter_pdf.write(letter))

    text = _without_spaces("".join(page.extract_text() for page in pages))
    parts = (letter.title, letter.number, letter.addressee, *letter.paragraphs, letter.agency)
    for part in (*parts, "附件：招标文件", letter.date):
        assert _without_spaces(part) in text
    assert (round(pages[0].width / POINTS_A_MM), round(pages[0].height / POINTS_A_MM)) == (210, 297)


def test_a_line_holds_28_characters_and_a_page_22_lines() -> None:
    body = "阳" * 28 * 60

    page = _pages(letter_pdf.write(sheet(body=body)))[1]

    lines = page.extract_text_lines()[:-1]
    assert {len(line["text"]) for line in lines} == {28}
    assert len(lines) == 22


def test_page_numbers_stand_outside_odd_ones_right_and_even_ones_left() -> None:
    pages = _pages(letter_pdf.write(sheet(body="阳" * 28 * 60)))

    feet = [page.extract_text_lines()[-1] for page in pages[:2]]

    assert [re.sub(r"\D", "", foot["text"]) for foot in feet] == ["1", "2"]
    assert feet[0]["x0"] > pages[0].width / 2 > feet[1]["x1"]


@pytest.mark.parametrize("lines", range(10, 24))
def test_the_signature_never_has_a_page_to_itself(lines: int) -> None:
    last = _pages(letter_pdf.write(sheet(body="\n".join(["现提供给您。"] * lines))))[-1]

    assert "如对本答复不服" in last.extract_text()


def test_words_of_strangers_are_words_and_nothing_is_fetched() -> None:
    hostile = '</p><img src="x.png"><style>p{display:none}</style>'

    text = "".join(page.extract_text() for page in _pages(letter_pdf.write(sheet(body=hostile))))

    assert _without_spaces(hostile) in _without_spaces(text)


def test_a_page_that_would_fetch_something_is_not_made() -> None:
    # How it breaks off is for the release of WeasyPrint to say.
    with pytest.raises((ValueError, AttributeError)):
        pdf.from_html('<title>页</title><img alt="图" src="http://example.com/x.png">')


def test_the_word_document_says_every_part_in_order() -> None:
    letter = sheet()

    document = Document(io.BytesIO(letter_docx.write(letter)))

    said = [one.text for one in document.paragraphs if one.text]
    parts = [letter.title, letter.number, letter.addressee, *letter.paragraphs]
    assert said == [*parts, "附件：招标文件", letter.agency, letter.date]
    margin = document.sections[0].left_margin
    assert margin is not None and round(margin.mm) == 28


def test_several_enclosures_are_numbered_and_hang_under_one_another() -> None:
    letter = replace(sheet(), enclosures=("招标文件", "合同"))

    text = _without_spaces(
        "".join(page.extract_text() for page in _pages(letter_pdf.write(letter)))
    )
    document = Document(io.BytesIO(letter_docx.write(letter)))

    assert "附件：1.招标文件2.合同" in text
    said = [one.text for one in document.paragraphs if one.text]
    assert said[-4:-2] == ["附件：1. 招标文件", "2. 合同"]


@settings(max_examples=30)
@given(st.text(), st.text())
def test_whatever_was_typed_a_word_document_can_be_made(title: str, body: str) -> None:
    letter = sheet_of({"title": title, "body": body}, agency="局", dated=date(2026, 4, 7))

    said = [one.text for one in Document(io.BytesIO(letter_docx.write(letter))).paragraphs]

    assert letter.title in said


def test_without_an_engine_the_pdf_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)

    with pytest.raises(Unwritable, match="Pango"):
        letter_pdf.write(sheet())
