"""Files that hold no annual report are refused with a sentence that says what to do."""

from pathlib import Path

import pytest

from yangguang.annual_report import Unreadable, read, read_bytes
from yangguang.annual_report.refusals import LARGEST

RECIPE = "番茄炒蛋\n一、准备\n番茄两个，鸡蛋三个。\n二、做法\n先炒蛋，再下番茄，收汁即可。\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "文件是空的"),
        (b" \n\t\n", "文件是空的"),
        (RECIPE.encode(), "没有在文件里找到政府信息公开工作年度报告"),
        ("# 政府信息公开条例\n申请人可以申请公开政府信息。\n".encode(), "没有在文件里找到"),
        (b"<html><body><p>hello</p></body></html>", "没有在文件里找到"),
        (b"%PDF-1.7\n...", "PDF 打不开"),
        (b"PK\x03\x04....", "DOCX"),
        (b"\xd0\xcf\x11\xe0....", "旧版 Office"),
        (b"\x89PNG\r\n", "图片"),
        (b"\x1f\x8b\x08", "压缩包"),
        (b"abc\x00def", "不是文本"),
    ],
)
def test_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as refusal:
        read_bytes("file", data)
    assert str(refusal.value).endswith("。")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="超过了 20 MB 的上限"):
        read(large)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="这是文件夹"):
        read(tmp_path)
    with pytest.raises(Unreadable, match="没有这个文件"):
        read(tmp_path / "missing.txt")


def test_the_content_decides_and_not_the_ending() -> None:
    page = "<html><body><p>云溪市信访局2022年政府信息公开工作年度报告</p></body></html>"
    assert read_bytes("report.txt", page.encode()).agency == "云溪市信访局"
