import pytest
from playwright.sync_api import Page, expect

from tests.portal.browser.conftest import Visit

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  return {
    words: it.textContent.trim(), href: it.getAttribute("href"), id: it.id,
    outline: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def _tab_to(page: Page, words: str, most: int = 80) -> dict:
    """Press Tab until the thing with these words has the focus; every stop on the way is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["outline"], f"no visible focus: {focus}"
        assert focus["seen"], f"focus out of sight: {focus}"
        if words in focus["words"]:
            return focus
    pytest.fail(f"not reached by Tab: {words}")


def test_the_example_is_reached_read_and_repaired(visit: Visit) -> None:
    page = visit()

    _tab_to(page, "试用样例")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    link = _tab_to(page, "表三")
    page.keyboard.press("Enter")
    expect(page.locator("td:target")).to_be_in_viewport()
    assert link["href"].startswith("#c-")

    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["href"] == "#f-1", "from the cell the next stop leads back"
    page.keyboard.press("Enter")
    expect(page.locator("#f-1:target")).to_be_in_viewport()

    _tab_to(page, "按建议修正")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="撤销修正")).to_be_visible()


def test_the_first_stops_skip_to_the_report(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="试用样例").click()
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    _tab_to(page, "跳到正文", most=1)
    _tab_to(page, "跳到表格", most=1)
    page.keyboard.press("Enter")

    expect(page.locator("#tables")).to_be_focused()
