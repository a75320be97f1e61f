"""Art. 30: one notice within seven working days; any other leaves the clock running.

It can be recorded, with a warning; the office must still answer or extend in time.
"""

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.inforequests.actions import applicant, letters
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move

LATE = at(3, 2)
"""The tenth working day after the receipt."""


def _due(case: Case) -> str:
    return str(CaseState.objects.get(case=case).due_on)


def test_a_late_notice_locks_neither_answer_nor_extension(office: town.Office) -> None:
    case = writing.assigned(office)
    with moment.standing_at(LATE):
        writing.issue(case, office, LetterKind.CORRECTION)

        assert _due(case) == "2026-03-13"
        assert not writing.offer(case, Move.DRAFT_ANSWER, office).objection
        writing.issue(case, office, LetterKind.EXTENSION)

        assert _due(case) == "2026-04-13"


def test_it_is_pointed_out_before_it_is_drafted(office: town.Office) -> None:
    case = writing.assigned(office)

    assert not writing.offer(case, Move.DRAFT_CORRECTION, office).caution
    with moment.standing_at(LATE):
        assert (
            "晚于收到申请后 7 个工作日"
            in writing.offer(case, Move.DRAFT_CORRECTION, office).caution
        )


def test_the_correction_that_follows_is_taken_and_the_period_runs_on(office: town.Office) -> None:
    case = writing.assigned(office)
    with moment.standing_at(LATE):
        writing.issue(case, office, LetterKind.CORRECTION)
        writing.issue(case, office, LetterKind.EXTENSION)
    with moment.standing_at(at(3, 4)):
        assert "不重新计算" in str(writing.offer(case, Move.RECEIVE_CORRECTION, office).consequence)
        applicant.correct(case, "一期", (), town.may(office.handler), LATE.date())

    assert _due(case) == "2026-04-13"
    assert CaseState.objects.get(case=case).state == "handling"


def test_a_second_notice_is_recorded_with_a_warning(office: town.Office) -> None:
    case = writing.assigned(office)
    writing.issue(case, office, LetterKind.CORRECTION)
    with moment.standing_at(at(2, 10)):
        applicant.correct(case, "一期")
    with moment.standing_at(at(2, 11)):
        before = _due(case)
        assert "只有一次" in writing.offer(case, Move.DRAFT_CORRECTION, office).caution

        writing.issue(case, office, LetterKind.CORRECTION)

        assert _due(case) == before
        assert any(
            "只有一次" in one for one in writing.standing(case).deadline(LATE.date()).warnings
        )


def test_no_second_notice_while_the_first_is_awaited(office: town.Office) -> None:
    case = writing.assigned(office)
    writing.issue(case, office, LetterKind.CORRECTION)

    assert "正在等申请人补正" in writing.offer(case, Move.DRAFT_CORRECTION, office).objection


def test_a_notice_that_promises_a_new_period_is_not_issued_late(office: town.Office) -> None:
    case = writing.assigned(office)
    writing.approve(case, office, LetterKind.CORRECTION)

    with moment.standing_at(LATE):
        with pytest.raises(NotAllowed, match="请重新起草"):
            letters.issue(case, town.may(office.handler))
        assert writing.issue(case, office, LetterKind.CORRECTION).number
