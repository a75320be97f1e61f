from pathlib import Path

from tests.cli.published import AGENCY, balanced, published
from tests.cli.running import yangguang


def test_the_summary_names_agency_year_and_sections(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html", figures=balanced(new=7))

    result = yangguang("read", file)

    assert result.exit_code == 0
    assert AGENCY in result.stdout
    assert "2023 年度" in result.stdout
    assert "一、总体情况" in result.stdout
    assert "一、本年新收政府信息公开申请数量：7" in result.stdout


def test_the_tables_show_every_row_in_the_form_s_words(tmp_path: Path) -> None:
    file = published(tmp_path / "report.html", figures=balanced(new=7123))

    shown = yangguang("read", "--table", file).stdout

    for words in ("表二", "表三", "表四", "行政规范性文件", "5.属于三类内部事务信息", "复议后起诉"):
        assert words in shown
    (line,) = [line for line in shown.splitlines() if "本年新收" in line]
    assert line.split()[-7:] == ["7123", "0", "0", "0", "0", "0", "7123"]


def test_json_and_tables_at_once_are_refused(tmp_path: Path) -> None:
    result = yangguang("read", "--json", "--table", published(tmp_path / "report.html"))

    assert result.exit_code == 2
    assert "只能用一个" in result.stderr
