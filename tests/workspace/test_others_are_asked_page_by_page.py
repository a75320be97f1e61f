"""Arts 32, 34 in the workspace: letters, entries, what the case's page and the queue say."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import town
from tests.prepared import at
from tests.signing_in import signed_in
from tests.workspace.at_work import AtWork, address, an_office, fields_of, make, words_of
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.casework.models import Case, Event, Opening

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
THIRD = {
    "of": "organisation",
    "name": "青岚市长宁建设有限公司",
    "address": "青岚市云山路 3 号",
    "filled_concerned": "投标文件中的报价部分",
    "way": "post",
}


def _issued(work: AtWork, case: Case) -> None:
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="approved")
    assert make(work.handler, case, "issue", checked="on").status_code == 302


def _asked() -> tuple[AtWork, Case]:
    work = an_office()
    case = work.assigned()
    assert make(work.handler, case, "draft-third-party", **THIRD).status_code == 302
    _issued(work, case)
    return work, case


def _waiting(client: Client) -> list[str]:
    page = client.get("/workspace/queue?tab=waiting")
    return [row.state.number for row in page.context["rows"]]


def test_the_letter_names_the_third_party_and_not_who_asks() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-third-party", **THIRD)

    letter = words_of(work.handler.get(address(case, f"letter/{case.letters.get().pk}")))

    assert "青岚市长宁建设有限公司：" in letter
    assert "申请公开的信息中涉及你单位的内容是：投标文件中的报价部分" in letter
    assert "自收到本征求意见书之日起 15 个工作日内" in letter
    assert town.APPLICATION.applicant.name not in letter
    assert town.APPLICATION.wanted not in letter


def test_opened_again_the_draft_has_whom_it_asks() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-third-party", **THIRD)

    filled = fields_of(work.handler.get(address(case, "draft-third-party")))

    assert {name: filled[name] for name in THIRD} == THIRD


def test_by_post_it_takes_an_address() -> None:
    work = an_office()
    case = work.assigned()

    page = make(work.handler, case, "draft-third-party", **{**THIRD, "address": ""})

    assert page.status_code == 422
    assert "邮寄的，请填写对方的地址。" in words_of(page)


def test_while_it_waits_page_and_queue_say_so_and_afterwards_no_more() -> None:
    work, case = _asked()

    page = words_of(work.handler.get(address(case)))
    assert "暂停计算，之后还剩 20 个工作日 · 2026-04-03" in page
    assert "正在等第三方的意见，最晚到 2026-03-06" in page
    assert _waiting(work.handler) == [case.number]
    queue = words_of(work.handler.get("/workspace/queue?tab=waiting"))
    assert "暂停计算，之后还剩 20 个工作日 · 2026-04-03" in queue

    with moment.standing_at(at(3, 10)):
        page = words_of(work.handler.get(address(case)))
        assert "由本机关决定是否公开（第三十二条）" in page
        assert _waiting(work.handler) == []
        queue = words_of(work.handler.get("/workspace/queue?tab=mine"))
        assert "还剩 18 个工作日 · 2026-04-03" in page
        assert "还剩 18 个工作日 · 2026-04-03" in queue


def test_receipt_and_reply_are_entered_for_the_one_that_they_are_of() -> None:
    work, case = _asked()
    make(work.handler, case, "draft-co-producer", name="青岚市水务局", filled_concerned="会审纪要")
    _issued(work, case)
    third, organ = (
        event.payload["letter"]
        for event in Event.objects.filter(case=case, kind__endswith="_asked").order_by("seq")
    )

    make(work.handler, case, "consultation-received", letter=str(third))
    make(
        work.handler,
        case,
        "consultation-answered",
        letter=str(third),
        reply="objects",
        words="是我们的报价策略",
        attachments=SimpleUploadedFile("意见.png", PNG),
    )
    make(work.handler, case, "consultation-answered", letter=str(organ), reply="agrees")

    page = words_of(work.handler.get(address(case)))
    assert "第三方“甲” 青**********" in page
    assert "2026-02-09 答复：不同意公开。" in page
    assert "其他行政机关“甲” 青岚市水务局" in page
    assert "2026-02-09 答复：同意公开。" in page
    assert "是我们的报价策略" in page


def test_what_a_third_party_sent_is_opened_by_who_handles_and_on_record() -> None:
    work, case = _asked()
    file = SimpleUploadedFile("意见.png", PNG)
    make(work.handler, case, "consultation-answered", reply="objects", words="不", attachments=file)
    sent = case.attachments.get(kind="consulted")
    colleague = signed_in(town.person("周承办", Role.HANDLER, work.agency))

    assert colleague.get(address(case, f"file/{sent.pk}")).status_code == 403
    assert work.handler.get(address(case, f"file/{sent.pk}")).content == PNG

    assert Opening.objects.get(file=sent).party.role == "third_party"


def test_a_colleague_reads_no_third_party_s_name() -> None:
    work, case = _asked()
    colleague = signed_in(town.person("周承办", Role.HANDLER, work.agency))

    letter = case.letters.get().pk
    seen = words_of(colleague.get(address(case))) + words_of(
        colleague.get(address(case, f"letter/{letter}"))
    )

    assert THIRD["name"] not in seen
    assert THIRD["address"] not in seen


def test_over_an_objection_it_is_opened_only_after_the_notice() -> None:
    work, case = _asked()
    make(work.handler, case, "consultation-answered", reply="objects", words="是报价策略")

    choose = words_of(work.handler.get(address(case, "draft-answer")))
    assert "先把公开的内容和理由书面告知对方（第三十二条）" in choose
    made = make(
        work.handler,
        case,
        "draft-third-party-notice",
        filled_content="报价总额",
        filled_reason="关系到工程的公共安全",
    )
    assert made.status_code == 302
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="approved")
    make(work.leader, case, "decide", decision="approved")
    make(work.handler, case, "issue", checked="on")

    page = words_of(work.handler.get(address(case)))
    assert "2026-02-09 已书面告知决定公开。" in page
    choose = words_of(work.handler.get(address(case, "draft-answer")))
    assert "先把公开的内容和理由书面告知对方" not in choose


def test_asked_past_the_period_the_page_says_that_no_time_is_gained() -> None:
    work = an_office()
    case = work.assigned()

    with moment.standing_at(at(3, 20)):
        page = words_of(work.handler.get(address(case, "draft-third-party")))

    assert "答复期限不会因此顺延，仍须在 2026-03-13 之前答复。" in page
