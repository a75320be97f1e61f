"""Art. 30: the draft page warns, the letter promises no new period, nor does what is said after."""

import pytest
from django.test import Client

from tests import town
from tests.inforequests import writing
from tests.portal.requests.asking import look_up
from tests.portal.visiting import words_of as words_for_the_applicant
from tests.prepared import at
from tests.workspace.at_work import AtWork, address, an_office, make, words_of
from yangguang.casework import moment, personal
from yangguang.casework.models import CaseText
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind


@pytest.fixture
def work() -> AtWork:
    return an_office()


def _body(case) -> str:
    words = personal.words_of(
        CaseText.objects.filter(case=case, kind="letter correction").latest("pk")
    )
    assert isinstance(words, dict)
    return str(words["following"])


@pytest.mark.parametrize(
    ("on", "is_late", "promise"),
    [
        (at(2, 10), False, "答复期限重新计算"),
        (at(3, 2), True, "继续办理，答复期限照常计算"),
    ],
)
def test_the_page_warns_and_the_letter_promises_what_is_so(work, on, is_late, promise) -> None:
    case = work.assigned()
    with moment.standing_at(on):
        page = words_of(work.handler.get(address(case, "draft-correction")))
        make(work.handler, case, "draft-correction", filled_asked="哪一期工程")

        assert ("答复期限不会因此停止计算，仍须按期答复" in page) is is_late
        assert promise in _body(case)


def test_what_is_said_when_the_correction_is_entered(work) -> None:
    case = work.assigned()
    with moment.standing_at(at(3, 2)):
        writing.issue(case, work.office, LetterKind.CORRECTION)
        page = words_of(work.handler.get(address(case, "receive-correction")))
        answer = make(work.handler, case, "receive-correction", words="一期", on="2026-03-02")
        said = words_of(work.handler.get(answer["Location"]))

    assert "答复期限不重新计算" in page
    assert "补正已经登记，答复期限不重新计算。" in said


def test_the_applicant_is_told_the_same(work) -> None:
    taken = town.request_at(work.agency)
    case = taken.case
    assign(case, work.office.handler, town.may(work.office.section_head))
    with moment.standing_at(at(3, 2)):
        writing.issue(case, work.office, LetterKind.CORRECTION)
        client = Client()
        awaited = words_for_the_applicant(look_up(client, case.number, taken.code))
        make(work.handler, case, "receive-correction", words="一期", on="2026-03-02")
        after = words_for_the_applicant(client.get(f"/requests/{case.number}"))

    assert "请最晚在2026年3月9日" in awaited
    assert "告知书里。答复时间照常计算。" in awaited
    assert "重新计算" not in after
