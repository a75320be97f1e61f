import pytest
from playwright.sync_api import Page, expect

from tests.browsing import press, through, violations, wider
from tests.portal.browser.conftest import PHONE, WIDE, Visit

pytestmark = pytest.mark.browser

SAME = ".pairs tr.same"


def _compared(page: Page) -> Page:
    """The example's two years side by side, by way of the list."""
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    page.goto("/checkups")
    for box in page.get_by_role("checkbox", name="选来比较").all():
        box.check()
    press(page, "比较选中的两份")
    expect(page.get_by_role("heading", name="重复的文字")).to_be_visible()
    return page


@pytest.mark.parametrize("javascript", [True, False])
def test_only_differences_are_shown_until_all_is_asked_for(visit: Visit, javascript: bool) -> None:
    page = _compared(visit("/checkups/new", java_script_enabled=javascript))
    expect(page.locator(SAME).first).to_be_hidden()
    expect(page.get_by_text("1 句相同").first).to_be_visible()

    page.get_by_label("相同的也显示").check()

    expect(page.locator(SAME).first).to_be_visible()
    expect(page.get_by_text("1 句相同").first).to_be_hidden()


def test_a_figure_leads_to_its_cell_in_the_report(visit: Visit) -> None:
    page = _compared(visit("/checkups/new"))

    through(page.locator(".pairs tr:not(.same) .figure").first)

    expect(page.locator("td:target")).to_be_in_viewport()


def test_a_result_leads_there_too(visit: Visit) -> None:
    page = visit("/checkups/new")
    press(page, "试用样例")

    page.get_by_label("与另一份比较").select_option(label="青岚市人民政府 2024 年")
    press(page, "比较")

    expect(page.get_by_role("heading", level=1)).to_contain_text("2024 年和 2025 年的报告")


def test_changed_words_are_told_apart_without_colour(visit: Visit) -> None:
    page = _compared(visit("/checkups/new"))

    expect(page.locator(".pair del").first).to_have_css("text-decoration-line", "line-through")
    expect(page.locator(".pair ins").first).to_have_css("text-decoration-line", "underline")


@pytest.mark.parametrize("choice", ["", "长者版"])
def test_on_a_phone_nothing_scrolls_sideways(visit: Visit, choice: str) -> None:
    page = visit("/checkups/new", PHONE)
    if choice:
        press(page, choice)
    _compared(page)
    page.get_by_label("相同的也显示").check()

    assert wider(page) == 0


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("choice", ["", "高对比"])
def test_axe_finds_nothing(visit: Visit, size: tuple[int, int], scheme: str, choice: str) -> None:
    page = visit("/checkups/new", size, color_scheme=scheme)
    if choice:
        press(page, choice)
    _compared(page)
    page.get_by_label("相同的也显示").check()

    assert violations(page) == []


def test_on_paper_the_controls_are_left_out_and_the_definition_stays(visit: Visit) -> None:
    page = _compared(visit("/checkups/new"))

    page.emulate_media(media="print")

    expect(page.get_by_label("相同的也显示")).to_be_hidden()
    expect(page.get_by_text("重复率＝重复的字数")).to_be_visible()
    expect(page.locator(".pair ins").first).to_be_visible()
