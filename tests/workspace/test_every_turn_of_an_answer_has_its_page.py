"""Referral, split, joint handling, re-examination: each on its page, by who may, with its words."""

from datetime import timedelta

from tests import town
from tests.inforequests import disputing, writing
from tests.portal.requests import working
from tests.prepared import MONDAY
from tests.workspace.at_work import address, an_office, fields_of, make, words_of
from yangguang.casework import moment
from yangguang.casework.models import Case, CaseState
from yangguang.inforequests.actions import applicant
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition


def test_a_doubt_is_referred_and_answered() -> None:
    work = an_office()
    case = work.assigned()
    working.draft_answer(case, work.office)
    working.approve(case, *work.office.approvers()[:2])

    make(work.reviewer, case, "refer-secrecy", to="secrecy_authority", words="附图不能确定")
    held = words_of(work.reviewer.get(address(case, "decide")))
    make(work.reviewer, case, "secrecy-answer", outcome="may_open", words="青保函 5 号")
    make(work.reviewer, case, "decide", decision="approved")
    page = words_of(work.handler.get(address(case)))

    assert "已送保密行政管理部门确定" in held
    assert "送保密行政管理部门 附图不能确定" in page
    assert "可以公开 青保函 5 号" in page
    assert CaseState.objects.get(case=case).waits_for == "approve_final"


def test_what_an_authority_closed_is_said_beside_the_decision() -> None:
    work = an_office()
    case = work.assigned()
    working.draft_answer(case, work.office)
    working.approve(case, *work.office.approvers()[:2])
    make(work.reviewer, case, "refer-secrecy", to="department", words="附图不能确定")
    make(work.reviewer, case, "secrecy-answer", outcome="closed", words="不能公开")

    answer = make(work.reviewer, case, "decide", decision="approved")

    assert answer.status_code == 422
    assert "请退回修改" in str(answer.context["form"].errors["decision"])


def test_a_request_is_split_and_its_parts_lead_back() -> None:
    work = an_office()
    case = work.assigned(wanted="招标文件和监理合同")

    make(work.handler, case, "split", matters="招标文件\r\n\r\n监理合同", checked="on")

    first, second = Case.objects.exclude(pk=case.pk).order_by("pk")
    whole = words_of(work.handler.get(address(case)))
    part = words_of(work.handler.get(address(first)))
    assert f"拆分为 {first.number} 办理中" in whole
    assert f"拆分为 {second.number}" in whole
    assert f"拆分自 {case.number} 已拆分" in part


def test_one_that_was_corrected_is_split_by_what_the_correction_says() -> None:
    work = an_office()
    case = work.assigned(wanted="长宁路改造的材料")
    writing.issue(case, work.office, LetterKind.CORRECTION)
    applicant.correct(case, "招标文件\n\n监理合同")

    form = fields_of(work.handler.get(address(case, "split")))
    make(work.handler, case, "split", checked="on")

    assert form["matters"] == "招标文件\n\n监理合同"
    first, second = Case.objects.exclude(pk=case.pk).order_by("pk")
    page = words_of(work.handler.get(address(second)))
    assert "拆分以前：收到补正" in page
    assert "拆分以前：要求补正" in page
    assert first.state.due_on == second.state.due_on


def test_two_are_handled_together_and_apart_again() -> None:
    work = an_office()
    first, second = work.assigned(), work.assigned()

    wrong = make(work.handler, first, "join", number="2026-0001-99999")
    make(work.handler, first, "join", number=f" {second.number} ")
    together = words_of(work.handler.get(address(second)))
    make(work.handler, second, "separate")
    apart = words_of(work.handler.get(address(second)))

    assert "本机关没有这个编号" in words_of(wrong)
    assert f"合并办理 {first.number} 办理中" in together
    assert f"合并办理 {first.number} 办理中" not in apart


def test_another_holder_is_offered_from_those_known_and_named_with_its_office() -> None:
    town.agency(slug="jiaoyu", name="青岚市教育局")
    work = an_office()
    case = work.assigned()

    page = work.handler.get(address(case, "draft-answer"), {"disposition": "not_ours"})
    query = {"disposition": "not_ours"}
    filled = {"filled_why_not_ours": "由教育部门制作", "filled_holder": "青岚市教育局"}
    make(work.handler, case, "draft-answer", query=query, **filled)
    letter = words_of(work.handler.get(address(case, f"letter/{case.letters.get().pk}")))

    assert '<option value="青岚市教育局">' in page.content.decode()
    assert "青岚市教育局（青岚市教育局办公室，地址：青岚市长宁路 1 号，电话：" in letter


def test_what_was_withheld_waits_on_the_first_page_and_in_its_list() -> None:
    work = an_office()
    case = work.assigned()
    working.answer(case, work.office, disposition=Disposition.ENFORCEMENT_FILES)

    with moment.standing_at(MONDAY + timedelta(days=380)):
        before = words_of(work.handler.get("/workspace/"))
        listed = words_of(work.handler.get("/workspace/withheld"))
        make(work.handler, case, "reexamine", finding="gone", words="案件已经公布")
        after = words_of(work.handler.get("/workspace/"))
        opened = words_of(work.handler.get("/workspace/withheld?part=gone"))

    assert "1 件没有公开的答复该复查了" in before
    assert "该复查了" not in after
    assert "属于行政执法案卷 第十六条第二款 2026-02-09 没有复查过" in listed
    assert case.number in opened
    assert work.leader.get("/workspace/withheld").status_code == 403


def test_what_is_looked_at_anew_is_the_answer_that_holds() -> None:
    work = an_office()
    case = disputing.answered(work.office, Disposition.PROCESS_INFORMATION)
    disputing.sent_back(case, work.office)
    with moment.standing_at(MONDAY + timedelta(days=9)):
        working.answer(case, work.office, disposition=Disposition.ENFORCEMENT_FILES)

    listed = words_of(work.handler.get("/workspace/withheld?part=all"))

    assert "属于行政执法案卷 第十六条第二款 2026-02-18 没有复查过" in listed
