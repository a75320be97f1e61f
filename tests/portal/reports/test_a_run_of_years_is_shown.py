"""An agency's published years stand side by side, as a table and drawn, with honest rates."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.portal.reports.runs import of_year, run_of_years
from tests.portal.test_the_browser_is_told_to_be_careful import INLINE
from tests.portal.visiting import text_of
from tests.reporting.years import day, published
from tests.workspace.at_work import words_of
from yangguang.annual_report import rates
from yangguang.casework import moment
from yangguang.reporting.run_of_years import MOST_YEARS, run_of

HERE = "/agencies/jiaotong/reports/trend"
FULL = {
    "table3.new": 44,
    "table3.carried_over": 6,
    "table3.granted": 12,
    "table3.partially_granted": 8,
    "table3.denied.state_secret": 3,
    "table3.denied.enforcement_files": 4,
    "table3.unable.not_held": 13,
    "table3.total": 40,
    "table3.carried_forward": 10,
    "table4.review": 5,
    "table4.suit": 2,
    "table4.suit_after_review": 1,
}


def _row(page: str, name: str) -> list[str]:
    (found,) = re.findall(rf'<th scope="row">{name}</th>(.*?)</tr>', page)
    return re.findall(r"<td[^>]*>(.*?)</td>", found)


def test_each_figure_stands_under_its_year_and_a_gap_is_said() -> None:
    run_of_years({2023: {"table3.new": 31}, 2025: FULL})

    page = text_of(Client().get(HERE))

    assert _row(page, "新收申请") == ["31", "—", "44"]
    assert _row(page, "不予公开")[2] == "7"
    assert _row(page, "行政诉讼")[2] == "3"
    assert "没有在这里公布的年份：2024。" in page
    assert 'href="/agencies/jiaotong/reports/2025"' in page
    assert 'href="/agencies/jiaotong/reports/2024"' not in page


def test_the_rate_stands_with_its_definition_and_how_many_it_is_of() -> None:
    run_of_years({2025: FULL})

    answer = Client().get(HERE)

    assert _row(text_of(answer), rates.NAME) == ["50.0%"]
    assert _row(text_of(answer), "其中：办结件数（n）") == ["40"]
    assert rates.FORMULA in words_of(answer)
    assert rates.DEFINITION in words_of(answer)
    assert "2025 年 50.0%（n=40）" in text_of(answer)


def test_of_few_cases_no_rate_is_worked_out() -> None:
    few = {"table3.granted": 29, "table3.total": rates.FEWEST - 1}
    enough = {"table3.granted": 30, "table3.total": rates.FEWEST}
    run_of_years({2024: few, 2025: enough})

    page = text_of(Client().get(HERE))

    assert _row(page, rates.NAME) == ["件数少于 30，不算比例", "100.0%"]
    assert "2024 年 件数少于 30，不算比例（n=29）" in page


def test_everything_drawn_is_said_in_words_and_every_drawing_has_its_name() -> None:
    run_of_years({2024: FULL, 2025: FULL})

    page = text_of(Client().get(HERE))
    drawings = re.findall(r"<svg viewBox.*?</svg>", page, re.DOTALL)

    assert len(drawings) == 13
    for one in drawings:
        ((name, said),) = re.findall(r'aria-labelledby="([\w-]+) ([\w-]+)"', one)
        title = re.search(rf'<title id="{name}">(.+?)</title>', one)
        words = re.search(rf'<desc id="{said}">(.+?)</desc>', one)
        assert title and words
        values = re.findall(r'class="value[^>]*>(.+?)<', one)
        assert len(values) == 2
        assert all(f"年 {value}" in words[1] for value in values)
    assert not INLINE.search(page)


def test_a_corrected_year_shows_what_is_public_now() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    published(office, of_year(2025, {"table3.new": 6}), note="更正新收件数")

    assert _row(text_of(Client().get(HERE)), "新收申请") == ["6"]


def test_only_so_many_years_are_shown_and_it_is_said() -> None:
    with moment.standing_at(day(2030, 3, 1)):
        office = run_of_years({year: {} for year in range(2029 - MOST_YEARS, 2030)})

    run = run_of(office.agency)

    assert [one.year for one in run.years] == list(range(2030 - MOST_YEARS, 2030))
    assert run.is_cut
    assert f"这里是最近 {MOST_YEARS} 年的" in words_of(Client().get(HERE))


@pytest.mark.parametrize("years", [1, 6])
def test_more_years_take_no_more_queries(years: int) -> None:
    run_of_years({2026 - back: FULL for back in range(years)})

    with CaptureQueriesContext(connection) as asked:
        Client().get(HERE)

    assert len(asked) == 2


def test_without_reports_a_sentence_says_so_and_elsewhere_is_nothing() -> None:
    town.office()

    assert "还没有在这里公布年报" in words_of(Client().get(HERE))
    assert Client().get("/agencies/nowhere/reports/trend").status_code == 404
