"""What an answer given anew, or a decision, puts in the place of another: what holds now (Art. 51).

What a request is counted as stays the first (law.md §3a); what is shown as its answer, looked at
anew (Art. 18) and rested on by a later one (Art. 36(6)) is the one that holds.
"""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests import disputing
from tests.portal.requests import working
from tests.portal.requests.working import standing
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import reexamining, similar
from yangguang.inforequests.actions import applicant, dispute, registry
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.reexamining import Finding
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def _answered_anew(office: town.Office, first: Disposition, then: Disposition) -> Case:
    """Answered on MONDAY; sent back, and answered otherwise 30 days later."""
    case = disputing.answered(office, first)
    with moment.standing_at(MONDAY + timedelta(days=20)):
        disputing.sent_back(case, office)
    with moment.standing_at(MONDAY + timedelta(days=30)):
        working.answer(case, office, disposition=then)
    return case


def _rested_on(case: Case, office: town.Office) -> str:
    """What the same applicant's next request is offered of it as an earlier answer."""
    again = town.request_at(office.agency).case
    return similar.earlier_answer(again, case.number)


def test_what_holds_is_the_answer_given_anew_and_what_is_counted_the_first(office) -> None:
    case = _answered_anew(office, Disposition.DOES_NOT_EXIST, Disposition.INTERNAL_AFFAIRS)

    state = _state(case)
    assert (state.disposition, state.in_force) == ("does_not_exist", "internal_affairs")
    assert (state.answer_id, state.left_on) == (
        standing(case).answer,
        (MONDAY + timedelta(days=30)).date(),
    )
    assert list(differences()) == []


def test_nothing_holds_while_it_is_answered_anew(office) -> None:
    case = disputing.answered(office)
    disputing.sent_back(case, office)

    state = _state(case)
    assert (state.disposition, state.in_force, state.answer_id) == ("does_not_exist", "", None)
    assert similar.outcome_of(state) == "正在重新答复"
    assert _rested_on(case, office) == ""


@pytest.mark.parametrize("ruling", [Ruling.REVOKED, Ruling.CHANGED])
def test_what_was_quashed_is_neither_rested_on_nor_looked_at_anew(office, ruling) -> None:
    case = disputing.answered(office, Disposition.INTERNAL_AFFAIRS)
    disputing.notified(case, office)
    assert _rested_on(case, office) != ""

    entered = disputing.decided(case, office, ruling)

    assert _rested_on(case, office) == ""
    assert similar.outcome_of(_state(case)) == "答复已被撤销或者变更"
    assert not reexamining.kept_back(town.may(office.handler)).exists()
    registry.void_entry(case, entered.seq, town.may(office.handler))
    assert _state(case).in_force == "internal_affairs"


@pytest.mark.parametrize("ruling", [Ruling.UPHELD, Ruling.UNLAWFUL, Ruling.WITHDRAWN])
def test_any_other_decision_leaves_it_standing(office, ruling) -> None:
    case = disputing.answered(office, Disposition.INTERNAL_AFFAIRS)
    disputing.notified(case, office)
    disputing.decided(case, office, ruling)

    assert _state(case).in_force == "internal_affairs"


def test_an_appeal_lets_it_stand_until_it_is_decided(office) -> None:
    case = disputing.answered(office)
    disputing.notified(case, office, DisputeTrack.SUIT)
    disputing.decided(case, office, Ruling.REVOKED)
    assert _state(case).in_force == ""

    dispute.appealed(case, 1, True, town.may(office.handler))
    assert _state(case).in_force == "does_not_exist"

    disputing.decided(case, office, Ruling.APPEAL_DISMISSED)
    assert _state(case).in_force == ""


def test_what_is_quashed_of_the_answer_before_leaves_the_new_one_standing(office) -> None:
    case = disputing.answered(office)
    disputing.notified(case, office)
    disputing.notified(case, office, DisputeTrack.SUIT)
    disputing.decided(case, office, Ruling.REVOKED, orders=True)
    working.answer(case, office)

    disputing.decided(case, office, Ruling.REVOKED, number=2)

    assert _state(case).in_force == "provided"
    assert _rested_on(case, office) != ""


def test_what_ended_without_a_letter_holds(office) -> None:
    case = town.request_at(office.agency).case
    applicant.withdraw(case)

    state = _state(case)
    assert (state.in_force, state.answer_id) == ("withdrawn", None)


def test_the_next_look_is_reckoned_from_the_answer_given_anew(office) -> None:
    handler = town.may(office.handler)
    case = disputing.answered(office, Disposition.INTERNAL_AFFAIRS)
    reexamine(case, Finding.GONE, "流程已经公布", handler)
    with moment.standing_at(MONDAY + timedelta(days=20)):
        disputing.sent_back(case, office)
    with moment.standing_at(MONDAY + timedelta(days=30)):
        working.answer(case, office, disposition=Disposition.PROCESS_INFORMATION)

    state = _state(case)
    assert (state.reexamined, state.looked_at) == ("", (MONDAY + timedelta(days=30)).date())
    for days, is_due in ((394, False), (395, True)):
        with moment.standing_at(MONDAY + timedelta(days=days)):
            assert reexamining.due(handler, moment.today()).exists() is is_due


def test_what_was_found_of_an_answer_holds_again_when_the_order_falls(office) -> None:
    handler = town.may(office.handler)
    case = disputing.answered(office, Disposition.INTERNAL_AFFAIRS)
    reexamine(case, Finding.GONE, "流程已经公布", handler)
    disputing.notified(case, office)
    ordered = disputing.decided(case, office, Ruling.REVOKED, orders=True)
    assert _state(case).looked_at is None

    registry.void_entry(case, ordered.seq, handler)

    assert (_state(case).reexamined, _state(case).looked_at) == ("gone", MONDAY.date())
