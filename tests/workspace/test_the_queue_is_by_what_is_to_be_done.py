from datetime import timedelta

import pytest
from django.test import Client

from tests import town
from tests.workspace.at_work import an_office, make, words_of
from tests.workspace.conftest import MONDAY
from yangguang.agencies.models import Delegation
from yangguang.casework import moment


def _numbers(client: Client, query: str = "") -> list[str]:
    page = client.get(f"/workspace/queue?{query}")
    return [row.state.number for row in page.context["rows"]]


def _counts(client: Client) -> dict[str, int]:
    page = client.get("/workspace/queue")
    return {tab.value: count for tab, _, count, _ in page.context["tabs"]}


def test_each_tab_holds_what_its_name_says() -> None:
    work = an_office()
    with moment.standing_at(MONDAY - timedelta(days=60)):
        overdue = work.assigned()
    with moment.standing_at(MONDAY - timedelta(days=24)):
        soon = work.assigned()
    fresh = town.request_at(work.agency).case
    waiting = work.assigned()
    make(work.handler, waiting, "draft-extension", filled_reason="材料较多", days="5")
    make(work.handler, waiting, "submit")

    assert _numbers(work.handler, "tab=overdue") == [overdue.number]
    assert _numbers(work.handler, "tab=soon") == [soon.number]
    assert _numbers(work.handler, "tab=unassigned") == [fresh.number]
    assert _numbers(work.handler, "tab=mine") == [one.number for one in (overdue, soon, waiting)]
    assert _numbers(work.disclosure_head, "tab=to_approve") == [waiting.number]
    assert _numbers(work.leader, "tab=to_approve") == []
    assert len(_numbers(work.handler, "tab=all")) == 4


def test_the_tabs_count_what_they_hold() -> None:
    work = an_office()
    with moment.standing_at(MONDAY - timedelta(days=60)):
        work.assigned()
    town.request_at(work.agency)

    counts = _counts(work.handler)

    assert counts == {
        "mine": 1,
        "unassigned": 1,
        "soon": 0,
        "overdue": 1,
        "waiting": 0,
        "to_approve": 0,
        "disputed": 0,
        "all": 2,
    }


def test_what_waits_for_a_correction_is_paused() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-correction", filled_asked="哪一段", correction_days="15")
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="approved")
    make(work.handler, case, "issue", checked="on")

    assert _numbers(work.handler, "tab=waiting") == [case.number]


def test_an_approval_moves_on_to_the_next_level_s_queue() -> None:
    work = an_office()
    case = work.assigned()
    make(
        work.handler,
        case,
        "draft-answer",
        query={"disposition": "process_information"},
        filled_closed_reasons="是讨论稿",
    )
    make(work.handler, case, "submit")
    first = _numbers(work.section_head, "tab=to_approve")
    make(work.section_head, case, "decide", decision="approved")

    assert first == [case.number]
    assert _numbers(work.section_head, "tab=to_approve") == []
    assert _numbers(work.disclosure_head, "tab=to_approve") == [case.number]


def test_a_number_leads_to_its_case_and_a_part_of_it_narrows() -> None:
    work = an_office()
    case = work.assigned()
    other = work.assigned()

    whole = work.handler.get(f"/workspace/queue?tab=all&q={case.number}")
    part = _numbers(work.handler, f"tab=all&q={other.number[-5:]}")

    assert whole.headers["Location"] == f"/workspace/cases/{case.number}"
    assert part == [other.number]


def test_order_and_filters_are_in_the_address() -> None:
    work = an_office()
    first, second = work.assigned(), work.assigned()
    unassigned = town.request_at(work.agency).case

    by_number = _numbers(work.handler, "tab=all&sort=number")
    handling = _numbers(work.handler, "tab=all&stage=handling&sort=number")
    latest = _numbers(work.handler, "tab=all")

    assert by_number == [first.number, second.number, unassigned.number]
    assert handling == [first.number, second.number]
    assert latest == by_number[::-1]


@pytest.mark.parametrize("nonsense", ["tab=x", "sort=x", "page=x", "stage=x", "handler=x", "q=%00"])
def test_an_address_of_nonsense_shows_the_queue(nonsense: str) -> None:
    work = an_office()
    work.assigned()

    answer = work.handler.get(f"/workspace/queue?{nonsense}")

    assert answer.status_code == 200


def test_an_empty_tab_says_what_it_is_for() -> None:
    work = an_office()

    page = words_of(work.handler.get("/workspace/queue?tab=unassigned"))

    assert "没有等待分办的申请。" in page


def test_long_lists_come_in_pages() -> None:
    work = an_office()
    for _ in range(27):
        town.request_at(work.agency)

    first = work.handler.get("/workspace/queue?tab=all")
    second = work.handler.get("/workspace/queue?tab=all&page=2")

    assert [len(page.context["rows"]) for page in (first, second)] == [25, 2]
    assert 'href="?tab=all&amp;page=2"' in first.content.decode()


def test_a_stand_in_s_queue_holds_what_waits_for_the_other() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-extension", filled_reason="材料较多", days="5")
    make(work.handler, case, "submit")
    Delegation.objects.create(
        post=work.office.disclosure_head.posts.get(),
        to=work.office.leader,
        since=moment.today(),
        until=moment.today(),
        reason="出差",
    )

    assert _numbers(work.leader, "tab=to_approve") == [case.number]
