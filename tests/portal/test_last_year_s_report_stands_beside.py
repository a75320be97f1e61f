from pathlib import Path

from django.test import Client

from tests.cli.published import balanced
from tests.portal.visiting import a_file, a_report, send, text_of, words_of


def _send_both(client: Client, folder: Path, **last):
    this = a_report(folder, year=2023, figures=balanced(new=7, carried_over=3))
    figures = balanced(new=9, carried_forward=4)
    previous = a_report(folder, **{"year": 2022, "figures": figures, **last})
    return send(client, this, previous=previous)


def test_its_figures_stand_in_the_cells_and_the_years_are_compared(
    client: Client, tmp_path: Path
) -> None:
    answer = _send_both(client, tmp_path)

    page = text_of(answer)
    cell = page.split('id="c-table3.new.natural_person"')[1].split("</td>")[0]
    assert ">7<" in cell
    assert 'class="before"' in cell
    assert ">9<" in cell.replace("</span>9", "</span>>9")
    assert "上年结转应等于上年年报的结转下年度" in page


def test_without_it_no_second_figure_is_shown(client: Client, tmp_path: Path) -> None:
    answer = send(client, a_report(tmp_path, figures=balanced(new=7)))

    assert 'class="before"' not in text_of(answer)
    assert "上一年报告 未提供" in words_of(answer)


def test_a_report_of_another_year_is_named_as_such(client: Client, tmp_path: Path) -> None:
    answer = _send_both(client, tmp_path, year=2020)

    assert "给出的上年年报不是上一年度的" in text_of(answer)


def test_one_that_cannot_be_read_is_said_and_the_report_still_checked(
    client: Client, tmp_path: Path
) -> None:
    this = a_report(tmp_path, year=2023)

    answer = send(client, this, previous=a_file("番茄炒鸡蛋", "recipe.txt"))

    words = words_of(answer)
    assert "recipe.txt" in words
    assert "林泽县水务局 2023 年" in words
