import pytest
from playwright.sync_api import expect

from tests.browsing import press, through, violations
from tests.portal.browser.conftest import PHONE, WIDE, Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"]),
    pytest.mark.parametrize("scheme", ["light", "dark"]),
]


@pytest.mark.parametrize("path", ["/", "/checkups/new", "/rules", "/checkups", "/nothing-here"])
def test_on_a_plain_page(visit: Visit, size: tuple[int, int], scheme: str, path: str) -> None:
    page = visit(path, size, color_scheme=scheme)

    assert violations(page) == []


def test_on_a_result_and_the_list(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    on_result = violations(page)
    page.locator("#f-1 .places a").first.click()
    on_lit_result = violations(page)
    through(page.get_by_role("button", name="按建议修正"))
    expect(page.get_by_role("button", name="撤销修正")).to_be_visible()
    on_repaired = violations(page)
    page.goto("/checkups")

    assert (on_result, on_lit_result, on_repaired, violations(page)) == ([], [], [], [])


def test_on_a_page_with_a_mistake(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    press(page, "开始体检")
    expect(page.get_by_role("alert")).to_contain_text("您还没有选文件")

    assert violations(page) == []


def test_in_high_contrast(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    press(page, "高对比")
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    assert violations(page) == []
