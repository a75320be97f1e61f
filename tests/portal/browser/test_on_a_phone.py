import pytest
from playwright.sync_api import Page, expect

from tests.browsing import press, wider
from tests.portal.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser


def _large_print(page: Page) -> None:
    press(page, "长者版")
    expect(page.locator("html.large")).to_be_attached()


@pytest.mark.parametrize("path", ["/", "/checkups/new", "/rules", "/checkups", "/nothing-here"])
@pytest.mark.parametrize("choice", ["", "large"])
def test_no_page_scrolls_sideways(visit: Visit, path: str, choice: str) -> None:
    page = visit(path, PHONE)
    if choice:
        _large_print(page)

    assert wider(page) == 0


@pytest.mark.parametrize("choice", ["", "large"])
def test_nor_does_a_result_or_the_list(visit: Visit, choice: str) -> None:
    page = visit("/checkups/new", PHONE)
    if choice:
        _large_print(page)
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    on_result = wider(page)

    page.goto("/checkups")

    assert (on_result, wider(page)) == (0, 0)


def test_labels_stay_in_view_while_figures_scroll(visit: Visit) -> None:
    page = visit("/checkups/new", PHONE)
    press(page, "试用样例")
    table = page.locator(".scroll", has=page.locator(".table-3"))

    table.evaluate("it => { it.scrollLeft = it.scrollWidth; it.scrollIntoView(); }")

    label = page.get_by_role("rowheader", name="7.属于行政执法案卷", exact=True)
    expect(label).to_be_in_viewport(ratio=0.9)
