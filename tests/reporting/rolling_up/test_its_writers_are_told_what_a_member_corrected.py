"""Who writes a government's report is told, once a correction, that a member corrected its own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import City, a_city, filed, of_requests, saying
from tests.reporting.told import everyone, told_of_members
from tests.town import may
from yangguang.agencies.models import Agency
from yangguang.casework import moment, periodic
from yangguang.reporting.actions import send_up
from yangguang.reporting.reminding.members import corrected_members
from yangguang.reporting.under_way import figures_under_way


@pytest.fixture
def city() -> City:
    made = a_city()
    everyone(made.office)
    return made


@pytest.fixture
def bureau(city: City) -> Agency:
    """A member whose report the government's, sent up, adds up."""
    member = city.below("jiaotong")
    filed(member, saying(of_requests(30), "新收申请30件。"))
    city.scoped()
    compiled = figures_under_way(city.report, moment.now())
    words = send_up.Words(override="法定期限已到。")
    send_up.send_up(city.report, compiled, may(city.office.handler), words)
    return member


def _told(city: City, days: int) -> str:
    """What the handler is told some days later."""
    later = moment.now() + timedelta(days=days)
    return told_of_members(later).get(city.office.handler.email, "")


def _corrected(member: Agency, many: int, hours: int = 1) -> None:
    with moment.standing_at(moment.now() + timedelta(hours=hours)):
        filed(member, saying(of_requests(many), f"新收申请{many}件。"))


def test_each_correction_is_told_once(city: City, bureau: Agency) -> None:
    before = _told(city, 0)
    _corrected(bureau, 31)
    told = [_told(city, 1), _told(city, 2)]
    _corrected(bureau, 32, hours=72)
    told += [_told(city, 4), _told(city, 5)]

    assert before == ""
    said = f"青岚市人民政府 {YEAR} 年度报告汇总了青岚市jiaotong，青岚市jiaotong已经公布更正版"
    assert [said in one for one in told] == [True, False, True, False]
    assert f"/workspace/reports/zhengfu/{YEAR}/way" in told[0]


def test_those_who_write_it_are_told_and_nobody_else(city: City, bureau: Agency) -> None:
    _corrected(bureau, 31)

    told = told_of_members(moment.now() + timedelta(days=1))

    office = city.office
    writers = (office.handler, office.section_head, office.disclosure_head)
    assert set(told) == {one.email for one in writers}


def test_other_words_of_a_member_are_not_told(city: City, bureau: Agency) -> None:
    with moment.standing_at(moment.now() + timedelta(hours=1)):
        filed(bureau, saying(of_requests(30), "全年新收申请30件。"))

    assert _told(city, 1) == ""


def test_a_report_that_is_being_written_adds_it_up_anyway(city: City, bureau: Agency) -> None:
    send_up.take_back(city.report, may(city.office.handler))
    _corrected(bureau, 31)

    assert _told(city, 1) == ""


def test_it_is_a_job_of_its_own_among_the_periodic_ones() -> None:
    assert "report-members" in {job.name for job, _last in periodic.last_runs()}


def test_where_nobody_corrected_anything_four_queries_say_so(city: City, bureau: Agency) -> None:
    with CaptureQueriesContext(connection) as before:
        list(corrected_members(moment.today()))
    _corrected(bureau, 31)
    with CaptureQueriesContext(connection) as after:
        told = list(corrected_members(moment.today()))

    assert told
    assert (len(before), len(after)) == (4, 8)
