"""`convert --edition` writes on the other form, and says what has no place there."""

from pathlib import Path

from tests.cli.published import published
from tests.cli.running import yangguang
from yangguang.annual_report import read
from yangguang.annual_report.form import Edition
from yangguang.cli.convert import OfYear


def test_the_form_of_2019_is_written_and_what_has_no_place_is_named(tmp_path: Path) -> None:
    file = published(
        tmp_path / "report.html",
        figures={"table2.fees.amount": 12, "table2.licences.decisions": 7},
    )

    result = yangguang("convert", file, "--to", "json", "--edition", "2019")

    assert result.exit_code == 0
    written = read(tmp_path / "report.json")
    assert written.edition is Edition.E2019
    assert written.value("table2.licences.decisions") == 7
    assert "没有位置" in result.stderr
    assert "行政事业性收费”的“本年收费金额（单位：万元）”：12" in result.stderr
    assert "行政许可" not in result.stderr


def test_without_it_the_report_s_own_form_is_written(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html")
    result = yangguang("convert", file, "--to", "json")
    assert read(tmp_path / "report.json").edition is Edition.E2021
    assert result.stderr == ""


def test_prose_alone_gets_the_empty_form_when_one_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(
        "云溪市信访局2022年政府信息公开工作年度报告\n一、总体情况\n平稳有序。\n", "utf-8"
    )

    result = yangguang("convert", file, "--to", "docx", "--edition", "2021")

    assert "空表" in result.stderr
    written = read(tmp_path / "report.docx")
    assert set(written.tables) == {2, 3, 4}
    assert not any(written.value(cell) for cell in written.cells)


def test_the_command_line_names_the_editions_that_there_are() -> None:
    assert [one.value for one in OfYear] == [edition.value for edition in Edition]
