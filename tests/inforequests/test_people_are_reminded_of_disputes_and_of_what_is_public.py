"""Our statement in a dispute, what is open to all and should be looked at, what waits to be so."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.inforequests.disputing import notified, sent_back
from tests.inforequests.opening_to_all import answered, approved, decide, offered
from tests.prepared import MONDAY, at
from yangguang.agencies.models import Delegation, Person
from yangguang.casework import moment
from yangguang.inforequests import reminder_mail, reminders
from yangguang.inforequests.actions import dispute, publish, unpublish
from yangguang.inforequests.models import Reminding
from yangguang.law.disputes import DisputeTrack


@pytest.fixture
def office() -> town.Office:
    made = town.office()
    for person in (
        made.handler,
        made.section_head,
        made.disclosure_head,
        made.reviewer,
        made.leader,
    ):
        _with_address(person)
    return made


@pytest.fixture(autouse=True)
def _site() -> Iterator[None]:
    with override_settings(SITE_ADDRESS="https://example.com"):
        yield


def _with_address(person: Person) -> Person:
    person.email = f"{person.username}@example.com"
    person.save()
    return person


def _told_on(month: int, day: int) -> dict[str, str]:
    """The mails of a morning: to whom, and the words."""
    mail.outbox.clear()
    with moment.standing_at(at(month, day)):
        reminder_mail.remind()
    return {one.to[0]: f"{one.subject}\n{one.body}" for one in mail.outbox}


def _days(first: int, last: int, month: int = 2) -> dict[int, set[str]]:
    """On which days of a month who is told."""
    told = {day: set(_told_on(month, day)) for day in range(first, last + 1)}
    return {day: whom for day, whom in told.items() if whom}


def test_our_statement_in_a_review_is_told_of_to_its_last_day(office: town.Office) -> None:
    case = answered(office)
    notified(case, office, is_simplified=True)  # five days: Saturday 14, a working day that year

    days = _days(9, 14)

    assert list(days) == [9, 11, 13, 14]
    assert all(whom == {office.handler.email} for whom in days.values())


def test_a_statement_that_is_overdue_is_told_to_the_head_until_it_is_sent(
    office: town.Office,
) -> None:
    case = answered(office)
    notified(case, office, DisputeTrack.SUIT)  # fifteen days: 24 February

    told = _told_on(2, 25)

    assert set(told) == {office.handler.email, office.disclosure_head.email}
    assert f"{case.number}  已逾期 1 天 · 2026-02-24" in told[office.handler.email]
    assert told[office.handler.email].startswith("办件提醒：复议诉讼待答 1 件")
    with moment.standing_at(at(2, 25)):
        dispute.stated(case, 1, town.may(office.handler))
    assert _told_on(2, 26) == {}


def test_what_is_open_and_overturned_is_told_every_working_day_until_it_is_decided(
    office: town.Office,
) -> None:
    case, handler = approved(office), town.may(office.handler)
    publish.publish(case, handler)
    sent_back(case, office, days=60)
    both = {office.handler.email, office.disclosure_head.email}

    assert _days(10, 12) == dict.fromkeys((10, 11, 12), both)
    assert f"https://example.com/workspace/cases/{case.number}" in mail.outbox[0].body
    with moment.standing_at(at(2, 12)):
        unpublish.unpublish(case, "涉及第三方的权益", handler)
    assert _told_on(2, 13) == {}


def test_what_is_to_be_open_is_told_to_who_decides_next(office: town.Office) -> None:
    case = offered(office)

    assert set(_told_on(2, 10)) == {office.section_head.email}
    with moment.standing_at(at(2, 10)):
        decide(case, office.section_head)
    told = _told_on(2, 11)
    assert set(told) == {office.disclosure_head.email}
    assert "公开版待审批 1 件" in told[office.disclosure_head.email]


def test_who_cannot_decide_it_is_not_told(office: town.Office) -> None:
    """The leader has decided in the head's place: another has to give the final approval."""
    case = offered(office)
    post = office.disclosure_head.posts.get()
    until = MONDAY.date() + timedelta(days=30)
    Delegation.objects.create(
        post=post, to=office.leader, since=MONDAY.date(), until=until, reason="出差"
    )
    decide(case, office.section_head, office.leader, office.reviewer)

    assert _told_on(2, 10) == {}


def test_the_mail_of_what_waits_for_approval_can_be_switched_off(office: town.Office) -> None:
    offered(office)
    Reminding.objects.create(person=office.section_head, digest=False)

    assert _told_on(2, 10) == {}


def test_indexes_lead_to_what_is_told_of(office: town.Office) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("how PostgreSQL plans depends on its statistics")
    offered(office)
    with CaptureQueriesContext(
        connection,
    ) as taken:
        reminders.reminders(date(2026, 2, 10))
    asked = [one["sql"] for one in taken if "casework_casestate" in one["sql"]]
    about_all = [sql for sql in asked if 'public_waits" =' in sql or 'statement_due_on" <=' in sql]

    assert len(about_all) == 3
    for sql in about_all:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            plan = [row[3] for row in cursor.fetchall()]
        assert not [line for line in plan if line.startswith("SCAN casework_casestate")], plan
