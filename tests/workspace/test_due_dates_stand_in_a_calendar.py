"""A calendar file as RFC 5545 has it, of one's own open cases, for oneself and by a secret."""

import re
from datetime import date, timedelta

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests import played, town
from tests.inforequests.disputing import answered, notified
from tests.prepared import MONDAY
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.agencies.capabilities import standing
from yangguang.agencies.models import Delegation
from yangguang.inforequests import due_calendar


def _events(content: str) -> list[dict[str, str]]:
    """The events of a file, unfolded: property → value."""
    lines = content.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            name, _, value = line.partition(":")
            found[-1][name] = value
    return found


def _secret_address(work: AtWork) -> str:
    page = work.handler.post("/workspace/calendar/renew").content.decode()
    (address,) = re.findall(r"(/workspace/calendar/[\w-]{40,}\.ics)<", page)
    return address


def test_each_open_case_of_one_s_own_is_a_day() -> None:
    work = an_office()
    case = played.handling(work.office, MONDAY)
    played.answered(work.office, MONDAY)
    played.awaiting_correction(work.office, MONDAY)
    played.unassigned(work.office, MONDAY)

    answer = work.handler.get("/workspace/calendar.ics")

    (event,) = _events(answer.content.decode())
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert event["DTSTART;VALUE=DATE"] == "20260313"
    assert event["DTEND;VALUE=DATE"] == "20260314"
    assert event["DTSTAMP"] == "20260209T020000Z"
    assert event["SUMMARY"] == f"答复期限 {case.number}"
    assert event["URL"].endswith(f"/workspace/cases/{case.number}")
    assert event["UID"].startswith(f"{case.number}@")


def test_it_names_nobody() -> None:
    work = an_office()
    played.handling(work.office, MONDAY)

    content = work.handler.get("/workspace/calendar.ics").content.decode().replace("\r\n ", "")

    applicant = town.APPLICATION.applicant
    personal = (applicant.name, applicant.phone, town.APPLICATION.wanted, work.office.handler.name)
    assert [one for one in personal if one in content] == []


def test_others_see_their_own() -> None:
    work = an_office()
    played.handling(work.office, MONDAY)

    assert _events(work.section_head.get("/workspace/calendar.ics").content.decode()) == []


def test_our_statement_in_a_dispute_is_a_day_of_its_own() -> None:
    work = an_office()
    case = answered(work.office)
    notified(case, work.office)

    (event,) = _events(work.handler.get("/workspace/calendar.ics").content.decode())

    assert event["DTSTART;VALUE=DATE"] == "20260219"
    assert event["SUMMARY"] == f"复议、诉讼：提交答复、答辩 {case.number}"
    assert event["UID"].startswith(f"{case.number}-statement@")


def test_a_stand_in_sees_the_other_s_cases_while_the_delegation_runs() -> None:
    work = an_office()
    case = played.handling(work.office, MONDAY)
    other = town.person("周代")
    until = MONDAY.date() + timedelta(days=10)
    Delegation.objects.create(
        post=work.office.handler.posts.get(),
        to=other,
        since=MONDAY.date() + timedelta(days=5),
        until=until,
        reason="出差",
    )

    def shown(day: date) -> list[str]:
        content = due_calendar.calendar(standing(other, day), MONDAY)
        return [one["SUMMARY"] for one in _events(content)]

    assert shown(MONDAY.date()) == []
    assert shown(until) == [f"代理：答复期限 {case.number}"]
    assert shown(until + timedelta(days=1)) == []


def test_a_secret_address_needs_no_signing_in() -> None:
    work = an_office()
    case = played.handling(work.office, MONDAY)

    address = _secret_address(work)

    assert case.number in Client().get(address).content.decode()
    assert "已经有一个订阅网址" in words_of(work.handler.get("/workspace/reminders"))


def test_a_renewed_address_ends_the_one_before() -> None:
    work = an_office()
    first, second = _secret_address(work), _secret_address(work)

    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_a_revoked_address_opens_nothing() -> None:
    work = an_office()
    address = _secret_address(work)

    work.handler.post("/workspace/calendar/revoke")

    assert Client().get(address).status_code == 404
    assert work.office.handler.reminding.calendar is None


def test_an_address_ends_with_the_last_post() -> None:
    work = an_office()
    address = _secret_address(work)
    work.office.handler.posts.update(until=MONDAY.date().replace(day=1))

    assert Client().get(address).status_code == 404


def test_only_a_blind_form_of_the_secret_is_kept() -> None:
    work = an_office()
    secret = _secret_address(work).rpartition("/")[2].removesuffix(".ics")

    kept = work.office.handler.reminding.calendar

    assert kept and secret not in kept
    assert due_calendar.whose(secret) == work.office.handler


def test_the_mail_of_what_falls_due_soon_can_be_switched_off_and_on() -> None:
    work = an_office()

    work.handler.post("/workspace/reminders/choose")
    off = work.handler.get("/workspace/reminders").context["wants_digest"]
    work.handler.post("/workspace/reminders/choose", {"digest": "on"})

    assert off is False
    assert work.handler.get("/workspace/reminders").context["wants_digest"] is True


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200))
def test_a_line_is_folded_within_its_octets_and_unfolds_to_itself(line: str) -> None:
    pieces = due_calendar.folded(line).split("\r\n")

    assert all(len(one.encode()) <= due_calendar.LINE for one in pieces)
    assert pieces[0] + "".join(one.removeprefix(" ") for one in pieces[1:]) == line
