"""Text in the encodings in which Chinese offices publish."""

from random import Random

import pytest

from tests.generator.invention import invent
from tests.generator.layouts import html, tabs
from tests.generator.print import printed
from yangguang.annual_report import Unreadable, read_bytes

TEXT = tabs(printed(invent(Random(4)))).decode()
PAGE = html(printed(invent(Random(4)))).decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_text_in_any_of_them_gives_the_same_report(encoding: str) -> None:
    wanted = read_bytes("report", TEXT.encode())
    assert read_bytes("report", TEXT.encode(encoding)) == wanted


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "GB18030"])
def test_a_page_in_a_national_encoding_whatever_name_it_declares(declared: str) -> None:
    data = PAGE.replace("charset='utf-8'", f"charset='{declared}'").encode("gb18030")
    assert read_bytes("report", data) == read_bytes("report", PAGE.encode())


def test_a_page_that_declares_the_wrong_encoding_is_read_by_its_bytes() -> None:
    data = PAGE.replace("charset='utf-8'", "charset='gbk'").encode()
    assert read_bytes("report", data).agency == read_bytes("report", PAGE.encode()).agency


def test_a_file_cut_in_the_middle_of_a_character_is_read_up_to_there() -> None:
    data = TEXT.encode()[:-1]
    assert read_bytes("report", data).agency == read_bytes("report", TEXT.encode()).agency


def test_windows_line_ends_change_nothing() -> None:
    data = TEXT.replace("\n", "\r\n").encode()
    assert read_bytes("report", data) == read_bytes("report", TEXT.encode())


def test_bytes_that_are_no_text_are_refused_with_a_sentence() -> None:
    data = bytes(Random(1).randrange(1, 256) for _ in range(5000))
    with pytest.raises(Unreadable, match=r"编码无法识别|没有在文件里找到"):
        read_bytes("report.txt", data)
