"""Paragraphs that Word numbers by itself are read with the number that is printed."""

import pytest

from tests.generator.archive import packed
from tests.generator.word import parts
from yangguang.annual_report.blocks import Paragraph
from yangguang.annual_report.reading.office_package import read_package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _level(number: int, format: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _read(
    levels: str, *paragraphs: tuple[int, str], list_number: int = 1, abstract: str = "0"
) -> list[str]:
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>'
        f"</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        for level, words in paragraphs
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="{abstract}">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    whole = {**parts(body, ("numbering", "numbering.xml")), "word/numbering.xml": numbering}
    blocks = read_package("report.docx", packed(whole)).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_levels_count_on_and_begin_again_below_a_new_one() -> None:
    levels = _level(0, "chineseCounting", "%1、") + _level(1, "chineseCounting", "（%2）")
    read = _read(levels, (0, "总体"), (1, "主动"), (1, "申请"), (0, "主动公开"), (1, "规章"))
    assert read == ["一、总体", "（一）主动", "（二）申请", "二、主动公开", "（一）规章"]


@pytest.mark.parametrize(
    ("format", "start", "printed"),
    [
        ("chineseCountingThousand", 11, "十一"),
        ("japaneseCounting", 20, "二十"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 3, "③"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 2, "B"),
        ("decimal", 7, "7"),
    ],
)
def test_formats_of_numbers(format: str, start: int, printed: str) -> None:
    assert _read(_level(0, format, "%1、", start), (0, "条")) == [f"{printed}、条"]


def test_a_figure_is_kept_apart_from_the_number_before_it() -> None:
    assert _read(_level(0, "decimal", "%1."), (0, "5件")) == ["1. 5件"]


def test_a_bullet_is_no_number_and_a_list_that_is_not_there_gives_none() -> None:
    assert _read(_level(0, "bullet", "·"), (0, "条")) == ["条"]
    assert _read(_level(0, "decimal", "%1."), (0, "条"), list_number=9) == ["条"]


@pytest.mark.parametrize("abstract", ["0", ""])
def test_a_list_that_is_nowhere_defined_numbers_nothing(abstract: str) -> None:
    levels = _level(0, "decimal", "%1.")
    assert _read(levels, (0, "条"), list_number=9, abstract=abstract) == ["条"]
