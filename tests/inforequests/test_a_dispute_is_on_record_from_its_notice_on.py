"""Reviews and suits on a request's own ledger (Art. 51): notice, statement, decision, appeal."""

from datetime import UTC, date, datetime

import pytest

from tests import town
from tests.inforequests.disputing import answered, decided, notified
from tests.portal.requests.working import standing
from tests.prepared import at
from yangguang.casework import attachments, erasure, ledger, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, CaseState
from yangguang.inforequests import lawful
from yangguang.inforequests.actions import applicant, dispute, opening, registry
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import of
from yangguang.law.disputes import DisputeResult, DisputeTrack, Ruling, counted
from yangguang.law.erasure import Basis

SCAN = Upload("决定书.png", b"\x89PNG\r\n\x1a\n" + bytes(50))


def test_the_statement_is_due_from_the_notice_until_it_is_sent() -> None:
    office = town.office()
    case = answered(office)

    with moment.standing_at(at(3, 5)):
        notified(case, office, on=date(2026, 3, 2))
        assert str(CaseState.objects.get(case=case).statement_due_on) == "2026-03-12"
        dispute.stated(case, 1, town.may(office.handler))

    assert CaseState.objects.get(case=case).statement_due_on is None
    assert CaseState.objects.get(case=case).state == "answered"


def test_a_suit_after_a_review_is_counted_beside_it() -> None:
    office = town.office()
    case = answered(office)
    with moment.standing_at(at(3, 2)):
        notified(case, office)
        decided(case, office, Ruling.UPHELD)
        notified(case, office, DisputeTrack.SUIT_AFTER_REVIEW)

    found = counted(standing(case).disputes.values(), 2026, datetime(2026, 12, 31, tzinfo=UTC))

    assert [(one.dispute.track, one.result) for one in found] == [
        (DisputeTrack.REVIEW, DisputeResult.UPHELD),
        (DisputeTrack.SUIT_AFTER_REVIEW, DisputeResult.PENDING),
    ]


def test_nothing_was_answered_and_nothing_is_late_so_there_is_nothing_to_contest() -> None:
    office = town.office()
    case = town.request_at(office.agency).case

    with pytest.raises(NotAllowed, match="没有可以复议、起诉的行为"):
        notified(case, office)
    applicant.withdraw(case)
    with pytest.raises(NotAllowed, match="撤回或者作废"):
        notified(case, office)


def test_what_the_organs_are_called_is_shown_and_is_not_in_the_ledger() -> None:
    office = town.office()
    case = answered(office)
    event = notified(case, office)

    (shown,) = of(case, town.may(office.handler)).disputes

    assert (shown.organ, shown.case_number, shown.part) == (
        "青岚市人民政府",
        "（2026）5号",
        "被申请人",
    )
    assert shown.due.startswith("复议答复：还剩 10 天")
    assert "青岚市" not in str(event.payload)


def test_the_text_of_a_decision_is_kept_and_opened_only_by_who_handles_it() -> None:
    office = town.office()
    case = answered(office)
    notified(case, office)
    decision = dispute.Decision(Ruling.UPHELD)
    dispute.decided(case, 1, decision, town.may(office.handler), None, [SCAN])

    (file,) = Attachment.objects.filter(case=case, kind=dispute.FILE)

    assert attachments.content_of(file) == SCAN.content
    opening.file(file, town.may(office.handler))
    with pytest.raises(NotAllowed, match="承办"):
        opening.file(file, town.may(office.leader))


def test_an_entry_is_taken_back_unless_another_rests_on_it() -> None:
    office = town.office()
    case = answered(office)
    handler = town.may(office.handler)
    notice = notified(case, office).seq
    decision = decided(case, office, Ruling.REVOKED).seq
    left = next(one.seq for one in case.events.all() if one.kind == "sent")

    for resting in (notice, left):
        with pytest.raises(NotAllowed, match="以这条记录为前提"):
            registry.void_entry(case, resting, handler)
    registry.void_entry(case, decision, handler)
    registry.void_entry(case, notice, handler)

    assert standing(case).disputes == {}
    assert CaseState.objects.get(case=case).statement_due_on is None
    assert notified(case, office).payload["dispute"] == 2
    assert ledger.broken(case, case.events.order_by("seq")) is None


def test_where_the_request_s_data_are_erased_it_says_so() -> None:
    office = town.office()
    case = answered(office)
    notified(case, office)
    with pytest.raises(NotAllowed, match="还没有审结"):
        erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)
    decided(case, office, Ruling.UPHELD)

    town.destroy(case)

    (shown,) = of(case, town.may(office.handler)).disputes
    assert shown.organ == "（内容已按规定销毁）"
    with pytest.raises(NotAllowed, match="已经按规定销毁"):
        notified(case, office)


def test_dates_follow_one_another() -> None:
    office = town.office()
    case = answered(office)
    with moment.standing_at(at(3, 9)):
        with pytest.raises(Mistakes):
            notified(case, office, on=date(2026, 2, 8))
        notified(case, office, on=date(2026, 3, 4))
        with pytest.raises(Mistakes):
            decided(case, office, Ruling.UPHELD, on=date(2026, 3, 3))


def test_what_cannot_be_done_now_says_why() -> None:
    office = town.office()
    case = answered(office)
    people = town.may(office.handler)

    said = {
        move: lawful.objection(move, standing(case), people, case.agency_id)
        for move in (Move.STATE_IN_DISPUTE, Move.DECIDE_DISPUTE, Move.APPEAL_DISPUTE)
    }
    assert said == {
        Move.STATE_IN_DISPUTE: "没有等本机关提交答复、答辩的复议、诉讼。",
        Move.DECIDE_DISPUTE: "没有还在审理的复议、诉讼。",
        Move.APPEAL_DISPUTE: "没有一审已经裁判、可以上诉的诉讼。",
    }
    notified(case, office)
    decided(case, office, Ruling.REJECTED)
    with pytest.raises(NotAllowed, match="可以上诉"):  # a review is not appealed, but sued over
        dispute.appealed(case, 1, False, people)
