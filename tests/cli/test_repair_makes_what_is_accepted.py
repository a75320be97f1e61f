"""`repair` lists what the checks propose, makes what is accepted, and marks it."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.published import balanced, published
from tests.cli.running import yangguang
from yangguang.annual_report import read
from yangguang.annual_report.report import Status

WRONG = "table3.granted.natural_person"
ALSO_WRONG = "table3.new.business"


def _misprinted(path: Path) -> Path:
    return published(path, figures={**balanced(new=9), WRONG: 4})


def _twice_misprinted(path: Path) -> Path:
    return published(path, figures={**balanced(new=9), WRONG: 4, ALSO_WRONG: 5})


def test_it_lists_the_proposals_and_how_to_accept_them(tmp_path: Path) -> None:
    file = _misprinted(tmp_path / "report.html")

    result = yangguang("repair", file)

    assert result.exit_code == 1
    assert "表三“（一）予以公开”的“自然人”：4 → 9" in result.stdout
    assert WRONG in result.stdout
    assert "--accept" in result.stdout
    assert "--all" in result.stdout
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("to", ["html", "docx", "xlsx", "json"])
def test_what_is_written_reads_as_repaired_and_says_what_stood_there(
    tmp_path: Path, to: str
) -> None:
    file = _misprinted(tmp_path / "report.html")

    result = yangguang("repair", file, "--all", "--to", to)

    assert result.exit_code == 0
    assert "已修正 1 格" in result.stdout
    assert "错误 0 处" in result.stdout
    written = read(tmp_path / f"report-修正.{to}")
    assert written.value(WRONG) == 9
    if to == "json":
        assert written.cells[WRONG].status is Status.REPAIRED
        assert [(r.cell, r.before.value) for r in written.repairs] == [(WRONG, Decimal(4))]
    else:
        assert any("原文为 4，现为 9" in one for one in written.remarks)


@pytest.mark.parametrize("by_number", [True, False])
def test_only_what_is_accepted_is_made(tmp_path: Path, by_number: bool) -> None:
    file = _twice_misprinted(tmp_path / "report.html")
    listed = yangguang("repair", file).stdout
    first, second = sorted((WRONG, ALSO_WRONG), key=listed.index)

    result = yangguang("repair", file, "--accept", "1" if by_number else first)

    assert result.exit_code == 0
    written, before = read(tmp_path / "report-修正.html"), read(file)
    assert written.value(first) != before.value(first)
    assert written.value(second) == before.value(second)


@pytest.mark.parametrize("name", ["2", "0", "table3.new.total", "没有"])
def test_a_proposal_that_is_not_there_cannot_be_accepted(tmp_path: Path, name: str) -> None:
    file = _misprinted(tmp_path / "report.html")
    result = yangguang("repair", file, "--accept", name)
    assert result.exit_code == 2
    assert "没有这一条建议" in result.stderr
    assert list(tmp_path.iterdir()) == [file]


def test_never_over_a_file_unless_forced(tmp_path: Path) -> None:
    file = _misprinted(tmp_path / "report.html")
    there = tmp_path / "report-修正.html"
    there.write_text("mine", encoding="utf-8")

    refused = yangguang("repair", file, "--all")

    assert refused.exit_code == 2
    assert there.read_text(encoding="utf-8") == "mine"
    assert yangguang("repair", file, "--all", "--force").exit_code == 0
    assert read(there).value(WRONG) == 9


def test_a_format_that_cannot_be_written_gives_a_word_document(tmp_path: Path) -> None:
    _misprinted(tmp_path / "report.html").rename(tmp_path / "report.txt")
    yangguang("repair", tmp_path / "report.txt", "--all")
    assert read(tmp_path / "report-修正.docx").value(WRONG) == 9


def test_a_report_without_proposals_is_left_alone(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html")
    result = yangguang("repair", file, "--all")
    assert result.exit_code == 0
    assert "没有可以提出修正建议的数字" in result.stdout
    assert list(tmp_path.iterdir()) == [file]
