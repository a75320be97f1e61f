import re
from pathlib import Path

import pytest

from tests.cli.published import AGENCY, published
from tests.cli.running import yangguang

COMMANDS = pytest.mark.parametrize("command", ["read", "check"])


def _missing(folder: Path) -> Path:
    return folder / "没有.html"


def _folder(folder: Path) -> Path:
    (folder / "一个文件夹").mkdir()
    return folder / "一个文件夹"


def _empty(folder: Path) -> Path:
    (folder / "空.html").touch()
    return folder / "空.html"


def _recipe(folder: Path) -> Path:
    file = folder / "菜谱.txt"
    file.write_text("番茄切块，鸡蛋打散，先炒蛋后下番茄，加盐少许。\n" * 20, "utf-8")
    return file


def _noise(folder: Path) -> Path:
    file = folder / "乱码.txt"
    file.write_bytes(bytes(range(256)) * 40)
    return file


@COMMANDS
@pytest.mark.parametrize("spoiled", [_missing, _folder, _empty, _recipe, _noise])
def test_one_sentence_says_why_and_the_exit_code_is_two(command, spoiled, tmp_path: Path) -> None:
    file = spoiled(tmp_path)

    result = yangguang(command, file)

    assert result.exit_code == 2
    assert not isinstance(result.exception, Exception)
    (sentence,) = result.stderr.splitlines()
    assert re.fullmatch(rf"{re.escape(str(file))}：[\u4e00-\u9fff].*。", sentence)


@COMMANDS
def test_the_other_files_are_still_done(command, tmp_path: Path) -> None:
    good = published(tmp_path / "report.html")

    result = yangguang(command, _missing(tmp_path), good)

    assert result.exit_code == 2
    assert AGENCY in result.stdout
    assert "没有.html" in result.stderr


def test_a_previous_report_that_cannot_be_read_counts_too(tmp_path: Path) -> None:
    good = published(tmp_path / "report.html")

    result = yangguang("check", good, "--previous", _empty(tmp_path))

    assert result.exit_code == 2
    assert "空.html" in result.stderr
    assert AGENCY in result.stdout
