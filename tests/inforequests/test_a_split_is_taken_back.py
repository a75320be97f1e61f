"""A split that was a mistake: the request is one again, with its period, and its parts are void."""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests.writing import assigned, issue, standing
from tests.portal.requests import working
from tests.prepared import MONDAY
from tests.workspace.at_work import an_office, make
from yangguang.casework import erasure, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState, Event
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import applicant, filing, registry
from yangguang.inforequests.actions.relate import join, split
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import LetterKind, VoidReason, What
from yangguang.inforequests.overview import of
from yangguang.law.erasure import Basis
from yangguang.law.filing import RecordClass, Retention
from yangguang.portal.requests import story

MATTERS = ("长宁路改造的招标文件", "长宁路改造的监理合同")


@pytest.fixture
def case(office: town.Office) -> Case:
    return assigned(office)


def _split(case: Case, office: town.Office) -> list[Case]:
    return split(case, MATTERS, town.may(office.handler))


def _take_back(case: Case, office: town.Office) -> Event:
    seq = case.events.filter(kind=What.SPLIT).latest("seq").seq
    return registry.void_entry(case, seq, town.may(office.handler))


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def test_the_whole_is_open_again_with_the_period_that_it_had(
    case: Case, office: town.Office
) -> None:
    before = _state(case)
    with moment.standing_at(MONDAY + timedelta(days=3)):
        _split(case, office)
    with moment.standing_at(MONDAY + timedelta(days=5)):
        _take_back(case, office)

    now = _state(case)
    assert (now.state, now.closed_on) == (Stage.HANDLING, None)
    assert (now.received_on, now.due_on) == (before.received_on, before.due_on)
    assert now.handler == office.handler
    assert standing(case).split_into == []
    assert (list(differences()), list(broken_chains())) == ([], [])


def test_its_parts_are_void_and_are_not_brought_back(case: Case, office: town.Office) -> None:
    parts = _split(case, office)
    handler = town.may(office.handler)
    registry.void(parts[1], VoidReason.TWICE, handler)

    _take_back(case, office)

    for one in parts:
        assert _state(one).state == Stage.VOIDED
        with pytest.raises(NotAllowed, match="重新拆分"):
            registry.void_entry(one, one.events.count(), handler)
    registry.void_entry(parts[1], parts[1].events.count() - 1, handler)
    assert _state(parts[1]).state == Stage.VOIDED


def test_it_is_answered_as_one_or_split_anew(case: Case, office: town.Office) -> None:
    first, _second = _split(case, office)
    working.draft_answer(first, office)
    _take_back(case, office)

    anew = _split(case, office)

    assert standing(case).split_into == [one.pk for one in anew]
    _take_back(case, office)
    working.answer(case, office)
    assert _state(case).state == Stage.ANSWERED


def test_it_stays_once_something_was_done_about_a_part(case: Case, office: town.Office) -> None:
    first, _second = _split(case, office)
    issue(first, office, LetterKind.EXTENSION)

    with pytest.raises(NotAllowed, match=f"{first.number} 已经有“延"):
        _take_back(case, office)

    assert _state(case).state == Stage.SPLIT


def test_a_part_that_was_withdrawn_stays_withdrawn(case: Case, office: town.Office) -> None:
    first, _second = _split(case, office)
    applicant.withdraw(first, "不要了")

    with pytest.raises(NotAllowed, match="拆分不能撤销"):
        _take_back(case, office)


def test_what_is_handled_with_another_is_parted_first(case: Case, office: town.Office) -> None:
    first, _second = _split(case, office)
    join(first, assigned(office).number, town.may(office.handler))

    with pytest.raises(NotAllowed, match="先分开办理"):
        _take_back(case, office)


def test_it_stays_while_the_whole_is_filed(case: Case, office: town.Office) -> None:
    _split(case, office)
    filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, town.may(office.handler))

    with pytest.raises(NotAllowed, match="以这条记录为前提"):
        _take_back(case, office)


def test_it_stays_once_what_was_asked_is_destroyed(case: Case, office: town.Office) -> None:
    for one in _split(case, office):
        registry.void(one, VoidReason.TWICE, town.may(office.handler))
    erasure.erase_at_the_machine(case, Basis.CONSENT_WITHDRAWN)

    with pytest.raises(NotAllowed, match="已经按规定销毁"):
        _take_back(case, office)


def test_the_office_takes_it_back_on_the_page_and_the_applicant_reads_what_became_of_it() -> None:
    work = an_office()
    case = work.assigned()
    first, _second = split(case, MATTERS, town.may(work.office.handler))
    seq = case.events.get(kind=What.SPLIT).seq

    make(work.handler, case, "void-entry", seq=seq, checked="on")

    assert _state(case).state == Stage.HANDLING
    told = story.told(list(first.events.order_by("seq")))
    assert told[0].title == "机关不再分开办理"
    entries = of(first, town.may(work.office.handler)).entries
    assert "拆分已经撤销" in entries[0].details
