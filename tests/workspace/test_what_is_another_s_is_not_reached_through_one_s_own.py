"""An id of another's figure, file, version or draft opens nothing under one's own address."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import town
from tests.annual_report.reports import a_report
from tests.reporting.reported import YEAR, Reporting
from yangguang.agencies.models import AgencyKind, Post, Role
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.models import ReportDraft

CELL = "table2.licences.decisions"
NAME = "青岚市交通运输局"


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _evidence(office: town.Office) -> int:
    file = Upload("清单.txt", "许可决定 17 件".encode())
    made = enter_figure(
        office.agency, YEAR, Entry(CELL, Decimal(17), "审批科"), town.may(office.handler), file
    )
    assert made.evidence_id
    return made.evidence_id


def test_a_file_of_evidence(reporting: Reporting) -> None:
    sibling = town.office(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)
    own, others = _evidence(reporting.office), _evidence(sibling)
    of = f"/workspace/reports/{{}}/{YEAR}/figures/{CELL}/evidence/{{}}"

    asked = {
        (who, slug, one): reporting.browser(person).get(of.format(slug, one)).status_code
        for who, person in (("own", reporting.office.handler), ("above", reporting.supervisor))
        for slug in ("jiaotong", "shuiwu")
        for one in (own, others)
    }

    assert {key for key, code in asked.items() if code == 200} == {
        ("own", "jiaotong", own),
        ("above", "jiaotong", own),
        ("above", "shuiwu", others),
    }
    wrong_cell = of.format("jiaotong", own).replace("licences", "penalties")
    assert reporting.browser(reporting.office.handler).get(wrong_cell).status_code == 404


def test_the_file_of_a_version_that_was_brought_in(reporting: Reporting) -> None:
    sibling = town.office(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)
    report = replace(a_report(), agency=sibling.agency.name, year=YEAR)
    file = Upload("年报.html", write(report, "html"))
    bring_in(sibling.agency, report, file, town.may(sibling.handler))

    at = [
        reporting.browser(reporting.office.handler)
        .get(f"/workspace/reports/{slug}/{YEAR}/source/1")
        .status_code
        for slug in ("jiaotong", "shuiwu")
    ]

    assert at == [404, 404]


def test_a_draft_is_its_reader_s_alone(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)
    report = replace(a_report(), agency=NAME, year=YEAR - 1)
    file = SimpleUploadedFile("年报.html", write(report, "html"))
    place = browser.post("/workspace/reports/jiaotong/import", {"file": file})["Location"]
    sibling = town.office(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)
    both = town.person("两处", Role.HANDLER, reporting.agency)
    Post.objects.create(person=both, agency=sibling.agency, role=Role.HANDLER, since=town.LONG_AGO)

    for one in (reporting.office.section_head, reporting.supervisor, sibling.handler, both):
        for address in (place, place.replace("jiaotong", "shuiwu")):
            answer = reporting.browser(one).post(address, {"bring_in": "on", "checked": "on"})
            assert answer.status_code in {403, 404}
    own = reporting.browser(reporting.office.handler).get(place.replace("jiaotong", "shuiwu"))
    assert own.status_code == 404
    assert ReportDraft.objects.count() == 1


def test_who_is_dismissed_or_whose_delegation_is_over_opens_nothing(reporting: Reporting) -> None:
    office, way = reporting.office, f"/workspace/reports/jiaotong/{YEAR}/way"
    deputy = town.person("吴代办")
    yesterday = moment.today().replace(day=moment.today().day - 1)
    office.handler.posts.get().delegations.create(
        to=deputy, since=yesterday, until=yesterday, reason="休假"
    )
    left = reporting.browser(office.section_head)
    office.section_head.posts.update(until=yesterday)

    for browser in (reporting.browser(deputy), left):
        assert browser.get(way).status_code in {302, 403, 404}
        assert browser.post(f"{way}/send_up", {"override": "x"}).status_code in {302, 403, 404}
    assert not reporting.report.versions.exists()


def test_a_supervisor_of_another_branch_neither_sees_nor_takes(reporting: Reporting) -> None:
    reporting.submitted()
    other = town.agency(slug="xianban", name="青禾县政府办", kind=AgencyKind.GOVERNMENT_OFFICE)
    town.agency(slug="qinghe", name="青禾县交通局", supervising=other)
    stranger = reporting.browser(town.person("外监督", Role.SUPERVISOR, other))
    way = f"/workspace/reports/jiaotong/{YEAR}/way"

    for move in ("accept", "return"):
        assert stranger.post(f"{way}/{move}", {"comment:": "退回"}).status_code == 404
    assert stranger.get(way).status_code == 404
    assert "交通运输局" not in stranger.get("/workspace/reports").content.decode()
