"""Arts 35 and 42 as the applicant meets them: on the status page, in plain words."""

import pytest
from django.test import Client

from tests import town
from tests.inforequests import paying
from tests.portal.requests.asking import look_up
from tests.portal.visiting import a_file, text_of, words_of
from yangguang.casework import attachments, moment, personal
from yangguang.casework.models import CaseText
from yangguang.inforequests.actions import assign, fee
from yangguang.inforequests.events import LetterKind

WORDS = "写毕业论文，要比较十年的材料"


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def taken(client: Client, office: town.Office):
    """A request in the handler's hands that this session may look at, with its code."""
    taken = town.request_at(office.agency)
    assign.assign(taken.case, office.handler, town.may(office.section_head))
    look_up(client, taken.case.number, taken.code)
    return taken


@pytest.fixture
def asked(taken, office):
    """The same, reasons asked for."""
    paying.issue(taken.case, office, LetterKind.REASONS, paying.ASKING)
    return taken


def _page(client: Client, taken) -> str:
    return words_of(client.get(f"/requests/{taken.case.number}"))


def _reasons(taken) -> str:
    return f"/requests/{taken.case.number}/reasons"


def test_reasons_are_asked_for_with_their_day_and_taken(client, asked) -> None:
    assert "请最晚在2026年2月14日（星期六）说明为什么需要" in _page(client, asked)

    page = client.post(_reasons(asked), {"words": WORDS}, follow=True)

    assert "已经收到您说明的理由。" in words_of(page)
    assert "现在说明" not in words_of(page)
    assert personal.words_of(CaseText.objects.get(case=asked.case, kind="reasons")) == WORDS


def test_files_go_with_the_reasons(client, asked) -> None:
    client.post(_reasons(asked), {"words": WORDS, "files": a_file("开题报告", "开题.txt")})

    assert attachments.name_of(asked.case.attachments.get(kind="reasons")) == "开题.txt"


def test_a_file_that_is_refused_leaves_the_words(client, asked) -> None:
    page = client.post(_reasons(asked), {"words": WORDS, "files": a_file(b"MZ\0", "坏.exe")})

    assert page.status_code == 422
    assert "“坏.exe”是程序" in words_of(page)
    assert WORDS in text_of(page)
    assert not asked.case.events.filter(kind="reasons_given").exists()


def test_reasons_sent_twice_are_sent_once(client, asked) -> None:
    for _ in range(2):
        page = client.post(_reasons(asked), {"words": WORDS}, follow=True)
        assert page.status_code == 200

    assert asked.case.events.filter(kind="reasons_given").count() == 1


def test_reasons_without_words_are_asked_for_them(client, asked) -> None:
    page = client.post(_reasons(asked), {"words": " "})

    assert page.status_code == 422
    assert text_of(page).count("请写明理由。") == 2


def test_reasons_that_nobody_waits_for_get_a_sentence(client, taken) -> None:
    page = client.post(_reasons(taken), {"words": WORDS})

    assert page.status_code == 409
    assert "没有正在等待的说明理由" in words_of(page)
    assert WORDS in text_of(page)


def test_reasons_are_carried_through_the_code_and_an_expired_page(client, asked) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies.__class__(client.cookies)
    assert WORDS in text_of(strict.post(_reasons(asked), {"words": WORDS}))

    door = Client().post(_reasons(asked), {"words": WORDS})
    carried = {"words": WORDS, "of": door.context["of"]}
    again = Client().post("/requests", {"number": asked.case.number, "code": asked.code, **carried})

    assert WORDS in text_of(again)
    assert "发送理由" in words_of(again)


def test_what_is_to_be_paid_by_when_and_how(client, taken, office) -> None:
    paying.issue(taken.case, office, LetterKind.FEE, paying.BY_PAGE)

    page = _page(client, taken)

    assert "等您缴费" in page
    assert "请缴纳信息处理费 200 元" in page
    assert "2026年3月13日（星期五）" in page
    assert paying.HOW in page
    assert "按页计收，共 50 页" in page
    assert "第 31 至 100 页，每页 10 元，20 页，200 元" in page
    assert "暂停，您缴费后重新计算" in page


def test_the_applicant_confirms_the_notice_and_has_twenty_days_from_then(
    client, taken, office
) -> None:
    paying.issue(taken.case, office, LetterKind.FEE, paying.BY_PAGE)
    received = f"/requests/{taken.case.number}/fee-received"

    with moment.standing_at(paying.on(2, 11)):
        look_up(client, taken.case.number, taken.code)
        page = words_of(client.post(received, follow=True))

    assert "已经记下您收到了缴费通知" in page
    assert "2026年3月17日（星期二）" in page
    assert "您确认收到了缴费通知" in page
    assert "我收到了缴费通知" not in page


def test_who_confirms_after_the_time_to_pay_gets_no_new_one(client, taken, office) -> None:
    paying.issue(taken.case, office, LetterKind.FEE, paying.BY_PAGE)

    with moment.standing_at(paying.on(3, 16)):
        look_up(client, taken.case.number, taken.code)
        page = client.post(f"/requests/{taken.case.number}/fee-received", follow=True)

    assert "请打电话告诉机关" in words_of(page)
    assert not taken.case.events.filter(kind="fee_notice_received").exists()


def test_a_fee_that_is_reduced_and_then_waived_is_said(client, taken, office) -> None:
    paying.issue(taken.case, office, LetterKind.FEE, paying.BY_PAGE)
    paying.issue(taken.case, office, LetterKind.FEE_WAIVER, paying.left(50))
    page = _page(client, taken)
    assert "请缴纳信息处理费 50 元" in page
    assert "原来合计 200 元，机关减到 50 元" in page

    paying.issue(taken.case, office, LetterKind.FEE_WAIVER, paying.left(0))

    page = _page(client, taken)
    assert "您不用缴费了，申请继续办理。" in page
    assert "请缴纳" not in page


def test_once_paid_the_period_runs_anew_and_that_is_said(client, taken, office) -> None:
    paying.issue(taken.case, office, LetterKind.FEE, paying.BY_PAGE)
    fee.paid(taken.case, 200, "0012345678", town.may(office.handler))

    page = _page(client, taken)

    assert "您缴清了信息处理费 200 元" in page
    assert "答复时间从第二天起重新计算。" in page
    assert "请缴纳" not in page
    assert "0012345678" not in page


def test_unpaid_it_says_why_it_ended(client, taken, office) -> None:
    paying.issue(taken.case, office, LetterKind.FEE, paying.BY_PAGE)
    with moment.standing_at(paying.on(3, 16)):
        paying.issue(taken.case, office, LetterKind.LAPSE, paying.DROPPED)
        look_up(client, taken.case.number, taken.code)
        page = _page(client, taken)

    assert "不再办理" in page
    assert "您逾期未缴纳信息处理费，视为放弃申请。" in page
