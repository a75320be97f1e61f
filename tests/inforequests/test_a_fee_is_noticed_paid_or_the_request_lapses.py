"""Art. 42, 国办函〔2020〕109号: noticed within the period, paid within twenty working days."""

from datetime import date

import pytest

from tests import town
from tests.inforequests import paying, writing
from yangguang.casework import moment, personal
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState, CaseText
from yangguang.inforequests.actions import fee, letters, registry
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move
from yangguang.law.dispositions import Disposition


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def _noticed(office: town.Office) -> Case:
    case = writing.assigned(office)
    paying.issue(case, office, LetterKind.FEE, paying.BY_PAGE)
    return case


def test_a_notice_holds_its_figures_in_plain_sight_and_the_period_waits() -> None:
    case = _noticed(town.office())

    payload = case.events.get(kind="fee_noticed").payload
    assert (payload["tariff"], payload["pages"], payload["sum"]) == ("by_page", 50, 200)
    state = _state(case)
    assert (state.state, state.due_on, state.paused_until) == (
        "awaiting_payment",
        None,
        date(2026, 3, 13),
    )


def test_the_days_to_pay_run_from_the_receipt() -> None:
    office = town.office()
    case = _noticed(office)

    with moment.standing_at(paying.on(2, 12)):
        fee.notice_received(case, town.may(office.handler), date(2026, 2, 11))

    assert _state(case).paused_until == date(2026, 3, 17)


def test_after_the_payment_the_period_runs_anew() -> None:
    office = town.office()
    case = _noticed(office)

    with moment.standing_at(paying.on(3, 2)):
        fee.paid(case, 200, "QL-2026000123", town.may(office.handler))

    assert (_state(case).state, _state(case).due_on) == ("handling", date(2026, 3, 30))
    assert case.events.get(kind="fee_paid").payload["sum"] == 200
    assert personal.words_of(CaseText.objects.get(case=case, kind="voucher")) == "QL-2026000123"


@pytest.mark.parametrize(
    ("amount", "voucher", "field"),
    [(199, "QL-2026000123", "amount"), (200, " ", "voucher"), (200, "1" * 61, "voucher")],
)
def test_it_is_paid_in_full_by_a_voucher(amount: int, voucher: str, field: str) -> None:
    office = town.office()
    case = _noticed(office)

    with pytest.raises(Mistakes) as refusal:
        fee.paid(case, amount, voucher, town.may(office.handler))

    assert list(refusal.value.fields) == [field]


def test_unpaid_after_its_days_the_request_is_dropped_by_letter() -> None:
    office = town.office()
    case = _noticed(office)
    with moment.standing_at(paying.on(3, 13)):
        assert "2026-03-13 为止" in writing.offer(case, Move.DRAFT_LAPSE, office).objection

    with moment.standing_at(paying.on(3, 16)):
        assert "先核实收到的日期" in writing.offer(case, Move.DRAFT_LAPSE, office).caution
        paying.issue(case, office, LetterKind.LAPSE, paying.DROPPED)

    assert (_state(case).state, _state(case).disposition) == ("lapsed", "unpaid")


def test_who_pays_while_the_lapse_is_in_approval_is_heard() -> None:
    office = town.office()
    case = _noticed(office)
    with moment.standing_at(paying.on(3, 16)):
        paying.approve(case, office, LetterKind.LAPSE, paying.DROPPED)

        fee.paid(case, 200, "QL-2026000123", town.may(office.handler))

        assert writing.standing(case).draft is None
        assert _state(case).state == "handling"


def test_a_request_awaiting_its_fee_is_not_dropped_as_uncorrected() -> None:
    office = town.office()
    case = _noticed(office)

    with moment.standing_at(paying.on(3, 16)), pytest.raises(Mistakes) as refusal:
        letters.draft(
            case,
            LetterKind.LAPSE,
            paying.WORDS,
            letters.Terms(Disposition.UNCORRECTED),
            town.may(office.handler),
        )

    assert "disposition" in refusal.value.fields


def test_a_request_is_charged_once() -> None:
    office = town.office()
    case = _noticed(office)
    fee.paid(case, 200, "QL-2026000123", town.may(office.handler))

    assert "一件申请只通知一次" in writing.offer(case, Move.DRAFT_FEE, office).objection


def test_nothing_is_charged_after_the_due_date() -> None:
    office = town.office()
    case = writing.assigned(office)

    with moment.standing_at(paying.on(3, 16)):
        assert "通知要在答复期限内发出" in writing.offer(case, Move.DRAFT_FEE, office).objection


def test_below_the_free_number_there_is_nothing_to_notice() -> None:
    office = town.office()
    case = writing.assigned(office)

    with pytest.raises(Mistakes) as refusal:
        paying.approve(case, office, LetterKind.FEE, paying.by_item(case, 3))

    assert "不收费" in refusal.value.fields["items"]


def test_while_it_is_awaited_an_answer_is_given_for_nothing_and_that_is_said() -> None:
    office = town.office()
    case = _noticed(office)

    assert "等申请人缴费" in writing.offer(case, Move.DRAFT_EXTENSION, office).objection
    offer = writing.offer(case, Move.DRAFT_ANSWER, office)
    assert (offer.objection, "不再收这笔费用" in offer.caution) == ("", True)


def test_a_payment_entered_by_mistake_is_taken_back() -> None:
    office = town.office()
    case, handler = _noticed(office), town.may(office.handler)
    entered = fee.paid(case, 200, "QL-2026000123", handler)

    registry.void_entry(case, entered.seq, handler)

    assert _state(case).state == "awaiting_payment"


def test_a_payment_on_which_a_letter_rests_stays() -> None:
    office = town.office()
    case, handler = _noticed(office), town.may(office.handler)
    entered = fee.paid(case, 200, "QL-2026000123", handler)
    writing.issue(case, office, LetterKind.EXTENSION)

    with pytest.raises(NotAllowed, match="以这条记录为前提"):
        registry.void_entry(case, entered.seq, handler)
