"""Annual reports are read, downloaded and found by anyone; a correction says what it changed."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.annual_report.reports import a_report, with_figure, with_sections
from tests.reporting.years import head, published
from tests.workspace.at_work import words_of
from yangguang.annual_report.reading import read_bytes
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import write
from yangguang.casework.attachments import Upload
from yangguang.reporting.actions.bring_in import bring_in

HERE = "/agencies/jiaotong/reports"


def _report(year: int = 2025) -> AnnualReport:
    report = with_sections(a_report({"table3.new.total": 3}), (1, "总体情况", "全年新收3件。"))
    return replace(report, year=year, agency="青岚市交通运输局")


def test_the_list_leads_to_the_report_and_nothing_else_is_there() -> None:
    office, other = town.office(), town.office(slug="shuiwu", name="青岚市水务局")
    published(office, _report())
    browser = Client()

    assert "青岚市交通运输局" in words_of(browser.get("/reports"))
    assert "共 0 份" in words_of(browser.get("/reports?q=水务"))
    assert "换一个短一点的名称" in words_of(browser.get("/reports?q=水务"))
    assert "这一年的年报还没有在这里公布" in words_of(browser.get("/reports?year=2024"))
    assert "共 1 份" in words_of(browser.get("/reports?q=交通&year=2025"))
    assert "2025 年度报告" in words_of(browser.get(HERE))
    assert "全年新收3件。" in words_of(browser.get(f"{HERE}/2025"))
    assert f"{HERE}/2025/v1 " in words_of(browser.get(f"{HERE}/2025"))
    assert browser.get(f"{HERE}/2024").status_code == 404
    assert browser.get(f"{HERE}/2025/v2").status_code == 404
    assert "还没有在这里公布" in words_of(browser.get(f"/agencies/{other.agency.slug}/reports"))


def test_before_there_is_any_the_list_says_when_there_will_be() -> None:
    assert "还没有公布的年报" in words_of(Client().get("/reports"))


@pytest.mark.parametrize("to", ["docx", "html", "xlsx", "json"])
def test_every_file_is_read_back_without_a_difference(to: str) -> None:
    office, report = town.office(), _report()
    published(office, report)

    file = Client().get(f"{HERE}/2025/v1/report.{to}")
    back = read_bytes(f"report.{to}", file.content)

    assert {cell: back.value(cell) for cell in report.cells} == {
        cell: report.value(cell) for cell in report.cells
    }
    assert back.text_of(1) == report.text_of(1)
    assert file["ETag"]


def test_a_correction_says_what_it_changed_and_the_old_one_leads_on() -> None:
    office, report = town.office(), _report(2024)
    after = with_figure(report, "table3.new.total", 4)
    for one, note in ((report, ""), (after, "更正新收件数")):
        file = Upload("a.html", write(one, "html"))
        bring_in(office.agency, one, file, head(office), note=note)

    new, old = (words_of(Client().get(f"{HERE}/2024{tail}")) for tail in ("", "/v1"))

    assert "更正新收件数" in new
    assert "3 → 4" in new
    assert "已经由更正后的一版代替" in old


@pytest.mark.parametrize("more", [1, 8])
def test_more_reports_take_no_more_queries(more: int) -> None:
    for count in range(more):
        office = town.office(slug=f"ju{count}", name=f"青岚市第{count}局")
        published(office, _report())
    with CaptureQueriesContext(connection) as asked:
        Client().get("/reports")

    assert len(asked) == 6


def test_reading_writes_nothing() -> None:
    published(town.office(), _report())
    browser = Client()

    with CaptureQueriesContext(connection) as asked:
        browser.get(f"{HERE}/2025")

    assert [one["sql"] for one in asked if not one["sql"].startswith("SELECT")] == []
