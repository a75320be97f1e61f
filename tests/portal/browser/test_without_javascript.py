from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import press, through
from tests.cli.published import balanced, published
from tests.portal.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_everything_works_by_links_and_forms(visit: Visit, tmp_path: Path) -> None:
    wrong = {**balanced(new=7), "table3.granted.natural_person": 9}
    page = visit("/checkups/new", java_script_enabled=False)

    page.get_by_label("年度报告", exact=True).set_input_files(
        published(tmp_path / "x.html", figures=wrong)
    )
    press(page, "开始体检")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()

    page.locator("#f-1 .places a").first.click()
    expect(page.locator("td:target")).to_be_in_viewport()
    page.locator("td:target .mark").first.click()
    expect(page.locator(".finding:target")).to_be_in_viewport()

    through(page.get_by_role("button", name="按建议修正").first)
    expect(page.locator("#c-table3\\.granted\\.natural_person .figure")).to_have_text("7")

    press(page, "长者版")
    expect(page.locator("html")).to_have_class("large")

    press(page, "删除我上传的内容")
    expect(page.get_by_role("heading", name="已经删除")).to_be_visible()


def test_nothing_is_offered_that_needs_it(visit: Visit) -> None:
    page = visit("/checkups/new", java_script_enabled=False)

    expect(page.get_by_text("也可以把文件拖到这里")).to_be_hidden()
    press(page, "试用样例")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    expect(page.get_by_role("button", name="打印")).to_be_hidden()
