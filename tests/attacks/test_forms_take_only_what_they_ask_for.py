"""Fields that no form has, sent along with those it has, change nothing."""

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.signing_in import PASSWORD, signed_in
from tests.workspace.at_work import address, an_office, fields_of, make
from yangguang.agencies.models import Agency, Person, Post
from yangguang.casework.models import ApprovalStep, Case, IssuedLetter
from yangguang.inforequests.derivation import Stage

MORE = {
    "id": "1",
    "pk": "1",
    "number": "2026-0001-99999",
    "agency": "1",
    "agency_id": "1",
    "state": "answered",
    "stage": "approved",
    "channel": "in_person",
    "received_on": "2020-01-01",
    "arrived": "2020-01-01",
    "due_on": "2099-01-01",
    "person": "1",
    "author": "1",
    "handler": "1",
    "level": "3",
    "digest": "0" * 64,
    "plan": "[]",
    "query_code": "AAAAABBBBB",
    "is_staff": "1",
    "is_superuser": "1",
    "is_active": "1",
    "role": "leader",
    "correction_of": "1",
}


def test_who_signs_up_makes_no_post_for_themselves() -> None:
    town.office()
    posts = Post.objects.count()
    filled = {"username": "linxiao", "password1": PASSWORD, "password2": PASSWORD}

    Client().post("/account/signup/", {**MORE, **filled})

    assert Person.objects.get(username="linxiao").posts.count() == 0
    assert Post.objects.count() == posts


def test_who_asks_chooses_neither_number_nor_day_nor_agency() -> None:
    town.agency("jiaoyu", "青岚市教育局")
    agency, client = town.agency(), Client()
    for step, answers in asking.ANSWERS.items():
        client.post(asking.at(agency, step), {**MORE, **answers})
    page = client.get(asking.at(agency, "check"))
    sent = client.post(asking.at(agency, "check"), {**MORE, "carried": asking.carried(page)})

    case = Case.objects.get()
    assert sent.status_code == 302
    assert (case.agency, case.state.channel) == (agency, "portal")
    assert str(case.state.received_on) == "2026-02-09"
    assert str(case.state.due_on) == "2026-03-13"
    assert case.number != MORE["number"]
    assert case.state.state == Stage.UNASSIGNED


def test_who_registers_does_so_at_the_own_agency() -> None:
    other = town.agency("jiaoyu", "青岚市教育局")
    work = an_office()
    page = work.handler.get("/workspace/register")
    form = {field.name: field.value() for field in page.context["form"]}
    filled = {name: str(value) for name, value in form.items() if value}
    filled |= {"name": "周岚", "phone": "0000-7654321", "wanted": "论证报告", "address": "青岚市"}

    work.handler.post(
        "/workspace/register",
        {**MORE, **filled, "agency": str(other.pk), "token": page.context["token"]},
    )

    assert Case.objects.get().agency == work.agency
    assert Agency.objects.count() == 2


@pytest.mark.parametrize("move", ["submit", "decide", "issue"])
def test_who_moves_a_letter_on_moves_it_one_step_as_themselves(move: str) -> None:
    work = an_office()
    case = work.assigned()
    working.draft_answer(case, work.office)
    page = work.section_head.get(address(case, "decide"))
    filled = {**MORE, **fields_of(page), "decision": "approved", "checked": "on"}

    work.section_head.post(address(case, move), filled)

    steps = list(ApprovalStep.objects.values_list("level", "person"))
    assert steps == ([(1, work.office.section_head.pk)] if move == "decide" else [])
    assert not IssuedLetter.objects.exists()


def test_who_hands_out_work_hands_it_to_who_may_do_it() -> None:
    work = an_office()
    stranger = town.person("周外人")
    case = town.request_at(work.agency).case

    answer = make(work.section_head, case, "assign", handler=str(stranger.pk))

    assert answer.status_code == 422
    assert working.standing(case).handler is None
    assert signed_in(stranger).get(address(case)).status_code == 403
