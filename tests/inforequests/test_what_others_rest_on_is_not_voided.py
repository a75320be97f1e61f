"""A counter-entry takes back a mistake, not the ground on which later entries stand."""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests import disputing, writing
from tests.inforequests.opening_to_all import VERSION, answered, approved, decide
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import applicant, letters, publish, registry, unpublish
from yangguang.inforequests.events import LetterKind, VoidReason, Way


def _seq(case: Case, kind: str) -> int:
    return case.events.filter(kind=kind).latest("seq").seq


def _corrected(office: town.Office) -> Case:
    case = writing.assigned(office)
    writing.issue(case, office, LetterKind.CORRECTION)
    applicant.correct(case, "一期")
    return case


def test_a_correction_stays_once_a_letter_went_out_upon_it(office: town.Office) -> None:
    case, handler = _corrected(office), town.may(office.handler)
    writing.issue(case, office, LetterKind.ANSWER)
    letters.dispatch(case, Way.POST, moment.today(), handler)

    with pytest.raises(NotAllowed, match=r"“印发答复”.*以这条记录为前提"):
        registry.void_entry(case, _seq(case, "corrected"), handler)

    assert CaseState.objects.get(case=case).due_on is not None


def test_before_that_it_can_be_taken_back_and_no_answer_goes_out_meanwhile(
    office: town.Office,
) -> None:
    case, handler = _corrected(office), town.may(office.handler)
    writing.approve(case, office, LetterKind.ANSWER)
    registry.void_entry(case, _seq(case, "corrected"), handler)

    with pytest.raises(NotAllowed, match="正在等申请人补正"):
        letters.issue(case, handler)


def test_a_dispatch_stays_while_its_return_is_on_record(office: town.Office) -> None:
    case, handler = writing.assigned(office), town.may(office.handler)
    writing.issue(case, office, LetterKind.ANSWER)
    letters.dispatch(case, Way.POST, moment.today(), handler)
    registry.came_back(case, handler)

    with pytest.raises(NotAllowed, match="“文书退回”"):
        registry.void_entry(case, _seq(case, "posted"), handler)
    registry.void_entry(case, _seq(case, "came_back"), handler)
    registry.void_entry(case, _seq(case, "posted"), handler)

    assert CaseState.objects.get(case=case).state == "issued"


def test_a_double_registration_found_after_the_answer_is_voided(office: town.Office) -> None:
    case, handler = writing.assigned(office), town.may(office.handler)
    writing.issue(case, office, LetterKind.ANSWER)
    letters.dispatch(case, Way.POST, moment.today(), handler)

    registry.note(case, "与另一件重复", handler)
    registry.void(case, VoidReason.TWICE, handler)
    registry.note(case, "已告知申请人", handler)

    state = CaseState.objects.get(case=case)
    assert (state.state, state.disposition) == ("voided", "")
    with pytest.raises(NotAllowed, match="已经作废"):
        registry.void(case, VoidReason.TWICE, handler)


def test_a_dispatch_stays_while_a_version_for_all_is_in_approval(office: town.Office) -> None:
    case, handler = answered(office), town.may(office.handler)
    publish.offer(case, VERSION, handler)

    with pytest.raises(NotAllowed, match="公开版正在审批"):
        registry.void_entry(case, _seq(case, "sent"), handler)
    decide(case, office.section_head, decision=Decision.RETURNED)
    registry.void_entry(case, _seq(case, "sent"), handler)

    assert CaseState.objects.get(case=case).state == "issued"


def test_a_dispatch_stays_while_the_answer_is_open_to_all(office: town.Office) -> None:
    case, handler = approved(office), town.may(office.handler)
    publish.publish(case, handler)

    with pytest.raises(NotAllowed, match="先撤下"):
        registry.void_entry(case, _seq(case, "sent"), handler)
    unpublish.unpublish(case, "内容有误", handler)
    registry.void_entry(case, _seq(case, "sent"), handler)

    assert CaseState.objects.get(case=case).state == "issued"


def test_the_day_of_dispatch_is_put_right_and_the_version_is_published_after(
    office: town.Office,
) -> None:
    case, handler = approved(office), town.may(office.handler)
    with moment.standing_at(MONDAY + timedelta(days=2)):
        registry.void_entry(case, _seq(case, "sent"), handler)
        with pytest.raises(NotAllowed, match="答复发出以后"):
            publish.publish(case, handler)
        letters.dispatch(case, Way.ELECTRONIC, moment.today(), handler)
        publish.publish(case, handler)

    assert CaseState.objects.get(case=case).closed_on == (MONDAY + timedelta(days=2)).date()


def test_a_version_of_the_answer_before_does_not_hold_the_new_one(office: town.Office) -> None:
    case, handler = answered(office), town.may(office.handler)
    publish.offer(case, VERSION, handler)
    disputing.sent_back(case, office)
    working.answer(case, office)

    registry.void_entry(case, _seq(case, "sent"), handler)

    assert CaseState.objects.get(case=case).state == "issued"
