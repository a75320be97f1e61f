"""Pages of reports carry the meta tags of government websites (国办发〔2017〕47号)."""

import re
from html import unescape

import pytest
from django.conf import LazySettings
from django.test import Client

from tests.portal.reports.runs import of_year, run_of_years
from tests.portal.visiting import text_of
from tests.reporting.years import published
from yangguang.site import environment

HERE = "/agencies/jiaotong/reports"


def _marks(address: str) -> dict[str, str]:
    page = text_of(Client().get(address))
    found = re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page)
    return {name: unescape(content) for name, content in found}


def test_a_report_is_marked_as_an_article(settings: LazySettings) -> None:
    settings.SITE_NAME, settings.SITE_CODE = "青岚市政府网", "1234567890"
    settings.SITE_ADDRESS = "https://www.example.gov.cn"
    run_of_years({2025: {}})

    marks = _marks(f"{HERE}/2025")

    assert marks["SiteName"] == "青岚市政府网"
    assert marks["SiteDomain"] == "www.example.gov.cn"
    assert marks["SiteIDCode"] == "1234567890"
    assert marks["ColumnName"] == "政府信息公开年报"
    assert marks["ArticleTitle"] == "青岚市交通运输局2025年政府信息公开工作年度报告"
    assert marks["PubDate"] == "2026-02-09"
    assert marks["ContentSource"] == "青岚市交通运输局"
    assert marks["Url"] == f"https://www.example.gov.cn{HERE}/2025/v1"


def test_a_correction_s_note_is_in_its_description_and_stays_text() -> None:
    office = run_of_years({2025: {}})
    published(office, of_year(2025, {}), note='改"总计"<b>一</b>处')

    marks = _marks(f"{HERE}/2025")

    assert marks["Description"].endswith('更正说明：改"总计"<b>一</b>处')
    assert marks["Url"].endswith("/v2")


@pytest.mark.parametrize("address", ["/reports", HERE])
def test_a_list_is_marked_as_a_column(address: str) -> None:
    run_of_years({2025: {}})

    marks = _marks(address)

    assert marks["ColumnName"] == "政府信息公开年报"
    assert {"ColumnDescription", "ColumnKeywords", "ColumnType", "SiteName"} <= set(marks)
    assert "SiteIDCode" not in marks
    assert "ArticleTitle" not in marks


@pytest.mark.parametrize("code", ["123", "12345678901", "１２３４５６７８９０"])
def test_a_site_code_has_ten_digits(code: str) -> None:
    with pytest.raises(environment.Unsuitable, match="YANGGUANG_SITE_CODE 应当是 10 位数字"):
        environment.read({"YANGGUANG_SITE_CODE": code})
