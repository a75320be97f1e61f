"""Published reports, listed, read and compared: sound on a telephone, dark, in large print."""

import pytest
from playwright.sync_api import expect

from tests import town
from tests.browsing import PHONE, Visit, press, sound
from tests.portal.reports.runs import of_year, run_of_years
from tests.reporting.years import published

pytestmark = pytest.mark.browser

COUNTS = {"table3.new": 12345, "table3.granted": 20, "table3.total": 40, "table4.review": 3}
PAGES = (
    "/agencies/jiaotong/reports/trend",
    "/reports/compare?a=jiaotong/2025",
    "/reports/compare?a=jiaotong/2024&b=jiaotong/2025",
    "/reports",
    "/agencies/jiaotong/reports",
    "/agencies/jiaotong/reports/2025",
    "/agencies/jiaotong/reports/2025/v1",
)
_DRAWN_OVER = """
() => [...document.querySelectorAll('svg[role=img]')].flatMap(drawing => {
  const words = [...drawing.querySelectorAll('text')].map(one => one.getBoundingClientRect());
  const crosses = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 4
    && b.top < a.bottom - 4;
  return words.filter((a, at) => words.slice(at + 1).some(b => crosses(a, b))).length;
})
"""


def test_nothing_is_found_wrong_and_no_words_are_drawn_over_others(visit: Visit) -> None:
    office = run_of_years({year: COUNTS for year in range(2019, 2027)})
    changes = ["table3.new.total", "section:1"]
    published(office, of_year(2025, COUNTS | {"table3.new": 9}), note="更正", changes=changes)
    town.office(slug="shuiwu", name="青岚市水务局")
    page = visit(PAGES[0], PHONE, color_scheme="dark")
    press(page, "长者版")
    expect(page.locator("html.large")).to_be_attached()

    for path in PAGES:
        page.goto(path)
        sound(page)
    page.goto(PAGES[0])
    assert page.evaluate(_DRAWN_OVER) == [0] * 13


def test_figures_of_table_3_are_in_sight_and_moved_sideways_their_names_stay(visit: Visit) -> None:
    run_of_years({2025: COUNTS})
    page = visit("/agencies/jiaotong/reports/2025", PHONE)
    place = "one => { const at = one.getBoundingClientRect(); return [at.left, at.right]; }"
    figure, name = page.locator(".t3 td").first, page.locator(".t3 th[scope=row]:not([colspan])")

    before = figure.evaluate(place), name.first.evaluate(place)
    page.locator(".t3").evaluate("one => { one.parentElement.scrollLeft = 100; }")

    assert before[0][1] < PHONE[0]
    assert name.first.evaluate(place) == pytest.approx(before[1], abs=1)
    assert figure.evaluate(place)[1] == pytest.approx(before[0][1] - 100, abs=1)
