import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import press, through
from tests.portal.browser.conftest import Visit

pytestmark = pytest.mark.browser

WRONG = "#c-table3\\.granted\\.natural_person"


def _example(page: Page) -> Page:
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    return page


def test_a_finding_s_link_lights_up_the_cell_and_the_cell_leads_back(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))

    page.locator("#f-1 .places a").first.click()
    expect(page.locator(f"{WRONG}:target")).to_be_in_viewport()

    page.locator(f"{WRONG} .mark").first.click()
    expect(page.locator("#f-1:target")).to_be_in_viewport()


def test_a_finding_lights_up_every_cell_it_speaks_of(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))

    page.locator(".finding", has_text="各类申请人之和应等于总计").locator(".places a").click()

    expect(page.locator("td.lit")).to_have_count(7)


def test_a_finding_about_words_leads_to_the_words(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))

    page.locator(".finding", has_text="增减幅度").locator(".places a", has_text="21.5%").click()

    expect(page.locator("mark:target")).to_have_text("21.5%")
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_a_figure_leads_to_its_line_in_the_file(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))

    page.locator(f"{WRONG} .figure").click()

    expect(page.locator(".sources tr:target")).to_contain_text("28 ｜ 5 ｜ 1")
    expect(page.locator(".sources tr:target")).to_be_in_viewport()


def test_last_year_s_figures_can_be_hidden(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))
    before = page.locator(f"{WRONG} .before")
    expect(before).to_have_text(re.compile("20"))

    page.get_by_label("每格下方显示").uncheck()

    expect(before).to_be_hidden()


def test_a_repair_is_made_marked_and_undone(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))

    through(page.get_by_role("button", name="按建议修正"))
    expect(page.locator(f"{WRONG} .figure")).to_have_text("25")
    expect(page.locator(f"{WRONG} .status")).to_have_text("修正")

    through(page.get_by_role("button", name="撤销修正"))
    expect(page.locator(f"{WRONG} .figure")).to_have_text("28")


def test_a_finding_is_answered_and_reopened(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))
    finding = page.locator(".finding", has_text="有空白单元格")

    finding.locator("details.answer summary").click()
    finding.get_by_label("理由").fill("本年没有尚未审结的案件。")
    through(finding.get_by_role("button", name="标为已说明"))
    expect(finding.locator(".state")).to_have_text("已说明")

    through(finding.get_by_role("button", name="撤销说明"))
    expect(finding.locator(".state")).to_have_count(0)


def test_deleting_says_so_and_the_address_is_empty(visit: Visit) -> None:
    page = _example(visit("/checkups/new"))
    address = page.url

    press(page, "删除我上传的内容")

    expect(page.get_by_role("heading", name="已经删除")).to_be_visible()
    page.goto(address)
    expect(page.get_by_role("heading", name="没有找到这一页")).to_be_visible()
