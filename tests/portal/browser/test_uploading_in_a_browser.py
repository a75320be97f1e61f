from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import press, through
from tests.cli.published import published
from tests.portal.browser.conftest import Visit

pytestmark = pytest.mark.browser

DROP = """([zone, name, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: "text/html" }));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    const options = { dataTransfer: files, bubbles: true, cancelable: true };
    zone.dispatchEvent(new DragEvent(kind, options));
  }
}"""


def test_a_chosen_file_is_listed_and_read(visit: Visit, tmp_path: Path) -> None:
    page = visit("/checkups/new")

    page.get_by_label("年度报告", exact=True).set_input_files(published(tmp_path / "年报.html"))
    expect(page.locator(".chosen")).to_contain_text("年报.html")
    press(page, "开始体检")

    expect(page.get_by_role("heading", level=1)).to_contain_text("林泽县水务局")


def test_a_dropped_file_is_read(visit: Visit, tmp_path: Path) -> None:
    page = visit("/checkups/new")
    text = published(tmp_path / "x.html").read_text("utf-8")

    page.evaluate(DROP, [page.locator(".zone").element_handle(), "拖来的.html", text])
    expect(page.locator(".chosen")).to_contain_text("拖来的.html")
    press(page, "开始体检")

    expect(page.get_by_role("heading", level=1)).to_contain_text("林泽县水务局")


def test_a_file_too_large_is_named_before_it_is_sent(visit: Visit, tmp_path: Path) -> None:
    page = visit("/checkups/new")
    big = tmp_path / "big.txt"
    big.write_bytes(bytes(21_000_000))

    page.get_by_label("年度报告", exact=True).set_input_files(big)
    page.get_by_role("button", name="开始体检").click()

    expect(page.locator(".chosen .bad")).to_contain_text("超过 20 MB")
    expect(page.get_by_role("heading", level=1)).to_have_text("年报体检")


def test_several_files_lead_to_a_list_with_links(visit: Visit, tmp_path: Path) -> None:
    page = visit("/checkups/new")
    files = [published(tmp_path / f"{year}.html", year=year) for year in (2022, 2023)]

    page.get_by_label("年度报告", exact=True).set_input_files(files)
    press(page, "开始体检")
    through(page.get_by_role("link", name="林泽县水务局 2023 年"))

    expect(page.get_by_role("heading", level=1)).to_contain_text("2023")
    expect(page.locator(".facts")).to_contain_text("上一年报告2022 年")


def test_last_year_s_report_can_be_added(visit: Visit, tmp_path: Path) -> None:
    page = visit("/checkups/new")
    this = published(tmp_path / "this.html", year=2023)
    last = published(tmp_path / "last.html", year=2022)

    page.get_by_label("年度报告", exact=True).set_input_files(this)
    page.get_by_text("同时对照上一年的报告").click()
    page.get_by_label("上一年的报告", exact=True).set_input_files(last)
    press(page, "开始体检")

    expect(page.locator(".facts")).to_contain_text("2022 年")
