"""New reports and corrections come as Atom: of all agencies, and of one."""

from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.portal.reports.runs import of_year, run_of_years
from tests.portal.visiting import text_of
from tests.reporting.years import published
from yangguang.portal import report_feed

ATOM = "{http://www.w3.org/2005/Atom}"
ALL, ONE = "/reports/feed.atom", "/agencies/jiaotong/reports/feed.atom"


def _entries(address: str) -> list[dict[str, str]]:
    answer = Client().get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)
    return [
        {one.tag.removeprefix(ATOM): one.get("href") or one.text or "" for one in entry}
        for entry in feed.findall(f"{ATOM}entry")
    ]


def test_the_latest_stands_first_and_leads_to_its_version() -> None:
    run_of_years({2024: {}, 2025: {}})

    entries = _entries(ALL)

    assert [one["title"] for one in entries] == [
        "青岚市交通运输局2025年政府信息公开工作年度报告",
        "青岚市交通运输局2024年政府信息公开工作年度报告",
    ]
    address = entries[0]["link"]
    assert entries[0]["id"] == address
    assert address.startswith(settings.SITE_ADDRESS)
    assert Client().get(address.removeprefix(settings.SITE_ADDRESS)).status_code == 200


def test_a_correction_is_an_entry_of_its_own_with_its_note() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    note = "新收件数 <改正> & 补一件"
    corrected = of_year(2025, {"table3.new": 6})
    published(office, corrected, note=note, changes=["table3.new.total"])

    new, old = _entries(ONE)

    assert new["title"].startswith("更正：")
    assert new["summary"] == "新收件数 &lt;改正&gt; &amp; 补一件（改了 1 处）"
    assert new["id"] != old["id"]


def test_an_agency_s_feed_has_only_its_own_and_both_are_told_of() -> None:
    run_of_years({2025: {}})
    run_of_years({2025: {}}, town.office(slug="shuiwu", name="青岚市水务局"))

    page = text_of(Client().get("/agencies/jiaotong/reports"))

    assert len(_entries(ALL)) == 2
    assert len(_entries(ONE)) == 1
    assert Client().get("/agencies/nowhere/reports/feed.atom").status_code == 404
    for address in (ALL, ONE):
        assert f'href="{address}"' in page


def test_whoever_has_it_is_told_so_until_something_new_comes() -> None:
    office = run_of_years({2024: {}})
    browser = Client()
    first = browser.get(ALL)

    same = browser.get(ALL, headers={"if-none-match": first["ETag"]})
    published(office, of_year(2025, {}))
    new = browser.get(ALL, headers={"if-none-match": first["ETag"]})

    assert (same.status_code, new.status_code) == (304, 200)
    assert same["Cache-Control"] == first["Cache-Control"]


def test_before_there_is_any_it_is_an_empty_feed() -> None:
    town.office()

    assert _entries(ALL) == _entries(ONE) == []


@pytest.mark.parametrize("years", [1, 6])
def test_it_takes_one_query_and_has_an_end(years: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_feed, "MOST", 4)
    run_of_years({2020 + year: {} for year in range(years)})

    with CaptureQueriesContext(connection) as asked:
        entries = _entries(ALL)

    assert len(entries) == min(years, 4)
    assert len(asked) == 1
