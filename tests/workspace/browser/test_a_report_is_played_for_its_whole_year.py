"""From the requests of a year to its report in everyone's hands, in a browser, returned once."""

import csv
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.annual_report.writing.invented_texts import says
from tests.browsing import Visit, press, sound, through
from tests.played import way
from tests.signing_in import signed_in
from yangguang.agencies.models import AgencyKind, Person, Role
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import table2
from yangguang.annual_report.reading import read_bytes
from yangguang.annual_report.report import AnnualReport
from yangguang.casework import moment
from yangguang.portal.downloads import FORMATS
from yangguang.reporting import published
from yangguang.reporting.actions.enter_figure import Entry, enter_figure

pytestmark = pytest.mark.browser

YEAR = 2025
HERE = f"/workspace/reports/jiaotong/{YEAR}"
LICENCES = "table2.licences.decisions"
NEW = (
    "政府信息公开工作由办公室牵头，主动公开、政府信息管理、政府信息公开平台建设、监督保障都有专人。"
)
OTHER_WORDS = {
    2: "全年作出行政许可决定{行政许可处理决定数量}件。",
    5: "主要问题是解读形式单一。下一步丰富图解和视频。",
    6: "本年度没有收取信息处理费。",
}


@pytest.fixture
def above() -> Person:
    """Who takes in the reports."""
    office = town.agency(
        slug="zhengfuban", name="青岚市人民政府办公室", kind=AgencyKind.GOVERNMENT_OFFICE
    )
    return town.person("顾监督", Role.SUPERVISOR, office)


@pytest.fixture
def office(above: Person) -> town.Office:
    """Asked three times in the year: answered, withdrawn, and still open at its end."""
    made = town.office(supervising=above.posts.get().agency)
    for month, play in ((3, way.answered), (6, way.withdrawn), (12, way.unassigned)):
        play(made, datetime(YEAR, month, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
    handler = town.may(made.handler)
    for cell in table2.TABLE_2021.cell_ids:
        if cell != LICENCES:
            enter_figure(made.agency, YEAR, Entry(cell, Decimal(0), "各科室汇总"), handler)
    return made


@pytest.fixture
def at_work(visit: Visit) -> Callable[[Person], Page]:
    """A person's browser, who is signed in."""
    pages: dict[int, Page] = {}

    def page_of(person: Person) -> Page:
        if person.pk not in pages:
            page = pages[person.pk] = visit("/")
            cookie = signed_in(person).cookies["yangguang"].value
            page.context.add_cookies([{"name": "yangguang", "value": cookie, "url": page.url}])
        return pages[person.pk]

    return page_of


def test_requests_in_report_out(
    visit: Visit,
    at_work: Callable[[Person], Page],
    office: town.Office,
    above: Person,
    tmp_path: Path,
) -> None:
    handler = at_work(office.handler)
    _begin(handler)
    _enter(handler, "41", tmp_path)
    _write(handler)
    _approved(handler, office, at_work)
    _returned(at_work(above))

    handler.goto(f"{HERE}/way")
    expect(handler.get_by_text("漏了十二月的，请核对。")).to_be_visible()
    _enter(handler, "44", tmp_path, "补上十二月的许可。")
    _approved(handler, office, at_work)
    _press_at(at_work(above), f"{HERE}/way", "收下")
    handler.goto(f"{HERE}/way")
    handler.get_by_label("我已经核对全文").check()
    press(handler, "向社会公布")
    expect(handler.locator(".stage")).to_have_text("已公布")

    _everyone_reads_the_same(visit(f"/agencies/jiaotong/reports/{YEAR}"), office, tmp_path)


def _press_at(page: Page, address: str, name: str) -> None:
    page.goto(address)
    press(page, name)


def _begin(page: Page) -> None:
    page.goto(f"/workspace/reports?year={YEAR}")
    press(page, "开始编制")
    expect(page.locator(".stage")).to_have_text("编制中")
    expect(page.get_by_text("1 格没有填")).to_be_visible()


def _enter(page: Page, value: str, folder: Path, reason: str = "") -> None:
    page.goto(HERE)
    through(page.locator(f'a[href*="/figures/{LICENCES}"]').first)
    page.get_by_label("数字").first.fill(value)
    page.get_by_label("来源").fill("行政审批科台账")
    page.get_by_label("原因").fill(reason)
    evidence = folder / "许可台账.txt"
    evidence.write_text(f"全年办理行政许可 {value} 件。", encoding="utf-8")
    page.get_by_label("依据文件").set_input_files(evidence)
    press(page, "保存")
    expect(page.locator(".stated")).to_have_text(value)
    sound(page)


def _write(page: Page) -> None:
    page.goto(f"{HERE}/words/1")
    words = page.get_by_label("正文")
    words.fill(NEW)
    words.press("End")
    phrase = page.locator('button[value="新收申请{新收申请}件"]')
    phrase.locator("xpath=ancestor::details").evaluate("one => { one.open = true }")
    phrase.click()
    expect(words).to_have_value(f"{NEW}新收申请{{新收申请}}件")
    expect(page.locator("[data-now]")).to_contain_text("新收申请3件")
    press(page, "保存")
    for section, text in OTHER_WORDS.items():
        page.goto(f"{HERE}/words/{section}")
        page.get_by_label("正文").fill(text)
        press(page, "保存")
        expect(page.get_by_text("保存好了")).to_be_visible()


def _approved(page: Page, office: town.Office, at_work: Callable[[Person], Page]) -> None:
    """Checked, sent up, agreed to by four, submitted."""
    page.goto(f"{HERE}/way")
    expect(page.get_by_text("可以送审。")).to_be_visible()
    _press_at(page, f"{HERE}/way", "送审")
    for person in (office.section_head, office.disclosure_head, office.reviewer, office.leader):
        _press_at(at_work(person), f"{HERE}/way", "同意")
    _press_at(page, f"{HERE}/way", "报送主管部门")
    expect(page.locator(".stage")).to_have_text("已报送")


def _returned(page: Page) -> None:
    page.goto(f"{HERE}/way")
    page.get_by_text("对某一格的意见").click()
    page.locator(f'input[name="comment:{LICENCES}"]').fill("漏了十二月的，请核对。")
    press(page, "退回")
    expect(page.locator(".stage")).to_have_text("主管部门退回")


def _everyone_reads_the_same(page: Page, office: town.Office, folder: Path) -> None:
    said = published.latest(office.agency, YEAR, moment.now())
    assert said
    report = published.as_report(said)
    assert report.value("table3.new.total") == 3
    assert report.value(LICENCES) == 44
    assert "新收申请3件" in report.text_of(1)
    assert report.text_of(2) == "全年作出行政许可决定44件。"
    sound(page)
    for to, one in FORMATS.items():
        with page.expect_download() as waiting:
            page.get_by_role("navigation", name="下载").get_by_role(
                "link", name=str(one.name), exact=True
            ).click()
        file = folder / f"report.{to}"
        waiting.value.save_as(file)
        _holds_the_same(file, report)


def _holds_the_same(file: Path, report: AnnualReport) -> None:
    if file.suffix == ".csv":  # cells only, for programs: no report to be read
        lines = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
        figures = {line["单元格"]: line["数值"] for line in lines}
        assert figures == {id: f"{cell.value:f}" for id, cell in report.cells.items()}
        return
    back = read_bytes(file.name, file.read_bytes())
    assert says(back) == says(report), file.name
    assert check(back) == [], file.name
