from datetime import timedelta

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.portal.requests.asking import look_up
from tests.portal.visiting import text_of, words_of
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests.actions import applicant, letters, registry
from yangguang.inforequests.events import LetterKind, VoidReason, Way
from yangguang.law.dispositions import Disposition


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def case(client: Client, office: town.Office) -> Case:
    """A request that this session may look at."""
    taken = town.request_at(office.agency)
    look_up(client, taken.case.number, taken.code)
    return taken.case


def _page(client: Client, case: Case):
    return client.get(f"/requests/{case.number}")


def test_at_first_it_is_received_and_the_day_of_the_answer_is_known(client, case) -> None:
    said = words_of(_page(client, case))

    assert "已收到，即将办理" in said
    assert "还剩 20 个工作日 · 2026-03-13（星期五）" in said
    assert "您提出了申请" in said


def test_the_reckoning_names_its_articles(client, case) -> None:
    said = words_of(_page(client, case))

    assert "怎么算的" in said
    assert "第三十三条" in said


def test_what_the_office_does_for_itself_is_not_told(client, case, office) -> None:
    working.draft_answer(case, office)
    registry.note(case, "内部的话", town.may(office.handler))

    said = words_of(_page(client, case))

    assert "正在办理" in said
    for inner in ("起草", "送审", "内部的话", "李承办"):
        assert inner not in said


def test_an_answer_that_has_not_left_cannot_be_read(client, case, office) -> None:
    working.issue_answer(case, office)
    letter = IssuedLetter.objects.get().letter_id

    assert client.get(f"/requests/{case.number}/letters/{letter}").status_code == 404
    assert IssuedLetter.objects.get().number not in words_of(_page(client, case))


def test_an_answer_that_has_left_is_read_with_what_came_with_it(client, case, office) -> None:
    working.answer(case, office, uploads=[Upload("招标文件.txt", "第一章".encode())])
    letter = IssuedLetter.objects.get().letter_id
    enclosed = case.attachments.get(kind="enclosure")

    page = client.get(f"/requests/{case.number}/letters/{letter}")
    file = client.get(f"/requests/{case.number}/letters/{letter}/{enclosed.pk}")

    assert "您申请的信息可以公开，现提供给您。" in words_of(page)
    assert "招标文件.txt" in words_of(page)
    assert file.content == "第一章".encode()
    assert file["Content-Disposition"].startswith("attachment")
    assert file["Content-Type"] == "text/plain; charset=utf-8"


def test_a_file_of_another_request_cannot_be_had(client, case, office) -> None:
    working.answer(case, office)
    other = town.request_at(office.agency, [Upload("别人的.txt", b"x")]).case
    letter = IssuedLetter.objects.get().letter_id

    path = f"/requests/{case.number}/letters/{letter}/{other.attachments.get().pk}"

    assert client.get(path).status_code == 404


def test_another_request_s_letter_cannot_be_had(client, case, office) -> None:
    other = town.request_at(office.agency).case
    working.answer(other, office)
    letter = IssuedLetter.objects.get().letter_id

    assert client.get(f"/requests/{case.number}/letters/{letter}").status_code == 404


def test_a_correction_asked_for_says_until_when(client, case, office) -> None:
    working.ask_correction(case, office)

    said = words_of(_page(client, case))

    assert "等您补充" in said
    assert "请最晚在2026年3月6日（星期五）补充" in said
    assert "暂停，收到您的补充后重新计算" in said


def test_how_to_contest_follows_from_the_answer(client, case, office) -> None:
    working.answer(case, office, disposition=Disposition.INTERNAL_AFFAIRS)

    said = words_of(_page(client, case))

    assert "应当先自收到本答复之日起 60 日内向青岚市人民政府申请行政复议" in said


def test_an_overdue_request_says_so_and_what_one_can_do(office) -> None:
    taken = town.request_at(office.agency)

    with moment.standing_at(MONDAY + timedelta(days=40)):
        client = Client()
        said = words_of(look_up(client, taken.case.number, taken.code))

    assert "已逾期 5 个工作日" in said
    assert "可以向青岚市人民政府申请行政复议，或者向青岚市中级人民法院提起行政诉讼" in said
    assert "第五十一条" in said


def test_nothing_is_to_contest_while_the_period_runs(client, case) -> None:
    assert "怎么办" not in words_of(_page(client, case))


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (Way.POST, "答复已经寄出"),
        (Way.BY_HAND, "答复已经当面交给您"),
        (Way.ELECTRONIC, "答复已经发出"),
    ],
)
def test_how_the_answer_left_is_told(client, case, office, way, told) -> None:
    working.answer(case, office, way)

    assert told in words_of(_page(client, case))


def test_returned_mail_is_told_and_not_asked_to_be_confirmed(client, case, office) -> None:
    working.answer(case, office, Way.POST)
    registry.came_back(case, town.may(office.handler))

    said = words_of(_page(client, case))

    assert "寄给您的答复被退了回来" in said
    assert "我收到了" not in said


def test_a_voided_registration_is_told(client, case, office) -> None:
    registry.void(case, VoidReason.TWICE, town.may(office.handler))

    assert "登记已作废" in words_of(_page(client, case))


def test_what_was_asked_can_be_read_again(client, case) -> None:
    assert town.APPLICATION.wanted in text_of(_page(client, case))


def test_an_extension_is_told_with_its_days(client, case, office) -> None:
    working.ask_correction(case, office)
    handler = town.may(office.handler)
    applicant.correct(case, "一期")
    letters.draft(
        case, LetterKind.EXTENSION, {"body": "需要延期。"}, letters.Terms(days=10), handler
    )
    letters.submit(case, handler)
    working.approve(case, office.disclosure_head)
    letters.issue(case, handler)

    assert "答复时间延长 10 个工作日" in words_of(_page(client, case))
