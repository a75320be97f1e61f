"""One mail a day: 5, 3, 1 working days before, overdue every working day; never twice, no names."""

import smtplib
from collections.abc import Iterator
from datetime import date

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import override_settings
from django.utils import timezone

from tests import played, town
from tests.prepared import MONDAY, at
from yangguang.agencies.mail import NotSent
from yangguang.agencies.models import Delegation, Person
from yangguang.casework import moment, periodic
from yangguang.casework.models import Case
from yangguang.inforequests import jobs, reminder_mail
from yangguang.inforequests.models import Reminding


@pytest.fixture(autouse=True)
def _lock(tmp_path) -> Iterator[None]:
    with override_settings(TICK_LOCK=tmp_path / "tick.lock"):
        yield


def _reachable(office: town.Office) -> town.Office:
    people = (office.handler, office.section_head, office.disclosure_head, office.leader)
    for person in people:
        _with_address(person)
    return office


def _with_address(person: Person) -> Person:
    person.email = f"{person.username}@example.com"
    person.save()
    return person


def _told_on(month: int, day: int) -> dict[str, str]:
    """The mails of a morning about requests: to whom, and the words."""
    mail.outbox.clear()
    with moment.standing_at(at(month, day)):
        outcomes = {one.job.name: one for one in periodic.run_due()}
    assert all(one.succeeded for one in outcomes.values())
    sent = [one for one in mail.outbox if one.subject.startswith("办件提醒")]
    return {one.to[0]: f"{one.subject}\n{one.body}" for one in sent}


def _handled(office: town.Office) -> Case:
    return played.handling(office, MONDAY)


def test_the_handler_is_told_5_3_and_1_working_days_before() -> None:
    office = _reachable(town.office())
    case = _handled(office)

    days = {day: _told_on(3, day) for day in range(2, 14)}

    assert [day for day, told in days.items() if told] == [6, 10, 12]
    assert all(set(told) <= {office.handler.email} for told in days.values())
    assert f"{case.number}  2026-03-13（星期五）  还剩 5 个工作日" in days[6][office.handler.email]


def test_what_is_overdue_is_told_every_working_day_to_the_head_too() -> None:
    office = _reachable(town.office())
    case = _handled(office)

    days = {day: _told_on(3, day) for day in range(13, 19)}

    both = {office.handler.email, office.disclosure_head.email}
    assert {day: set(told) for day, told in days.items() if told} == dict.fromkeys(
        (16, 17, 18), both
    )
    assert "已逾期 3 个工作日" in days[18][office.disclosure_head.email]
    assert f"/workspace/cases/{case.number}" in days[18][office.handler.email]


def test_a_person_gets_one_mail_for_all_cases_and_only_once_a_day() -> None:
    office = _reachable(town.office())
    numbers = {_handled(office).number, _handled(office).number}
    late = played.handling(office, MONDAY.replace(month=1))

    told, again = _told_on(3, 10), _told_on(3, 10)

    words = told[office.handler.email]
    assert all(number in words for number in {*numbers, late.number})
    assert words.startswith("办件提醒：逾期 1 件，快到期 2 件")
    assert again == {}


def test_what_nobody_has_is_told_to_who_can_assign() -> None:
    office = _reachable(town.office())
    played.unassigned(office, MONDAY)

    told = _told_on(3, 10)

    assert set(told) == {office.section_head.email, office.disclosure_head.email}


def test_what_a_handler_left_behind_is_told_to_who_can_assign() -> None:
    office = _reachable(town.office())
    _handled(office)
    office.handler.posts.update(until=date(2026, 3, 1))

    assert set(_told_on(3, 10)) == {office.section_head.email, office.disclosure_head.email}


def test_a_stand_in_is_told_beside_the_handler() -> None:
    office = _reachable(town.office())
    _handled(office)
    other = _stands_in(office, date(2026, 3, 9), date(2026, 3, 31))

    assert set(_told_on(3, 10)) == {office.handler.email, other.email}


def test_a_case_that_waits_for_the_applicant_is_not_told_of() -> None:
    office = _reachable(town.office())
    played.awaiting_correction(office, MONDAY)

    assert [_told_on(3, day) for day in (10, 12, 16)] == [{}, {}, {}]


def test_a_case_that_is_answered_is_not_told_of() -> None:
    office = _reachable(town.office())
    played.answered(office, MONDAY)

    assert _told_on(3, 12) == _told_on(3, 16) == {}


def test_the_digest_can_be_switched_off_and_what_is_overdue_is_told_all_the_same() -> None:
    office = _reachable(town.office())
    _handled(office)
    late = played.handling(office, MONDAY.replace(month=1))
    Reminding.objects.create(person=office.handler, digest=False)

    words = _told_on(3, 10)[office.handler.email]

    assert words.startswith("办件提醒：逾期 1 件\n")
    assert late.number in words and "快到" not in words


def test_both_are_told_three_days_before_a_delegation_ends() -> None:
    office = _reachable(town.office())
    other = _stands_in(office, date(2026, 3, 2), date(2026, 3, 12))

    days = {day: _told_on(3, day) for day in range(4, 13)}

    assert {day: set(told) for day, told in days.items() if told} == {
        9: {office.handler.email, other.email}
    }
    assert "您代理的“交通运输局 承办人”到 2026-03-12" in days[9][other.email]


def test_what_would_be_told_on_a_day_of_rest_is_told_before() -> None:
    office = _reachable(town.office())
    _stands_in(office, date(2026, 3, 2), date(2026, 3, 10))  # three days before is a Saturday

    assert len(_told_on(3, 6)) == 2


def test_a_mail_names_nobody() -> None:
    office = _reachable(town.office())
    case = _handled(office)
    _stands_in(office, date(2026, 3, 2), date(2026, 3, 13))

    words = "".join(_told_on(3, 10).values())

    applicant = town.APPLICATION.applicant
    told = (applicant.name, applicant.phone, applicant.address, town.APPLICATION.wanted)
    assert case.number in words
    assert [one for one in (*told, office.handler.name, "周代") if one in words] == []


def test_who_has_no_address_is_counted_for_the_operator() -> None:
    office = town.office()
    _handled(office)

    with moment.standing_at(at(3, 10)):
        done = {one.job.name: one for one in periodic.run_due()}

    assert done["reminders"].said == "提醒了 0 人。1 人的账号没有邮箱，没有提醒。"


def test_while_the_server_is_away_nothing_counts_as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    office = _reachable(town.office())
    _handled(office)

    def away(_: EmailMessage) -> int:
        raise ConnectionRefusedError

    with moment.standing_at(at(3, 10)), monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", away)
        with pytest.raises(NotSent):
            reminder_mail.remind()

    assert set(_told_on(3, 10)) == {office.handler.email}


def test_one_address_that_is_refused_keeps_nobody_else_from_being_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = _reachable(town.office())
    _handled(office)
    send = EmailMessage.send

    def picky(message: EmailMessage) -> int:
        if message.to == [office.handler.email]:
            raise smtplib.SMTPRecipientsRefused({})
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", picky)
    with moment.standing_at(at(3, 16)):
        done, again = reminder_mail.remind(), reminder_mail.remind()

    assert (done.told, done.refused) == (1, 1)
    assert (again.told, again.refused) == (0, 0)


@pytest.mark.parametrize(
    ("day", "hour", "turn"),
    [(16, 8, "2026-03-16"), (16, 6, "2026-03-13"), (14, 12, "2026-03-13")],
)
def test_people_are_reminded_on_mornings_of_working_days(day: int, hour: int, turn: str) -> None:
    now = timezone.localtime(at(3, day)).replace(hour=hour)

    assert jobs.working_morning(now) == turn


def _stands_in(office: town.Office, since: date, until: date) -> Person:
    """Someone from elsewhere fills the handler's post for a while."""
    other = _with_address(town.person("周代"))
    post = office.handler.posts.get()
    Delegation.objects.create(post=post, to=other, since=since, until=until, reason="出差")
    return other


def test_a_case_is_told_to_its_own_agency_s_people() -> None:
    office = _reachable(town.office())
    other = _reachable(town.office(slug="jiaoyu", name="青岚市教育局"))
    _handled(office)
    played.unassigned(other, MONDAY)

    told = _told_on(3, 16)

    heads = {other.section_head.email, other.disclosure_head.email}
    assert set(told) == {office.handler.email, office.disclosure_head.email, *heads}
    assert told[other.disclosure_head.email].count("已逾期") == 1
