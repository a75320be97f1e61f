import pytest
from playwright.sync_api import expect

from tests.browsing import Visit, press
from tests.keyboard import enter, focus, tab_to

pytestmark = pytest.mark.browser


def test_the_example_is_reached_read_and_repaired(visit: Visit) -> None:
    page = visit("/checkups/new")

    tab_to(page, "试用样例")
    enter(page)
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    link = tab_to(page, "表三")
    page.keyboard.press("Enter")
    expect(page.locator("td:target")).to_be_in_viewport()
    assert link["href"].startswith("#c-")

    page.keyboard.press("Tab")
    assert focus(page)["href"] == "#f-1", "from the cell the next stop leads back"
    page.keyboard.press("Enter")
    expect(page.locator("#f-1:target")).to_be_in_viewport()

    tab_to(page, "按建议修正")
    enter(page)
    expect(page.get_by_role("button", name="撤销修正")).to_be_visible()


def test_the_first_stops_skip_to_the_report(visit: Visit) -> None:
    page = visit("/checkups/new")
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    tab_to(page, "跳到正文", most=1)
    tab_to(page, "跳到表格", most=1)
    page.keyboard.press("Enter")

    expect(page.locator("#tables")).to_be_focused()
