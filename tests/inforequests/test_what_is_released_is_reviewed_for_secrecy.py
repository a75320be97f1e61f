"""Art. 17: what leaves the office is reviewed before; doubts go to who can settle them."""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests.writing import offer
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Post, Role
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Approval, Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import letters, registry, secrecy
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move, plan
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import RELEASING, Disposition
from yangguang.portal.requests import story


@pytest.fixture
def case(office: town.Office) -> Case:
    return town.request_at(office.agency).case


def _waits_for_the_review(case: Case, office: town.Office) -> None:
    working.draft_answer(case, office)
    working.approve(case, office.section_head, office.disclosure_head)


def _decide(case: Case, person, decision: Decision = Decision.APPROVED) -> None:
    draft = working.standing(case).draft
    assert draft is not None
    letters.decide(case, decision, draft.digest, town.may(person), "意见")


@pytest.mark.parametrize("disposition", Disposition)
def test_an_answer_is_reviewed_where_it_releases_something(disposition) -> None:
    levels = plan(LetterKind.ANSWER, disposition)

    assert levels[-1] is Capability.APPROVE_FINAL
    assert (levels[-2] is Capability.REVIEW_SECRECY) is (disposition in RELEASING)


def test_without_the_review_it_does_not_reach_the_final_approval(case, office) -> None:
    _waits_for_the_review(case, office)

    assert CaseState.objects.get(case=case).waits_for == Capability.REVIEW_SECRECY
    with pytest.raises(NotAllowed, match="这一级由保密审查人审批"):
        _decide(case, office.leader)
    _decide(case, office.reviewer)
    _decide(case, office.leader)
    assert letters.issue(case, town.may(office.handler)).number


def test_who_wrote_it_does_not_review_it(case, office) -> None:
    Post.objects.create(
        person=office.handler,
        agency=office.agency,
        role=Role.SECRECY_REVIEWER,
        since=town.LONG_AGO,
    )
    _waits_for_the_review(case, office)

    with pytest.raises(NotAllowed, match="您是起草人，保密审查要由别人来做"):
        _decide(case, office.handler)


def test_where_nobody_reviews_it_is_said_before_it_is_sent(case, office) -> None:
    assign(case, office.handler, town.may(office.section_head))
    terms = town.ends_as(Disposition.PROVIDED)
    letters.draft(case, LetterKind.ANSWER, {"body": "现提供"}, terms, town.may(office.handler))
    before = offer(case, Move.SUBMIT, office).caution
    Post.objects.filter(role=Role.SECRECY_REVIEWER).delete()

    assert before == ""
    assert "现在没有保密审查人" in offer(case, Move.SUBMIT, office).caution


def test_a_doubtful_case_waits_for_the_authority_and_then_goes_on(case, office) -> None:
    _waits_for_the_review(case, office)
    reviewer = town.may(office.reviewer)
    due = CaseState.objects.get(case=case).due_on

    secrecy.refer(case, Referee.SECRECY_AUTHORITY, "第三页不能确定", reviewer)
    with pytest.raises(NotAllowed, match="已送保密行政管理部门确定"):
        _decide(case, office.reviewer)
    with moment.standing_at(MONDAY + timedelta(days=3)):
        secrecy.answer(case, Outcome.MAY_OPEN, "青保函 5 号：可以公开", reviewer)
        _decide(case, office.reviewer)

    assert CaseState.objects.get(case=case).waits_for == Capability.APPROVE_FINAL
    assert CaseState.objects.get(case=case).due_on == due


def test_what_the_authority_closed_can_only_be_returned(case, office) -> None:
    _waits_for_the_review(case, office)
    reviewer = town.may(office.reviewer)
    secrecy.refer(case, Referee.DEPARTMENT, "附表不能确定", reviewer)
    secrecy.answer(case, Outcome.CLOSED, "不能公开", reviewer)

    with pytest.raises(Mistakes) as refusal:
        _decide(case, office.reviewer)
    _decide(case, office.reviewer, Decision.RETURNED)

    assert "请退回修改" in refusal.value.fields["decision"]
    assert CaseState.objects.get(case=case).state == "handling"


def test_the_next_draft_is_reviewed_afresh(case, office) -> None:
    _waits_for_the_review(case, office)
    reviewer = town.may(office.reviewer)
    secrecy.refer(case, Referee.DEPARTMENT, "附表不能确定", reviewer)
    secrecy.answer(case, Outcome.CLOSED, "附表不能公开", reviewer)
    _decide(case, office.reviewer, Decision.RETURNED)

    working.draft_answer(case, office, Disposition.PARTLY_PROVIDED)
    working.approve(case, *office.approvers(disposition=Disposition.PARTLY_PROVIDED))

    assert Approval.objects.count() == 2
    assert CaseState.objects.get(case=case).state == "approved"


def test_nothing_is_referred_before_it_is_the_reviewer_s_turn_nor_twice(case, office) -> None:
    reviewer = town.may(office.reviewer)
    working.draft_answer(case, office)
    with pytest.raises(NotAllowed, match="没有正在等保密审查的答复"):
        secrecy.refer(case, Referee.DEPARTMENT, "不能确定", reviewer)
    working.approve(case, office.section_head, office.disclosure_head)
    with pytest.raises(NotAllowed, match="没有送请别的机关确定的事项"):
        secrecy.answer(case, Outcome.MAY_OPEN, "可以", reviewer)

    secrecy.refer(case, Referee.DEPARTMENT, "不能确定", reviewer)

    with pytest.raises(NotAllowed, match="收到答复、登记以后"):
        secrecy.refer(case, Referee.DEPARTMENT, "不能确定", reviewer)
    with pytest.raises(NotAllowed, match="没有在这个机关办理这一步的权限"):
        secrecy.answer(case, Outcome.MAY_OPEN, "可以", town.may(office.handler))


def test_it_is_said_of_whom_and_what_and_day_lies_after_the_question(case, office) -> None:
    _waits_for_the_review(case, office)
    reviewer = town.may(office.reviewer)
    with pytest.raises(Mistakes, match="words"):
        secrecy.refer(case, Referee.DEPARTMENT, " ", reviewer)
    secrecy.refer(case, Referee.DEPARTMENT, "不能确定", reviewer)

    with moment.standing_at(MONDAY + timedelta(days=3)), pytest.raises(Mistakes) as refusal:
        secrecy.answer(
            case, Outcome.MAY_OPEN, "可以", reviewer, (MONDAY - timedelta(days=1)).date()
        )

    assert set(refusal.value.fields) == {"on"}


def test_a_wrong_determination_is_taken_back_until_someone_decided_on_it(case, office) -> None:
    _waits_for_the_review(case, office)
    reviewer, handler = town.may(office.reviewer), town.may(office.handler)
    asked = secrecy.refer(case, Referee.DEPARTMENT, "不能确定", reviewer)
    wrong = secrecy.answer(case, Outcome.CLOSED, "看错了", reviewer)

    with pytest.raises(NotAllowed, match="以这条记录为前提"):
        registry.void_entry(case, asked.seq, handler)
    registry.void_entry(case, wrong.seq, handler)
    right = secrecy.answer(case, Outcome.MAY_OPEN, "可以公开", reviewer)
    _decide(case, office.reviewer)

    with pytest.raises(NotAllowed, match="以这条记录为前提"):
        registry.void_entry(case, right.seq, handler)


def test_the_applicant_is_told_nothing_of_it(case, office) -> None:
    assign(case, office.handler, town.may(office.section_head))
    before = story.told(list(case.events.order_by("seq")))
    _waits_for_the_review(case, office)
    secrecy.refer(case, Referee.DEPARTMENT, "不能确定", town.may(office.reviewer))

    assert story.told(list(case.events.order_by("seq"))) == before
