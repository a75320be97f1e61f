"""Art. 35: reasons are asked for; then the request is not processed, or answered later."""

from datetime import date

import pytest

from tests import town
from tests.inforequests import paying, writing
from yangguang.casework import moment, personal
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState, CaseText
from yangguang.inforequests.actions import letters, reasons
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move
from yangguang.law.dispositions import Disposition

REFUSED = letters.Terms(Disposition.EXCESSIVE, facts={"explanation": "与生产生活无关"})


def _asked(office: town.Office) -> Case:
    case = writing.assigned(office)
    paying.issue(case, office, LetterKind.REASONS, paying.ASKING)
    return case


def _refuse(case: Case, office: town.Office) -> None:
    handler = town.may(office.handler)
    letters.draft(case, LetterKind.ANSWER, paying.WORDS, REFUSED, handler)


def test_asking_does_not_stop_the_clock_and_names_a_day() -> None:
    office = town.office()
    case = writing.assigned(office)
    due = CaseState.objects.get(case=case).due_on

    paying.issue(case, office, LetterKind.REASONS, paying.ASKING)

    state = CaseState.objects.get(case=case)
    assert (state.due_on, state.state, state.paused_since) == (due, "handling", None)
    asked = case.events.get(kind="reasons_asked")
    assert asked.payload["until"] == "2026-02-14"  # a Saturday that is worked


def test_the_applicant_gives_them_once_and_they_are_sealed() -> None:
    office = town.office()
    case = _asked(office)

    reasons.give(case, "写论文要用")

    assert personal.words_of(CaseText.objects.get(case=case, kind="reasons")) == "写论文要用"
    with pytest.raises(NotAllowed, match="没有正在等待的说明理由"):
        reasons.give(case, "再说一遍")


def test_reasons_are_asked_for_once() -> None:
    office = town.office()
    case = _asked(office)

    assert "不再要求第二次" in writing.offer(case, Move.DRAFT_REASONS, office).objection


def test_it_is_refused_once_the_reasons_are_there() -> None:
    office = town.office()
    case = _asked(office)
    with pytest.raises(Mistakes) as early:
        _refuse(case, office)
    assert "还在等申请人说明理由" in early.value.fields["disposition"]

    reasons.give(case, "就是想要")
    _refuse(case, office)

    assert writing.standing(case).draft is not None


def test_it_is_refused_without_reasons_once_their_day_has_passed() -> None:
    office = town.office()
    case = _asked(office)

    with moment.standing_at(paying.on(2, 24)):
        _refuse(case, office)

    assert writing.standing(case).draft is not None


def test_a_stated_delay_is_the_new_due_date() -> None:
    office = town.office()
    case = _asked(office)
    reasons.give(case, "写论文要用")

    paying.issue(case, office, LetterKind.DELAY, paying.delay(date(2026, 5, 29)))

    assert CaseState.objects.get(case=case).due_on == date(2026, 5, 29)
    assert "已经确定延迟到 2026-05-29 答复" in (
        writing.offer(case, Move.DRAFT_DELAY, office).objection
    )


def test_without_reasons_there_is_no_delay() -> None:
    office = town.office()
    case = _asked(office)

    assert "要先要求申请人说明理由" in writing.offer(case, Move.DRAFT_DELAY, office).objection


def test_a_delay_is_later_than_the_due_date_when_drafted_and_when_issued() -> None:
    office = town.office()
    case = _asked(office)
    reasons.give(case, "写论文要用")
    due = CaseState.objects.get(case=case).due_on
    assert due is not None
    with pytest.raises(Mistakes) as early:
        letters.draft(
            case, LetterKind.DELAY, paying.WORDS, paying.delay(due), town.may(office.handler)
        )
    assert "不晚于原期限" in early.value.fields["until"]

    paying.approve(case, office, LetterKind.DELAY, paying.delay(date(2026, 5, 29)))
    with moment.standing_at(paying.on(4, 1)), pytest.raises(NotAllowed, match="届满之后"):
        letters.issue(case, town.may(office.handler))
