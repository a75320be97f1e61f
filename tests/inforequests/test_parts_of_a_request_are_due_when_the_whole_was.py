"""Arts 30, 33, 45: parts keep the whole's day of receipt and its period, whatever became of it.

Often it is the correction that shows that a request has several matters; by then the period has
started afresh, or was extended: each part is due when the whole would have been.
"""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests import played, town
from tests.inforequests import disputing, writing
from tests.portal.requests import working
from tests.portal.requests.working import standing
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import lawful
from yangguang.inforequests.actions import applicant, letters, registry
from yangguang.inforequests.actions.relate import split
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.law.disputes import DisputeTrack, Ruling
from yangguang.portal.requests import story

MATTERS = ("长宁路改造的招标文件", "长宁路改造的监理合同")


@dataclass
class _Working:
    """A request that is worked on, one act after another, while days pass."""

    office: town.Office
    case: Case
    days: int = 0

    def act(self, act: str, later: int) -> None:
        """Do it so many days later, if it is lawful then."""
        self.days += later
        with moment.standing_at(MONDAY + timedelta(days=self.days)):
            if act == "correct":
                if standing(self.case).correction_until:
                    applicant.correct(self.case, "二期工程的招标文件和监理合同")
                return
            kind = LetterKind(act.removesuffix(" returned"))
            if lawful.not_now(DRAFTS[kind], standing(self.case)):
                return
            if act.endswith("returned"):
                self._returned(kind)
            else:
                writing.issue(self.case, self.office, kind)

    def _returned(self, kind: LetterKind) -> None:
        handler = town.may(self.office.handler)
        letters.draft(self.case, kind, {"body": "正文"}, writing.TERMS[kind], handler)
        letters.submit(self.case, handler)
        draft = standing(self.case).draft
        assert draft
        first = self.office.approvers(kind)[0]
        letters.decide(self.case, Decision.RETURNED, draft.digest, town.may(first), "请改。")


_ACTS = st.tuples(
    st.sampled_from(
        [
            LetterKind.CORRECTION.value,
            "correct",
            LetterKind.EXTENSION.value,
            f"{LetterKind.ANSWER} returned",
            f"{LetterKind.CORRECTION} returned",
        ]
    ),
    st.sampled_from([0, 1, 4, 9, 16]),
)


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.generate],  # what fails is short as it is found
    suppress_health_check=list(HealthCheck),
)
@given(acts=st.lists(_ACTS, max_size=6), later=st.integers(0, 40))
def test_whatever_became_of_its_period(acts: list[tuple[str, int]], later: int) -> None:
    with transaction.atomic():
        office = town.office(slug="lishi", name="青岚市审计局")
        work = _Working(office, writing.assigned(office))
        for act, days in acts:
            work.act(act, days)
        work.act("correct", 0)
        with moment.standing_at(MONDAY + timedelta(days=work.days)):
            whole = standing(work.case)
            parts = split(work.case, MATTERS, town.may(office.handler))

        on = (MONDAY + timedelta(days=work.days + later)).date()
        would_be = whole.deadline(on)
        for part in parts:
            request, state = standing(part), CaseState.objects.get(case=part)
            assert request.deadline(on) == would_be
            assert state.due_on == would_be.due
            assert (request.received_on, request.extended) == (whole.received_on, whole.extended)
            assert lawful.not_now(Move.DRAFT_EXTENSION, request) == lawful.not_now(
                Move.DRAFT_EXTENSION, whole
            )
        assert list(broken_chains()) == []
        assert list(differences()) == []
        transaction.set_rollback(True)


def _corrected_and_extended(office: town.Office) -> Case:
    """Asked after three days, corrected after eight, extended after twenty."""
    work = _Working(office, writing.assigned(office))
    work.act("correction", 3)
    work.act("correct", 5)
    work.act("extension", 12)
    return work.case


def test_the_story_of_a_part_tells_what_came_before_and_shows_no_letter_of_it(office) -> None:
    case = _corrected_and_extended(office)
    with moment.standing_at(MONDAY + timedelta(days=21)):
        part, _other = split(case, MATTERS, town.may(office.handler))

    events = list(part.events.order_by("seq"))
    told = [str(one.title) for one in story.told(events)]
    assert told == [
        "申请已经交给经办人办理",
        "分开办理以前，机关延长了答复时间",
        "分开办理以前，您补充了内容",
        "分开办理以前，机关请您补充内容",
        "您提出了申请",
    ]
    assert story.letters_out(events) == set()
    assert standing(part).unsealed == []


def test_what_the_parts_rest_on_stays_in_the_whole(office) -> None:
    work, handler = _Working(office, writing.assigned(office)), town.may(office.handler)
    work.act("correction", 3)
    work.act("correct", 5)
    corrected = work.case.events.get(kind="corrected").seq
    with moment.standing_at(MONDAY + timedelta(days=21)):
        split(work.case, MATTERS, handler)

        with pytest.raises(NotAllowed, match="“拆分办理”"):
            registry.void_entry(work.case, corrected, handler)


def _says(case: Case) -> str:
    return lawful.not_now(Move.SPLIT, standing(case))


@pytest.mark.parametrize(
    ("play", "why"),
    [
        (played.awaiting_correction, "收到补正以后才能拆分"),
        (played.awaiting_payment, "已经按一件申请办过“通知缴纳信息处理费”"),
        (played.reasons_given, "已经按一件申请办过“要求说明理由”"),
        (played.consulting, "已经按一件申请办过“征求第三方意见”"),
        (played.in_approval, "文书正在审批"),
        (played.approved, "有一份文书已经审批通过"),
        (played.issued, "答复已经印发"),
        (played.answered, "申请已经办结"),
        (played.sent_back, "正在按决定、判决重新答复"),
    ],
)
def test_why_not_is_said(office, play: played.Play, why: str) -> None:
    assert why in _says(play(office, MONDAY))


def test_a_late_notice_is_awaited_too(office) -> None:
    work = _Working(office, writing.assigned(office))
    work.act("correction", 15)

    assert "收到补正以后才能拆分" in _says(work.case)


def test_neither_while_a_dispute_is_undecided_nor_what_a_judgment_orders(office) -> None:
    case = writing.assigned(office)
    with moment.standing_at(MONDAY + timedelta(days=60)):
        disputing.notified(case, office, DisputeTrack.SUIT)
        assert "还没有结果" in _says(case)
        disputing.decided(case, office, Ruling.WITHDRAWN)
        assert _says(case) == ""

        disputing.notified(case, office)
        disputing.decided(case, office, Ruling.ORDERED, number=2)
        assert "要求答复的是这一件申请" in _says(case)


def test_a_returned_draft_is_laid_aside(office) -> None:
    case = played.returned(office, MONDAY)

    parts = split(case, MATTERS, town.may(office.handler))

    assert standing(case).draft is None
    for one in parts:
        working.answer(one, office)
        assert CaseState.objects.get(case=one).disposition == "provided"
