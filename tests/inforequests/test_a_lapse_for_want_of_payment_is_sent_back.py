"""A request was dropped unpaid; a decision orders that it be handled once the fee is paid."""

from datetime import date

import pytest
from django.test import Client

from tests import town
from tests.inforequests import disputing, paying, writing
from tests.portal.requests.asking import look_up
from tests.portal.requests.working import answer
from tests.portal.visiting import words_of
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.inforequests.actions import fee, registry
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.moves import Move
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling

DECIDED, PAID = paying.on(4, 20), paying.on(4, 28)


@pytest.fixture
def taken(office: town.Office):
    """Dropped unpaid in March; a review is on."""
    taken = town.request_at(office.agency)
    case = taken.case
    assign(case, office.handler, town.may(office.section_head))
    paying.issue(case, office, LetterKind.FEE, paying.BY_PAGE)
    with moment.standing_at(paying.on(3, 16)):
        paying.issue(case, office, LetterKind.LAPSE, paying.DROPPED)
    with moment.standing_at(DECIDED):
        disputing.notified(case, office)
    return taken


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def _on_payment(case: Case, office: town.Office) -> None:
    disputing.decided(case, office, Ruling.REVOKED, orders=True, on_payment=True)


def test_it_waits_for_the_payment_and_the_decision_s_days_run_from_it(taken, office) -> None:
    case = taken.case
    with moment.standing_at(DECIDED):
        _on_payment(case, office)
        look_up(client := Client(), case.number, taken.code)
        page = words_of(client.get(f"/requests/{case.number}"))
    state = _state(case)
    assert (state.state, state.due_on) == ("awaiting_payment", None)
    assert state.paused_until == date(2026, 5, 20)
    assert "2026年5月20日" in page
    assert "缴清以后，从第二天起 20 个工作日内答复您。" in page

    with moment.standing_at(PAID):
        fee.paid(case, 200, "0012345678", town.may(office.handler))
    assert (_state(case).state, _state(case).due_on) == ("handling", date(2026, 5, 28))

    with moment.standing_at(paying.on(5, 8)):
        answer(case, office, Way.ELECTRONIC)
    state = _state(case)
    assert (state.state, state.disposition) == ("answered", Disposition.UNPAID)
    assert state.closed_on == date(2026, 3, 16)
    assert not writing.standing(case).orders


def test_unpaid_once_more_it_is_dropped_and_nothing_is_owed(taken, office) -> None:
    case = taken.case
    with moment.standing_at(DECIDED):
        _on_payment(case, office)
        assert "2026-05-20 为止" in writing.offer(case, Move.DRAFT_LAPSE, office).objection

    with moment.standing_at(paying.on(5, 21)):
        paying.issue(case, office, LetterKind.LAPSE, paying.DROPPED)

    assert (_state(case).state, _state(case).closed_on) == ("lapsed", date(2026, 3, 16))
    assert not writing.standing(case).orders
    assert list(differences()) == []


def test_a_payment_entered_by_mistake_is_taken_back(taken, office) -> None:
    case = taken.case
    with moment.standing_at(DECIDED):
        _on_payment(case, office)
    with moment.standing_at(PAID):
        paid = fee.paid(case, 200, "0012345678", town.may(office.handler))
        registry.void_entry(case, paid.seq, town.may(office.handler))

    assert _state(case).state == "awaiting_payment"


def test_another_order_is_not_got_rid_of_by_dropping_it(taken, office) -> None:
    case = taken.case
    with moment.standing_at(DECIDED):
        disputing.notified(case, office, DisputeTrack.SUIT)
        _on_payment(case, office)
        disputing.decided(case, office, Ruling.ORDERED, 2)

    with moment.standing_at(paying.on(5, 21)):
        offered = writing.offer(case, Move.DRAFT_LAPSE, office)

    assert "另一份决定、判决要求答复" in offered.objection


def test_without_such_an_order_it_is_answered_without_payment(taken, office) -> None:
    case = taken.case
    with moment.standing_at(DECIDED):
        disputing.decided(case, office, Ruling.REVOKED, orders=True)

        assert "正在按决定、判决重新答复" in writing.offer(case, Move.RECEIVE_FEE, office).objection
        assert _state(case).state == "handling"


def test_only_what_was_dropped_unpaid_is_handled_on_payment(office) -> None:
    case = disputing.answered(office)
    disputing.notified(case, office)

    with pytest.raises(Mistakes) as refusal:
        _on_payment(case, office)

    assert set(refusal.value.fields) == {"on_payment"}
