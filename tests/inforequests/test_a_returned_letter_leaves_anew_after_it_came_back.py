"""Art. 33: the first time that the answer left counts; what comes back leaves anew, later."""

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.inforequests import notices
from yangguang.inforequests.actions import letters, registry
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.moves import Move


def _sent_late_and_back(office: town.Office) -> Case:
    """Issued in time, posted on 20 March, a week late; back on the 25th."""
    case, handler = writing.assigned(office), town.may(office.handler)
    with moment.standing_at(at(3, 10)):
        writing.issue(case, office, LetterKind.ANSWER)
    with moment.standing_at(at(3, 20)):
        letters.dispatch(case, Way.POST, at(3, 20).date(), handler)
    with moment.standing_at(at(3, 25)):
        registry.came_back(case, handler)
    return case


def test_it_cannot_be_said_to_have_left_before_it_came_back(office: town.Office) -> None:
    case, handler = _sent_late_and_back(office), town.may(office.handler)

    with moment.standing_at(at(3, 26)):
        for day in (11, 24):
            with pytest.raises(Mistakes) as refused:
                letters.dispatch(case, Way.POST, at(3, day).date(), handler)
            assert "退回之日" in refused.value.fields["on"]
        letters.dispatch(case, Way.BY_HAND, at(3, 25).date(), handler)

    assert str(CaseState.objects.get(case=case).closed_on) == "2026-03-20"
    assert "晚了 5 个工作日" in writing.standing(case).deadline(at(3, 26).date()).steps[-1].text


def test_what_was_handed_over_cannot_come_back(office: town.Office) -> None:
    case, handler = writing.assigned(office), town.may(office.handler)
    writing.issue(case, office, LetterKind.ANSWER)
    letters.dispatch(case, Way.BY_HAND, moment.today(), handler)

    with pytest.raises(NotAllowed, match="没有寄出"):
        registry.came_back(case, handler)


def test_the_return_of_a_notice_is_on_record_and_the_clock_runs_on(office: town.Office) -> None:
    case, handler = writing.assigned(office), town.may(office.handler)
    issued = writing.issue(case, office, LetterKind.EXTENSION)
    before = CaseState.objects.get(case=case).due_on

    with moment.standing_at(at(2, 25)):
        registry.came_back(case, handler, None, None, issued.pk)

    state = CaseState.objects.get(case=case)
    assert (state.due_on, state.state) == (before, "handling")
    assert "延期告知书于 2026-02-25 退回" in notices.remarks(writing.standing(case))[0]
    with pytest.raises(NotAllowed):
        registry.came_back(case, handler, None, None, issued.pk)


def test_a_request_does_not_lapse_unwarned_where_the_notice_came_back(office: town.Office) -> None:
    case = writing.assigned(office)
    writing.issue(case, office, LetterKind.CORRECTION)
    with moment.standing_at(at(3, 20)):
        assert not writing.offer(case, Move.DRAFT_LAPSE, office).caution
        registry.came_back(case, town.may(office.handler))

        assert "没有收到就不是放弃" in writing.offer(case, Move.DRAFT_LAPSE, office).caution
