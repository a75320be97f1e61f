"""A fee that was noticed is waived or reduced, with a reason; the fee rules do not speak of it."""

from datetime import date

import pytest

from tests import town
from tests.inforequests import paying, writing
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, CaseState
from yangguang.inforequests.actions import fee
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move


@pytest.fixture
def case(office: town.Office) -> Case:
    """Two hundred yuan are to be paid by 13 March."""
    case = writing.assigned(office)
    paying.issue(case, office, LetterKind.FEE, paying.BY_PAGE)
    return case


def test_waived_the_request_is_due_as_if_no_notice_had_gone_out(case, office) -> None:
    offered = writing.offer(case, Move.DRAFT_FEE_WAIVER, office)
    assert "是 2026-03-13" in offered.caution

    with moment.standing_at(paying.on(3, 2)):
        paying.issue(case, office, LetterKind.FEE_WAIVER, paying.left(0))
        offered = writing.offer(case, Move.RECEIVE_FEE, office)

    state = CaseState.objects.get(case=case)
    assert (state.state, state.due_on) == ("handling", date(2026, 3, 13))
    assert "2026-03-02 已经免收" in offered.objection


def test_who_waives_after_that_day_is_told_that_it_has_passed(case, office) -> None:
    with moment.standing_at(paying.on(3, 16)):
        offered = writing.offer(case, Move.DRAFT_FEE_WAIVER, office)

    assert "这一天已经过了" in offered.caution


def test_reduced_it_is_paid_by_the_same_day(case, office) -> None:
    before = CaseState.objects.get(case=case).paused_until

    with moment.standing_at(paying.on(3, 2)):
        paying.issue(case, office, LetterKind.FEE_WAIVER, paying.left(50))
        assert CaseState.objects.get(case=case).paused_until == before
        with pytest.raises(Mistakes):
            fee.paid(case, 200, "0012345678", town.may(office.handler))
        fee.paid(case, 50, "0012345678", town.may(office.handler))

    assert CaseState.objects.get(case=case).due_on == date(2026, 3, 30)


@pytest.mark.parametrize(("left", "reason"), [(200, "困难"), (-1, "困难"), (0, " ")])
def test_it_is_less_than_before_and_has_its_reason(case, office, left: int, reason: str) -> None:
    terms = type(paying.left(0))(left=left, facts={"reason": reason})

    with pytest.raises(Mistakes) as refusal:
        paying.approve(case, office, LetterKind.FEE_WAIVER, terms)

    assert set(refusal.value.fields) == ({"left"} if reason.strip() else {"reason"})


def test_what_is_paid_is_not_waived(case, office) -> None:
    fee.paid(case, 200, "0012345678", town.may(office.handler))

    offered = writing.offer(case, Move.DRAFT_FEE_WAIVER, office)

    assert "已经缴清的，要退的另行办理" in offered.objection
