"""The supervising office sees of each agency below whether it has filed, and who is late."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.annual_report.reports import a_report
from tests.prepared import at
from tests.reporting.reported import YEAR, Reporting
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import AgencyKind, Role
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting import board
from yangguang.reporting.actions import begin
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.actions.urge import may_be_urged
from yangguang.reporting.board import Filed


def _lines(reporting: Reporting, when: datetime) -> dict[str, board.Line]:
    below = may(reporting.supervisor).agencies(Capability.TAKE_REPORTS)
    with moment.standing_at(when):
        return {one.agency.slug: one for one in board.board(below, YEAR, moment.today())}


def test_what_was_submitted_is_to_be_taken_and_the_rest_is_late_after_january() -> None:
    reporting = Reporting()
    town.agency(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)
    with moment.standing_at(at(1, 20)):
        reporting.submitted()

    january, february = _lines(reporting, at(1, 29)), _lines(reporting, at(2, 2))

    assert january["jiaotong"].filed is Filed.TO_TAKE
    assert (january["shuiwu"].filed, january["shuiwu"].days) == (Filed.NOT_BEGUN, 2)
    assert not january["shuiwu"].is_late
    assert february["shuiwu"].is_late
    assert not february["jiaotong"].is_late


def test_what_was_submitted_after_the_day_stays_late() -> None:
    reporting = Reporting()
    reporting.submitted()

    line = _lines(reporting, at(2, 20))["jiaotong"]

    assert (line.submitted_on, line.days) == (date(2026, 2, 9), None)
    assert line.is_late


def test_a_town_s_day_is_the_local_one() -> None:
    reporting = Reporting()
    made = town.agency(
        slug="xizhen", name="溪镇人民政府", kind=AgencyKind.TOWN, supervising=reporting.above
    )
    assert _lines(reporting, at(1, 20))["xizhen"].due is None

    made.rules.report_due = "01-15"
    made.rules.save()

    line = _lines(reporting, at(1, 20))["xizhen"]
    assert (str(line.due), line.is_late) == ("2026-01-15", True)


def test_what_was_brought_in_is_public_and_no_longer_due() -> None:
    reporting = Reporting()
    read = replace(a_report(), year=YEAR)
    file = Upload("年报.html", write(read, "html"))
    bring_in(reporting.agency, read, file, may(reporting.office.handler))

    line = _lines(reporting, at(2, 20))["jiaotong"]

    assert (line.is_public, line.submitted_on, line.days) == (True, None, None)
    assert (line.is_late, line.is_open) == (False, False)


def test_public_enterprises_have_no_such_duty() -> None:
    reporting = Reporting()
    town.agency(
        slug="shuichang",
        name="青岚市自来水公司",
        kind=AgencyKind.PUBLIC_ENTERPRISE,
        supervising=reporting.above,
    )

    assert "shuichang" not in _lines(reporting, at(1, 20))


@pytest.mark.parametrize("more", [1, 12])
def test_more_agencies_take_no_more_queries(more: int) -> None:
    reporting = Reporting()
    for count in range(more):
        other = town.office(
            slug=f"ju{count}", name=f"青岚市第{count}局", supervising=reporting.above
        )
        begin.begin(other.agency, YEAR, may(other.handler))
    below = may(reporting.supervisor).agencies(Capability.TAKE_REPORTS)

    with CaptureQueriesContext(connection) as asked:
        lines = board.board(below, YEAR, moment.today())
        urged = [one for one in lines if may_be_urged(one)]

    assert len(urged) >= more
    assert len(asked) == 4


def test_the_page_opens_what_it_lists_and_begins_what_is_not() -> None:
    reporting = Reporting()
    supervisor = signed_in(reporting.supervisor)
    page = words_of(supervisor.get(f"/workspace/reports?year={YEAR}"))
    assert "青岚市交通运输局" in page
    assert "编制中" in page

    browser = signed_in(reporting.office.handler)
    begun = browser.post(
        "/workspace/reports/begin", {"agency": reporting.agency.pk, "year": YEAR - 1}
    )
    stranger = signed_in(town.person("监督", Role.SUPERVISOR, reporting.agency)).post(
        "/workspace/reports/begin", {"agency": reporting.agency.pk, "year": YEAR - 1}
    )

    assert begun["Location"] == f"/workspace/reports/jiaotong/{YEAR - 1}/way"
    assert stranger.status_code == 404
    wrong = browser.post("/workspace/reports/begin", {"agency": reporting.agency.pk, "year": "99"})
    assert wrong.status_code == 422


def test_the_board_names_its_year_on_paper_too() -> None:
    reporting = Reporting()

    page = signed_in(reporting.supervisor).get(f"/workspace/reports?year={YEAR}").content.decode()

    on_paper = '<span class="print-only"> · 2026-02-09</span>'
    assert f"<h1>{YEAR} 年度报告{on_paper}</h1>" in page
