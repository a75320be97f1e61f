"""Two reports that are public stand side by side; whoever has not chosen two is asked to."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.portal.reports.runs import of_year, run_of_years
from tests.portal.test_the_browser_is_told_to_be_careful import INLINE
from tests.portal.visiting import text_of
from tests.reporting.years import published
from tests.workspace.at_work import words_of
from yangguang.portal import report_comparisons

HERE = "/reports/compare"


def _two_years() -> town.Office:
    return run_of_years({2024: {"table3.new": 5}, 2025: {"table3.new": 7}})


@pytest.mark.parametrize("turned", [False, True])
def test_two_years_stand_side_by_side_the_older_on_the_left(turned: bool) -> None:
    _two_years()
    a, b = ("jiaotong/2025", "jiaotong/2024") if turned else ("jiaotong/2024", "jiaotong/2025")

    page = text_of(Client().get(HERE, {"a": a, "b": b}))

    heads = re.findall(r'<th scope="col"><a href="([^"]+)">([^<]+)<', page)
    assert heads == [
        ("/agencies/jiaotong/reports/2024", "2024 年"),
        ("/agencies/jiaotong/reports/2025", "2025 年"),
    ]
    assert ">+2</td>" in page
    assert not INLINE.search(page)


def test_a_figure_leads_to_its_cell_in_the_report() -> None:
    _two_years()
    browser = Client()
    page = text_of(browser.get(HERE, {"a": "jiaotong/2024", "b": "jiaotong/2025"}))

    (address, cell) = re.findall(r'<a class="figure" href="([^"#]+)#([^"]+)">7</a>', page)[-1]

    assert address == "/agencies/jiaotong/reports/2025"
    assert re.search(rf'<td [^>]*id="{re.escape(cell)}"[^>]*>7</td>', text_of(browser.get(address)))


def test_two_agencies_are_called_by_their_names() -> None:
    _two_years()
    other = town.office(slug="shuiwu", name="青岚市水务局")
    run_of_years({2025: {"table3.new": 9}}, other)

    answer = Client().get(HERE, {"a": "jiaotong/2025", "b": "shuiwu/2025"})

    assert "公布日期 2026-02-09 2026-02-09" in words_of(answer)
    assert "青岚市交通运输局" in words_of(answer)
    assert "青岚市水务局" in words_of(answer)
    assert ">+2</td>" in text_of(answer)


def test_what_was_corrected_is_compared_as_it_is_public_now() -> None:
    office = _two_years()
    published(office, of_year(2025, {"table3.new": 15}), note="更正新收件数")

    page = text_of(Client().get(HERE, {"a": "jiaotong/2024", "b": "jiaotong/2025"}))

    assert ">+10</td>" in page


@pytest.mark.parametrize(("before", "said"), [(29, "+15</td>"), (30, "+15（+50.0%）</td>")])
def test_of_a_few_cases_a_change_has_no_percentage(before: int, said: str) -> None:
    run_of_years({2024: {"table3.new": before}, 2025: {"table3.new": before + 15}})

    answer = Client().get(HERE, {"a": "jiaotong/2024", "b": "jiaotong/2025"})

    assert said in text_of(answer)
    assert "左边不到 30 时不算" in words_of(answer)


def test_from_a_report_the_year_before_is_proposed() -> None:
    _two_years()
    browser = Client()
    (link,) = re.findall(
        r'href="(/reports/compare\?a=[^"]+)"',
        text_of(browser.get("/agencies/jiaotong/reports/2025")),
    )

    page = text_of(browser.get(link))

    selected = re.findall(r'<option value="([^"]+)" selected>', page)
    assert selected == ["jiaotong/2025", "jiaotong/2024"]


@pytest.mark.parametrize(
    ("a", "b", "status", "said"),
    [
        ("jiaotong/2024", "jiaotong/2024", 422, "两边选的是同一份年报"),
        ("jiaotong/2024", "jiaotong/2023", 404, "没有在这里公布"),
        ("jiaotong/2024", "nowhere", 404, "没有在这里公布"),
        ("x\0/2024", "jiaotong/2024", 404, "没有在这里公布"),
        ("jiaotong/99999999999999999999", "", 404, "没有在这里公布"),
        ("", "", 200, "对照哪两份年报"),
    ],
)
def test_what_cannot_be_compared_is_chosen_anew(a: str, b: str, status: int, said: str) -> None:
    _two_years()

    answer = Client().get(HERE, {"a": a, "b": b})

    assert answer.status_code == status
    assert said in words_of(answer)


def test_a_long_list_is_narrowed_by_a_name_and_what_was_chosen_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(report_comparisons, "MOST_CHOICES", 1)
    _two_years()
    run_of_years({2025: {}}, town.office(slug="shuiwu", name="青岚市水务局"))

    page = text_of(Client().get(HERE, {"a": "jiaotong/2024", "q": "水务"}))
    cut = Client().get(HERE)

    assert re.findall(r'<option value="(\w+/\d+)"', page) == [
        "jiaotong/2024",
        "shuiwu/2025",
        "shuiwu/2025",
    ]
    assert "只列出前 1 份" in words_of(cut)


@pytest.mark.parametrize("more", [1, 6])
def test_choosing_among_more_takes_no_more_queries(more: int) -> None:
    for count in range(more):
        office = town.office(slug=f"ju{count}", name=f"青岚市第{count}局")
        run_of_years({2024: {}, 2025: {}}, office)

    with CaptureQueriesContext(connection) as choosing:
        Client().get(HERE)
    with CaptureQueriesContext(connection) as comparing:
        Client().get(HERE, {"a": "ju0/2025", "b": "ju0/2024"})

    assert len(choosing) == 1
    assert len(comparing) == 1
