import json
from pathlib import Path

import pytest

from tests.cli.published import AGENCY, balanced, published
from tests.cli.running import yangguang
from yangguang.annual_report.repeated_text import DEFINITION

KEPT = "办公室按月核对栖霞片区的施工公告，及时更正了过期的联系电话。"


@pytest.fixture
def two_years(tmp_path: Path) -> tuple[Path, Path]:
    """2023 and 2022 of one agency: three more requests, one clause changed."""
    return (
        published(
            tmp_path / "2023.html",
            year=2023,
            figures=balanced(new=10),
            prose=f"{KEPT}专班会同社区整理了枫林水库周边的捕捞许可台账。",
        ),
        published(
            tmp_path / "2022.html",
            year=2022,
            figures=balanced(new=7),
            prose=f"{KEPT}专班会同社区整理了枫林水库周边的取水许可台账。",
        ),
    )


def test_the_older_year_stands_left_whatever_the_order(two_years: tuple[Path, Path]) -> None:
    one, other = yangguang("compare", *two_years), yangguang("compare", *two_years[::-1])

    assert one.exit_code == 0
    assert one.stdout == other.stdout
    assert one.stdout.index("2022 年度") < one.stdout.index("2023 年度")


def test_only_cells_that_differ_are_listed_in_the_form_s_words(
    two_years: tuple[Path, Path],
) -> None:
    shown = yangguang("compare", *two_years).stdout

    (line,) = [line for line in shown.splitlines() if "本年新收" in line]
    assert line.split()[-5:] == ["自然人", "7", "10", "+3", "+42.9%"]
    assert "属于国家秘密" not in shown
    assert "属于国家秘密" in yangguang("compare", "--all", *two_years).stdout


def test_changed_words_are_marked_without_colour(two_years: tuple[Path, Path]) -> None:
    shown = yangguang("compare", *two_years).stdout

    assert "【取水】许可台账" in shown
    assert "【捕捞】许可台账" in shown
    assert KEPT not in shown


def test_sentences_that_stayed_are_shown_on_request(two_years: tuple[Path, Path]) -> None:
    assert KEPT in yangguang("compare", "--all", *two_years).stdout


def test_the_share_of_repeated_text_stands_with_its_definition(
    two_years: tuple[Path, Path],
) -> None:
    shown = yangguang("compare", *two_years).stdout

    assert "字与左边重复" in shown
    assert DEFINITION in shown


def test_two_agencies_stand_in_the_order_given_with_the_text_they_share(tmp_path: Path) -> None:
    left = published(tmp_path / "a.html", agency="云溪市财政局", year=2023, prose=KEPT)
    right = published(tmp_path / "b.html", year=2021, prose=KEPT)

    shown = yangguang("compare", left, right).stdout

    assert shown.index("云溪市财政局") < shown.index(AGENCY)
    assert f"“{KEPT.rstrip('。')}”" in shown


def test_json_holds_figures_text_and_share(two_years: tuple[Path, Path]) -> None:
    result = yangguang("compare", "--json", *two_years)

    (line,) = result.stdout.splitlines()
    record = json.loads(line)
    new = next(
        cell
        for table in record["tables"]
        for cell in table["cells"]
        if cell["id"] == "table3.new.total"
    )
    assert (new["left"]["value"], new["right"]["value"], new["change"]) == (7, 10, 3)
    assert record["relation"] == "years"
    assert record["definition"] == DEFINITION
    assert 0 < record["repeated"]["share"] < 1


def test_a_file_that_cannot_be_read_ends_the_comparison(tmp_path: Path) -> None:
    result = yangguang("compare", published(tmp_path / "a.html"), tmp_path / "none.html")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "没有这个文件" in result.stderr


def test_a_stranger_s_text_does_not_steer_the_terminal(tmp_path: Path) -> None:
    files = [
        published(tmp_path / f"{year}.html", year=year, prose=f"整理\x1b[2J台账{year}份[bold]。")
        for year in (2022, 2023)
    ]

    shown = yangguang("compare", "--all", *files).stdout

    assert "\x1b" not in shown
    assert "[bold]" in shown


def test_a_blank_form_is_said_to_be_blank_and_not_listed_cell_by_cell(tmp_path: Path) -> None:
    filled = published(tmp_path / "filled.html", year=2022)
    blank = published(tmp_path / "blank.html", year=2023)
    blank.write_text(blank.read_text("utf-8").replace("<td>0</td>", "<td></td>"), "utf-8")

    shown = yangguang("compare", filled, blank).stdout

    assert "表三：右边没有一格有数字" in shown
    assert "属于国家秘密" not in shown


def test_what_is_almost_all_is_not_rounded_to_all(tmp_path: Path) -> None:
    cell = "table2.licences.decisions"
    before = published(tmp_path / "a.html", year=2022, figures={cell: 20000})
    after = published(tmp_path / "b.html", year=2023, figures={cell: 3})

    shown = yangguang("compare", before, after).stdout

    assert "-99.98%" in shown
