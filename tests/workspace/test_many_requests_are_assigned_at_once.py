"""Many requests ticked in the queue are given to someone, each by itself, and told each."""

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.workspace.at_work import an_office, words_of
from yangguang.agencies.models import Post, Role
from yangguang.casework.models import Case, Event
from yangguang.inforequests.actions import assign, registry

ASSIGN = "/workspace/queue/assign"


def _ticks(client: Client, query: str = "tab=unassigned") -> list[str]:
    return [row.tick for row in client.get(f"/workspace/queue?{query}").context["rows"]]


def _send(client: Client, ticks: list[str], handler: object) -> HttpResponse:
    return client.post(ASSIGN, {"case": ticks, "handler": handler, "here": "tab=unassigned"})


def test_all_that_are_ticked_are_handled_by_who_was_chosen() -> None:
    work = an_office()
    cases = [town.request_at(work.agency).case for _ in range(3)]
    ticks = _ticks(work.section_head)

    answer = _send(work.section_head, ticks[:2], work.office.handler.pk)

    handlers = [Case.objects.get(pk=one.pk).state.handler for one in cases]
    assert handlers == [work.office.handler, work.office.handler, None]
    assert "2 件已经交给李承办承办" in words_of(answer)
    assert "queue?tab=unassigned" in answer.content.decode()


def test_what_someone_else_just_did_is_told_and_the_others_are_assigned() -> None:
    work = an_office()
    first, second = (town.request_at(work.agency).case for _ in range(2))
    ticks = _ticks(work.section_head)
    registry.note(first, "申请人来过电话", town.may(work.office.section_head))

    answer = _send(work.section_head, ticks, work.office.handler.pk)

    assert "1 件没有办成" in words_of(answer)
    assert "刚刚办了“记事”" in words_of(answer)
    assert Case.objects.get(pk=first.pk).state.handler is None
    assert Case.objects.get(pk=second.pk).state.handler == work.office.handler


def test_a_database_that_is_busy_for_one_is_told_of_that_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = an_office()
    first, second = (town.request_at(work.agency).case for _ in range(2))
    one_by_one = assign.assign

    def busy_for_the_first(case: Case, *facts) -> Event:
        if case == first:
            raise OperationalError
        return one_by_one(case, *facts)

    monkeypatch.setattr(assign, "assign", busy_for_the_first)

    answer = _send(work.section_head, _ticks(work.section_head), work.office.handler.pk)

    assert "数据库正忙" in words_of(answer)
    assert Case.objects.get(pk=second.pk).state.handler == work.office.handler


def test_another_agency_s_request_is_not_there() -> None:
    work, other = an_office(), an_office(slug="jiaoyu", name="青岚市教育局")
    theirs = town.request_at(other.agency).case

    answer = _send(work.section_head, [f"{theirs.number}/1"], work.office.handler.pk)

    assert "没有这件申请" in words_of(answer)
    assert Case.objects.get(pk=theirs.pk).state.handler is None


@pytest.mark.parametrize(
    ("ticks", "handler", "said"),
    [
        ([], "1", "请先勾选"),
        (["2026-0001-00001/1"], "", "请选择交给谁"),
        (["x/y", "/", "2026-0001-00001/99999999999"], "1", "请先勾选"),
    ],
)
def test_what_lacks_is_said_on_the_list(ticks: list[str], handler: str, said: str) -> None:
    work = an_office()
    town.request_at(work.agency)

    answer = work.section_head.post(
        ASSIGN, {"case": ticks, "handler": handler, "here": "tab=unassigned"}, follow=True
    )

    assert said in words_of(answer)
    assert answer.context["tab"] == "unassigned"


def test_nobody_is_given_work_who_does_not_handle_there() -> None:
    work = an_office()
    town.request_at(work.agency)
    elsewhere = town.office(slug="jiaoyu", name="青岚市教育局")

    answer = _send(work.section_head, _ticks(work.section_head), elsewhere.handler.pk)

    assert answer.status_code == 302
    assert not Event.objects.filter(kind="assigned").exists()


def test_who_may_not_assign_is_shown_no_boxes_and_refused() -> None:
    work = an_office()
    case = town.request_at(work.agency).case

    assert _ticks(work.handler) == [""]
    answer = _send(work.handler, [f"{case.number}/1"], work.office.handler.pk)

    assert answer.status_code == 403


def test_who_assigns_in_two_agencies_ticks_in_both_and_finds_their_people() -> None:
    work = an_office()
    other = town.office(slug="jiaoyu", name="青岚市教育局")
    Post.objects.create(
        person=work.office.section_head,
        agency=other.agency,
        role=Role.SECTION_HEAD,
        since=town.LONG_AGO,
    )
    for agency in (work.agency, other.agency):
        town.request_at(agency)

    answer = _send(work.section_head, _ticks(work.section_head), other.handler.pk)

    assert "1 件已经交给" in words_of(answer)
    assert "李承办不是本机关的承办人。" in words_of(answer)


def test_a_link_ticks_the_whole_page_without_a_script() -> None:
    work = an_office()
    for _ in range(2):
        town.request_at(work.agency)

    plain = work.section_head.get("/workspace/queue?tab=all").content.decode()
    ticked = work.section_head.get("/workspace/queue?tab=all&ticked=all").content.decode()

    assert plain.count(" checked") == 0
    assert "tab=all&amp;ticked=all" in plain
    assert ticked.count(" checked") == 2
