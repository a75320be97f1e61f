"""Whatever is sent to a page of a report is answered by a page; nothing fails, nothing is taken."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.annual_report.reports import a_report
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.rolling_up.rolled import a_city
from tests.signing_in import signed_in
from yangguang.annual_report.writing import write
from yangguang.reporting.models import EnteredFigure, Publication, RollUpScope

OF_REPORT = f"/workspace/reports/jiaotong/{YEAR}"
NONSENSE = ("²", "9" * 5000, "1e400", "NaN", "\0")
"""A superscript is a digit to Python, and no number that it reads; nor are so many digits."""
POSTS: Mapping[str, tuple[str, ...]] = {
    "/workspace/reports/begin": ("agency", "year"),
    f"{OF_REPORT}/words/1": ("text", "base"),
    f"{OF_REPORT}/explain": ("finding", "text"),
    f"{OF_REPORT}/way/send_up": ("seen", "override", "note"),
    f"{OF_REPORT}/way/decide": ("seen", "decision", "digest", "comment"),
    f"{OF_REPORT}/way/return": ("seen", "comment:", "comment:²"),
    f"{OF_REPORT}/way/publish": ("seen", "checked"),
    f"{OF_REPORT}/figures/table2.fees.amount": ("value", "unit", "source", "reason", "take_back"),
    f"{OF_REPORT}/figures/table3.new.total/export": ("page",),
}
GETS = {
    "/workspace/reports": ("year", "filed", "late"),
    "/workspace/reports/choose": ("slug", "year", "known_at", "carry"),
    OF_REPORT: ("known_at", "carry"),
    f"{OF_REPORT}/figures/table3.new.total": ("known_at", "carry", "page"),
    "/workspace/reports/jiaotong/99999999999999999999/way": (),
    "/workspace/reports/jiaotong/0": (),
    f"{OF_REPORT}/figures/table3.new.²": (),
    f"{OF_REPORT}/source/99999999999999999999": (),
    f"{OF_REPORT}/figures/%00/evidence/1": (),
    f"{OF_REPORT}/figures/table3.new.total/evidence/99999999999999999999": (),
    f"{OF_REPORT}/recorded/%00": ("known_at", "page"),
    f"{OF_REPORT}/recorded/period.on_time": ("known_at", "page"),
    "/workspace/reports/urge": ("year", "agency"),
    "/reports": ("q", "year", "page"),
    "/reports/compare": ("left", "right", "a", "b"),
    "/agencies/jiaotong/reports/99999999999999999999": (),
    f"/agencies/jiaotong/reports/{YEAR}/v99999999999999999999/report.json": (),
    "/agencies/jiaotong/reports/trend": ("row", "from", "to"),
}


def _answered(browser: Client, address: str, fields: tuple[str, ...], *, posted: bool) -> None:
    send = browser.post if posted else browser.get
    for one in NONSENSE:
        answer = send(address, dict.fromkeys(fields, one))
        assert answer.status_code in {200, 302, 403, 404, 409, 422}, (address, one[:9])


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def test_by_the_pages_of_an_agency_s_report(reporting: Reporting) -> None:
    reporting.written()
    browser = reporting.browser(reporting.office.handler)

    for address, fields in POSTS.items():
        _answered(browser, address, fields, posted=True)
    for address, fields in GETS.items():
        _answered(browser, address, fields, posted=False)

    assert not EnteredFigure.objects.exists()


def test_by_the_pages_where_a_published_report_comes_in(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)
    start = "/workspace/reports/jiaotong/import"
    report = replace(a_report(), agency="青岚市交通运输局", year=YEAR - 1)
    file = SimpleUploadedFile("年报.html", write(report, "html"))
    place = browser.post(start, {"file": file})["Location"]
    cell = "table3.new.total"

    for address, fields in {
        start: ("file",),
        place: ("year", "edition", "published_on", "note", "checked", "bring_in"),
        f"{place}/cells/{cell}": ("value", "reason"),
        f"{place}/tables/3": (cell, "reason"),
    }.items():
        _answered(browser, address, fields, posted=True)
    _answered(browser, place, ("accept",), posted=True)

    assert not Publication.objects.exists()


def test_by_the_pages_of_a_roll_up() -> None:
    city = a_city()
    assert city.report
    browser, page = signed_in(city.office.handler), f"/workspace/reports/zhengfu/{YEAR}/rollup"

    _answered(browser, f"{page}/scope", ("change", "agency", "preset", "basis"), posted=True)
    for change in ("keep", "open", "close", "exclude", "include"):
        for one in NONSENSE[:2]:
            sent = {"change": change, "agency": one, "reason": one, "preset": one, "basis": one}
            assert browser.post(f"{page}/scope", sent).status_code == 422
    _answered(browser, f"{page}/words", ("section", "q", "page"), posted=False)
    _answered(browser, f"{page}/figures/²", (), posted=False)

    assert not RollUpScope.objects.exists()
