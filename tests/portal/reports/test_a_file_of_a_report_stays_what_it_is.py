"""A version's files never change, and anyone can see that they did not."""

import hashlib
import io
import json
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives import hashes
from django.test import Client

from tests import town
from tests.portal.reports.runs import of_year, run_of_years
from tests.portal.visiting import text_of
from tests.reporting.years import published
from yangguang.annual_report.writing import WRITERS, write
from yangguang.portal import downloads
from yangguang.reporting.models import Version
from yangguang.reporting.published import data_of

HERE = "/agencies/jiaotong/reports/2025"


def _corrected() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    published(office, of_year(2025, {"table3.new": 6}), note="更正新收件数")


@pytest.mark.parametrize("to", ["docx", "xlsx"])
def test_an_office_file_does_not_say_when_it_was_written(to: str) -> None:
    with ZipFile(io.BytesIO(write(of_year(2025, {}), to))) as zipped:
        days = {one.date_time for one in zipped.infolist()}
        core = zipped.read("docProps/core.xml").decode()

    assert days == {(1980, 1, 1, 0, 0, 0)}
    assert "created" not in core
    assert "modified" not in core.replace("lastModifiedBy", "")
    assert "python" not in core


@pytest.mark.parametrize("to", WRITERS)
def test_whoever_has_a_file_is_told_so_and_it_is_not_written_again(
    to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_of_years({2025: {}})
    browser, address = Client(), f"{HERE}/v1/report.{to}"
    monkeypatch.setattr(downloads, "written", lambda *_: b"once")
    first = browser.get(address)
    monkeypatch.setattr(downloads, "written", lambda *_: pytest.fail("written again"))

    again = browser.get(address, headers={"if-none-match": first["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]
    assert "public" in first["Cache-Control"]


def test_a_correction_leaves_the_files_of_before_and_has_others() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    browser, address = Client(), f"{HERE}/v1/report.json"
    before = browser.get(address)

    published(office, of_year(2025, {"table3.new": 6}), note="更正新收件数")

    after, corrected = browser.get(address), browser.get(f"{HERE}/v2/report.json")
    assert (after.content, after["ETag"]) == (before.content, before["ETag"])
    assert corrected["ETag"] != before["ETag"]
    assert 'filename="report-2025.json"' in before["Content-Disposition"]
    assert 'filename="report-2025-v2.json"' in corrected["Content-Disposition"]


@pytest.mark.parametrize("number", [1, 2])
def test_the_digests_on_the_page_are_those_of_the_file(number: int) -> None:
    _corrected()
    browser = Client()

    page = text_of(browser.get(f"{HERE}/v{number}"))
    data = browser.get(f"{HERE}/v{number}/report.json").content

    sm3 = hashes.Hash(hashes.SM3())
    sm3.update(data)
    assert re.findall(r"<code>([0-9a-f]{64})</code>", page) == [
        hashlib.sha256(data).hexdigest(),
        sm3.finalize().hex(),
    ]


def test_its_bytes_do_not_hang_on_the_order_in_which_a_database_keeps_keys() -> None:
    report = replace(of_year(2025, {"table3.new": 5}), agency=town.office().agency.name)
    content = json.loads(write(report, "json"))
    turned = dict(reversed(content.items()))

    assert data_of(Version(content=turned)) == data_of(Version(content=content))
    assert json.loads(data_of(Version(content=content))) == content


def test_the_version_of_before_says_that_another_took_its_place() -> None:
    _corrected()

    page = text_of(Client().get(f"{HERE}/v1"))

    assert "已经由更正后的一版代替" in page
    assert f'href="{HERE}"' in page
