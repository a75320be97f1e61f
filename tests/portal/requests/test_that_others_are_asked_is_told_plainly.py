"""Arts 32, 34: who asked reads that others are asked, until when; never who, nor what they said."""

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.portal.requests.asking import look_up
from tests.portal.visiting import words_of
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests.actions import assign, consult, registry
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def case(client: Client, office: town.Office) -> Case:
    """A request in a handler's hands, that this session may look at."""
    taken = town.request_at(office.agency)
    look_up(client, taken.case.number, taken.code)
    assign.assign(taken.case, office.handler, town.may(office.section_head))
    return taken.case


def _asked(case: Case, office: town.Office, name: str, kind: LetterKind) -> int:
    return working.ask(case, office, kind, town.asks(name))


def _page(client: Client, case: Case) -> str:
    return words_of(client.get(f"/requests/{case.number}"))


def test_that_a_third_party_is_asked_and_until_when(client, case, office) -> None:
    letter = _asked(case, office, "陈木", LetterKind.THIRD_PARTY)

    said = _page(client, case)

    assert "正在征求第三方的意见，最晚等到2026年3月6日（星期五）" in said
    assert "过了这天由机关决定是否公开" in said
    assert "暂停计算，之后还剩 20 个工作日 · 2026-04-03（星期五）" in said
    assert "陈木" not in said
    assert client.get(f"/requests/{case.number}/letter/{letter}").status_code == 404


def test_that_another_organ_is_asked_and_what_its_silence_means(client, case, office) -> None:
    _asked(case, office, "青岚市水务局", LetterKind.CO_PRODUCER)

    assert "过了这天没有意见的，算同意公开" in _page(client, case)


def test_what_they_said_is_not_told_but_that_they_spoke(client, case, office) -> None:
    letter = _asked(case, office, "陈木", LetterKind.THIRD_PARTY)
    handler = town.may(office.handler)
    consult.answered(case, letter, Reply.OBJECTS, "是我们的报价策略", handler)

    said = _page(client, case)

    assert "第三方提出了意见" in said
    assert "最晚等到" not in said
    assert "报价策略" not in said
    assert "不同意" not in said


def test_a_letter_to_others_that_came_back_is_none_of_theirs(client, case, office) -> None:
    letter = _asked(case, office, "陈木", LetterKind.THIRD_PARTY)
    registry.came_back(case, town.may(office.handler), letter=letter)

    assert "退了回来" not in _page(client, case)


def test_after_the_last_day_nothing_waits_for_them(client, case, office) -> None:
    _asked(case, office, "陈木", LetterKind.THIRD_PARTY)

    with moment.standing_at(at(3, 9)):
        assert "最晚等到" not in _page(client, case)
