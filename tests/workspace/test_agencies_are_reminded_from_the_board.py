"""The supervising office reminds one agency, or all who are late, with one press, confirmed."""

import pytest
from django.test import Client

from tests import town
from tests.prepared import at
from tests.reporting.reported import YEAR, Reporting
from tests.workspace.at_work import words_of
from yangguang.casework import moment
from yangguang.reporting.models import Urging

BOARD = f"/workspace/reports?year={YEAR}"
PAGE = "/workspace/reports/urge"


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    town.agency(slug="shuiwu", name="青岚市水务局", supervising=made.above)
    return made


@pytest.fixture
def supervisor(reporting: Reporting) -> Client:
    return reporting.browser(reporting.supervisor)


def test_all_who_are_late_are_counted_named_and_reminded(
    reporting: Reporting, supervisor: Client
) -> None:
    board = words_of(supervisor.get(BOARD))
    asked = words_of(supervisor.get(f"{PAGE}?year={YEAR}"))
    done = supervisor.post(PAGE, {"year": YEAR}, follow=True)

    assert "提醒逾期的 2 个机关" in board
    assert "给下面 2 个机关编制年报的人寄一封邮件" in asked
    assert (
        "青岚市水务局" in asked and "没有人登记邮箱，收不到邮件，请打电话：0000-1234567。" in asked
    )
    assert "提醒了 2 个机关" in words_of(done)
    assert words_of(done).count("已提醒 2月9日") == 2
    assert Urging.objects.count() == 2


def test_the_board_of_this_year_reminds_of_nothing_yet(supervisor: Client) -> None:
    page = supervisor.get(f"/workspace/reports?year={YEAR + 1}")

    assert page.context["every"] == 3
    assert not page.context["to_urge"]


def test_one_is_reminded_from_its_line(reporting: Reporting, supervisor: Client) -> None:
    done = supervisor.post(PAGE, {"year": YEAR, "agency": reporting.agency.pk}, follow=True)

    assert words_of(done).count("已提醒") == 1
    assert "提醒逾期的 1 个机关" in words_of(done)


def test_a_second_press_on_a_day_says_so(reporting: Reporting, supervisor: Client) -> None:
    supervisor.post(PAGE, {"year": YEAR})

    again = supervisor.post(PAGE, {"year": YEAR})

    assert again.status_code == 409
    assert "一个机关一天提醒一次" in words_of(again)
    assert Urging.objects.count() == 2


def test_before_the_day_the_board_offers_no_one_as_late(
    reporting: Reporting, supervisor: Client
) -> None:
    with moment.standing_at(at(1, 20)):
        page = words_of(supervisor.get(BOARD))

    assert "提醒逾期的" not in page


def test_who_does_not_supervise_is_told_that_it_is_not_theirs(reporting: Reporting) -> None:
    writer = reporting.browser(reporting.office.disclosure_head)

    assert "提醒逾期的" not in words_of(writer.get(BOARD))
    assert writer.get(PAGE).status_code == writer.post(PAGE, {"year": YEAR}).status_code == 403
    assert not Urging.objects.exists()


def test_the_agency_reads_of_it_in_the_report_s_story(
    reporting: Reporting, supervisor: Client
) -> None:
    supervisor.post(PAGE, {"year": YEAR})

    way = reporting.browser(reporting.office.handler).get(f"/workspace/reports/jiaotong/{YEAR}/way")

    assert "主管部门提醒报送" in words_of(way)


def test_what_was_submitted_and_is_not_public_after_the_day_says_so(reporting: Reporting) -> None:
    with moment.standing_at(at(1, 20)):
        reporting.submitted()
        before = words_of(reporting.browser(reporting.supervisor).get(BOARD))
    after = words_of(reporting.browser(reporting.supervisor).get(BOARD))

    assert ["还没有公布" in page for page in (before, after)] == [False, True]
