import pytest
from playwright.sync_api import Page, expect

from tests.portal.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser


def _overflow(page: Page) -> int:
    page.wait_for_load_state("load")  # a page without its style yet is wider
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def _large_print(page: Page) -> None:
    page.get_by_role("button", name="长者版").click()
    expect(page.locator("html.large")).to_be_attached()


@pytest.mark.parametrize("path", ["/", "/checkups/new", "/rules", "/checkups", "/nothing-here"])
@pytest.mark.parametrize("choice", ["", "large"])
def test_no_page_scrolls_sideways(visit: Visit, path: str, choice: str) -> None:
    page = visit(path, PHONE)
    if choice:
        _large_print(page)

    assert _overflow(page) == 0


@pytest.mark.parametrize("choice", ["", "large"])
def test_nor_does_a_result_or_the_list(visit: Visit, choice: str) -> None:
    page = visit("/checkups/new", PHONE)
    if choice:
        _large_print(page)
    page.get_by_role("button", name="试用样例").click()
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    on_result = _overflow(page)

    page.goto("/checkups")

    assert (on_result, _overflow(page)) == (0, 0)


def test_labels_stay_in_view_while_figures_scroll(visit: Visit) -> None:
    page = visit("/checkups/new", PHONE)
    page.get_by_role("button", name="试用样例").click()
    table = page.locator(".scroll", has=page.locator(".table-3"))

    table.evaluate("it => { it.scrollLeft = it.scrollWidth; it.scrollIntoView(); }")

    label = page.get_by_role("rowheader", name="7.属于行政执法案卷", exact=True)
    expect(label).to_be_in_viewport(ratio=0.9)
