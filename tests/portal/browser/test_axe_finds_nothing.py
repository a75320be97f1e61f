import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.portal.browser.conftest import PHONE, WIDE, Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"]),
    pytest.mark.parametrize("scheme", ["light", "dark"]),
]


def _violations(page: Page) -> list[str]:
    page.wait_for_load_state()  # what a click leads to is seen before its style sheets are there
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes'][:3]]}" for v in found]


@pytest.mark.parametrize("path", ["/", "/checkups/new", "/rules", "/checkups", "/nothing-here"])
def test_on_a_plain_page(visit: Visit, size: tuple[int, int], scheme: str, path: str) -> None:
    page = visit(path, size, color_scheme=scheme)

    assert _violations(page) == []


def test_on_a_result_and_the_list(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    page.get_by_role("button", name="试用样例").click()
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    on_result = _violations(page)
    page.locator("#f-1 .places a").first.click()
    on_lit_result = _violations(page)
    page.get_by_role("button", name="按建议修正").click()
    expect(page.get_by_role("button", name="撤销修正")).to_be_visible()
    on_repaired = _violations(page)
    page.goto("/checkups")

    assert (on_result, on_lit_result, on_repaired, _violations(page)) == ([], [], [], [])


def test_on_a_page_with_a_mistake(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    page.get_by_role("button", name="开始体检").click()
    expect(page.get_by_role("alert")).to_contain_text("您还没有选文件")

    assert _violations(page) == []


def test_in_high_contrast(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    page.get_by_role("button", name="高对比").click()
    page.get_by_role("button", name="试用样例").click()
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    assert _violations(page) == []
