"""`convert` writes beside the file or where it is told, and never over what is there."""

from pathlib import Path

import pytest

from tests.cli.published import AGENCY, published
from tests.cli.running import yangguang
from yangguang.annual_report import read
from yangguang.annual_report.writing import WRITERS
from yangguang.cli.written import To


@pytest.mark.parametrize("to", sorted(set(WRITERS) - {"pdf"}))
def test_beside_the_file_in_every_format(tmp_path: Path, to: str) -> None:
    file = published(tmp_path / "report.htm")

    result = yangguang("convert", file, "--to", to)

    assert result.exit_code == 0
    written = tmp_path / f"report.{to}"
    assert result.stdout.strip() == str(written)
    assert written.stat().st_size > 0


def test_where_it_is_told(tmp_path: Path) -> None:
    out = tmp_path / "elsewhere.html"
    yangguang("convert", published(tmp_path / "report.html"), "--to", "html", "--out", out)
    assert read(out).agency == AGENCY


def test_never_over_a_file_unless_forced(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html")
    there = tmp_path / "report.json"
    there.write_text("mine", encoding="utf-8")

    refused = yangguang("convert", file, "--to", "json")

    assert refused.exit_code == 2
    assert "没有覆盖" in refused.stderr
    assert there.read_text(encoding="utf-8") == "mine"

    assert yangguang("convert", file, "--to", "json", "--force").exit_code == 0
    assert read(there).agency == AGENCY


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html")
    result = yangguang("convert", file, "--to", "csv", "--out", tmp_path / "no" / "x.csv")
    assert result.exit_code == 2
    assert "请检查文件夹" in result.stderr


def test_a_file_that_cannot_be_read_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    assert yangguang("convert", file, "--to", "html").exit_code == 2
    assert list(tmp_path.iterdir()) == [file]


def test_the_command_line_names_the_formats_that_there_are() -> None:
    assert {to.value for to in To} == set(WRITERS)
