"""A fee is waived, an organ that objects is told, a suit is tried again: by the pages."""

from tests import town
from tests.inforequests import disputing, paying, writing
from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.casework.models import CaseState
from yangguang.inforequests.actions import consult, dispute
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind, What
from yangguang.law.disputes import DisputeTrack, Ruling


def test_a_fee_is_reduced_with_its_reason_in_the_letter() -> None:
    work = an_office()
    case = work.assigned()
    paying.issue(case, work.office, LetterKind.FEE, paying.BY_PAGE)
    assert "最晚 2026-03-13 缴清" in words_of(work.handler.get(address(case)))

    page = make(work.handler, case, "draft-fee-waiver", left="200", filled_reason="困难")
    assert "请填写减免以后还要缴多少元，0 至 199 之间。" in words_of(page)
    make(work.handler, case, "draft-fee-waiver", left="50", filled_reason="申请人是低保对象")
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="approved")
    make(work.handler, case, "issue", checked="on")

    letter = case.letters.get(kind=LetterKind.FEE_WAIVER)
    said = words_of(work.handler.get(address(case, f"letter/{letter.pk}")))
    assert "减免的理由：申请人是低保对象" in said
    assert "应缴金额改为 50 元" in said
    assert "50 元，2026-02-09 通知 · 还没有缴清 · 2026-02-09 减收" in words_of(
        work.handler.get(address(case))
    )


def test_the_organ_that_objects_is_told_what_is_opened_and_why() -> None:
    work = an_office()
    case = work.assigned()
    asked = writing.issue(case, work.office, LetterKind.CO_PRODUCER).pk
    consult.answered(case, asked, Reply.OBJECTS, "尚未定稿", town.may(work.office.handler))

    told = {"asked": str(asked), "filled_content": "规划图", "filled_reason": "已经定稿"}
    make(work.handler, case, "draft-co-producer-notice", **told)
    make(work.handler, case, "submit")
    make(work.section_head, case, "decide", decision="approved")
    make(work.disclosure_head, case, "decide", decision="approved")
    make(work.handler, case, "issue", checked="on")

    letter = case.letters.get(kind=LetterKind.CO_PRODUCER_NOTICE)
    said = words_of(work.handler.get(address(case, f"letter/{letter.pk}")))
    assert "青岚市水务局：" in said
    assert "决定公开的理由：已经定稿" in said
    assert case.events.filter(kind=What.CO_PRODUCER_TOLD).exists()


def test_a_suit_is_remanded_and_another_day_is_named() -> None:
    work = an_office()
    case = disputing.answered(work.office)
    disputing.notified(case, work.office, DisputeTrack.SUIT)
    disputing.decided(case, work.office, Ruling.REJECTED)
    dispute.appealed(case, 1, True, town.may(work.office.handler))

    make(work.handler, case, "decide-dispute", ruling="remanded", until="2026-03-02")

    page = words_of(work.handler.get(address(case)))
    assert "撤销原判，发回重审" in page
    assert "答辩：还剩 21 天 · 2026-03-02（星期一） 法院指定的期限" in page
    assert CaseState.objects.get(case=case).is_disputed


def test_a_retrial_is_entered() -> None:
    work = an_office()
    case = disputing.answered(work.office)
    disputing.notified(case, work.office, DisputeTrack.SUIT)
    disputing.decided(case, work.office, Ruling.ENDED)
    assert "还没有" not in words_of(work.handler.get(address(case, "retry-dispute")))

    make(work.handler, case, "retry-dispute", first="no", number="（2026）青行申5号")

    page = words_of(work.handler.get(address(case)))
    assert "决定再审，按第二审程序审理（（2026）青行申5号）" in page
    assert "计入年报：尚未审结" in page
