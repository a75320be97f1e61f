"""Its writers are told 30, 10, 5, 1 days before a report's day, on it, weekly after (Art. 49)."""

from datetime import date, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import town
from tests.prepared import at
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.told import everyone, told_in_the_morning, with_address
from yangguang.agencies.mail import NotSent
from yangguang.agencies.models import AgencyKind, Delegation
from yangguang.casework import moment
from yangguang.inforequests.models import Reminding
from yangguang.reporting.actions import hand_over
from yangguang.reporting.reminding.countdown import BEFORE, countdown, step_at


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    everyone(made.office)
    return made


def _days_on_which(reporting: Reporting, first: date, last: date) -> list[str]:
    told, day = [], first
    while day <= last:
        morning = at(1, 1).replace(year=day.year, month=day.month, day=day.day)
        if reporting.office.handler.email in told_in_the_morning(morning):
            told.append(f"{day:%m-%d}")
        day += timedelta(days=1)
    return told


def test_on_these_days_and_then_weekly(reporting: Reporting) -> None:
    told = _days_on_which(reporting, date(2026, 1, 1), date(2026, 2, 16))

    assert told == ["01-01", "01-21", "01-26", "01-30", "01-31", "02-01", "02-08", "02-15"]


def test_those_who_write_it_are_told_and_nobody_else(reporting: Reporting) -> None:
    office = reporting.office

    told = told_in_the_morning(at(1, 26))

    assert set(told) == {
        one.email for one in (office.handler, office.section_head, office.disclosure_head)
    }
    words = told[office.handler.email]
    assert words.startswith("年报提醒：年报还有 5 天到期\n")
    assert "青岚市交通运输局 2025 年度报告" in words
    assert f"/workspace/reports/jiaotong/{YEAR}/way" in words


def test_the_day_is_not_put_off_by_a_day_of_rest(reporting: Reporting) -> None:
    words = told_in_the_morning(at(1, 26))[reporting.office.handler.email]

    assert "期限 2026-01-31（星期六）" in words
    assert "最后一个工作日是 2026-01-30（星期五）" in words


def test_on_the_day_itself_it_is_no_use_to_name_the_working_day_before(
    reporting: Reporting,
) -> None:
    words = told_in_the_morning(at(1, 31))[reporting.office.handler.email]

    assert "年报今天到期" in words
    assert "最后一个工作日" not in words


def test_nothing_is_told_twice_and_a_missed_day_is_made_up_for(reporting: Reporting) -> None:
    assert told_in_the_morning(at(1, 23))
    assert told_in_the_morning(at(1, 23)) == {}
    assert told_in_the_morning(at(1, 24)) == {}


def test_who_is_refused_the_server_is_told_the_next_time(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: EmailMessage) -> int:
        raise SMTPServerDisconnected("gone")

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", away)
        with pytest.raises(NotSent):
            told_in_the_morning(at(1, 26))

    assert len(told_in_the_morning(at(1, 27))) == 3


def test_submitted_is_not_published_yet(reporting: Reporting) -> None:
    with moment.standing_at(at(1, 20)):
        reporting.submitted()

    words = told_in_the_morning(at(1, 26))[reporting.office.handler.email]

    assert "已经报送，还没有向社会公布。" in words


def test_what_everyone_can_read_is_not_told_of_while_it_is_corrected_either(
    reporting: Reporting,
) -> None:
    with moment.standing_at(at(1, 20)):
        reporting.published()
        hand_over.correct(reporting.report, town.may(reporting.office.disclosure_head))

    assert told_in_the_morning(at(1, 26)) == told_in_the_morning(at(2, 2)) == {}


def test_early_words_can_be_switched_off_and_late_ones_not(reporting: Reporting) -> None:
    Reminding.objects.create(person=reporting.office.handler, digest=False)

    told = [reporting.office.handler.email in told_in_the_morning(at(1, day)) for day in (26, 30)]

    assert told == [False, True]


def test_who_stands_in_is_told_and_who_left_is_not(reporting: Reporting) -> None:
    office = reporting.office
    other = town.person("周代")
    with_address(other)
    Delegation.objects.create(
        post=office.handler.posts.get(),
        to=other,
        since=date(2026, 1, 20),
        until=date(2026, 1, 27),
        reason="出差",
    )
    office.section_head.posts.update(until=date(2026, 1, 20))

    told = told_in_the_morning(at(1, 26))

    assert set(told) == {office.handler.email, other.email, office.disclosure_head.email}


def test_who_has_not_begun_is_told_where_to_begin() -> None:
    office = town.office()
    everyone(office)

    words = told_in_the_morning(at(1, 26))[office.handler.email]

    assert f"/workspace/reports?year={YEAR}" in words
    assert "现在是“未开始”" in words


def test_the_office_of_a_government_is_told_of_the_government_s_day() -> None:
    government = town.agency(slug="qinglan", name="青岚市人民政府", kind=AgencyKind.GOVERNMENT)
    office = town.office(
        slug="zhengfuban",
        name="青岚市人民政府办公室",
        kind=AgencyKind.GOVERNMENT_OFFICE,
        parent=government,
    )
    everyone(office)

    words = told_in_the_morning(at(3, 26))[office.handler.email]

    assert "青岚市人民政府 2025 年度报告：年报还有 5 天到期" in words


@given(
    due=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    left=st.integers(-400, 400),
)
@settings(max_examples=50, deadline=None)
def test_every_day_of_the_list_has_its_step_and_each_step_begins_once(due: date, left: int) -> None:
    on = due - timedelta(days=left)
    step, before = step_at(due, on), step_at(due, on - timedelta(days=1))

    assert bool(step) == (left <= max(BEFORE))
    if left in BEFORE or (left < 0 and -left % 7 == 1):
        assert step != before


def test_mails_tell_no_names_and_no_figures(reporting: Reporting) -> None:
    town.request_at(reporting.agency)

    told: dict[str, str] = {}
    for day in (1, 26, 31):
        told |= told_in_the_morning(at(1, day))

    words = "".join(told.values())
    people = (town.APPLICATION.applicant.name, reporting.office.handler.name)
    assert not [one for one in people if one in words]
    assert "新收" not in words


@pytest.mark.parametrize("more", [1, 5])
def test_more_agencies_take_no_more_queries(reporting: Reporting, more: int) -> None:
    for count in range(more):
        town.office(slug=f"ju{count}", name=f"青岚市第{count}局")

    with CaptureQueriesContext(connection) as asked:
        told = list(countdown(date(2026, 1, 26)))

    assert len(told) == 3 * (1 + more)
    assert len(asked) == 7
