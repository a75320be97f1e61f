import pytest
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.portal.requests.asking import carried, look_up
from tests.portal.visiting import a_file, text_of, words_of
from yangguang.casework import attachments, personal
from yangguang.casework.models import CaseText
from yangguang.inforequests.models import FormDraft

WORDS = "要的是一期工程的招标文件"


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def taken(client: Client, office: town.Office):
    """A request that this session may look at, with its code."""
    taken = town.request_at(office.agency)
    look_up(client, taken.case.number, taken.code)
    return taken


@pytest.fixture
def asked(taken, office):
    """The same, a correction asked for."""
    working.ask_correction(taken.case, office)
    return taken


def _at(taken, what: str) -> str:
    return f"/requests/{taken.case.number}/{what}"


def _kinds(taken) -> list[str]:
    return list(taken.case.events.order_by("seq").values_list("kind", flat=True))


def test_a_correction_goes_with_its_words_and_files(client, asked) -> None:
    client.post(_at(asked, "correct"), {"words": WORDS})
    client.post(_at(asked, "correct/files"), {"files": a_file("图", "图.txt"), "add": "yes"})

    page = client.post(_at(asked, "correct/files"), {"go": "yes"}, follow=True)

    assert "已经收到您补充的内容" in words_of(page)
    text = CaseText.objects.get(case=asked.case, kind="correction")
    assert personal.words_of(text) == WORDS
    assert attachments.name_of(asked.case.attachments.get(kind="correction")) == "图.txt"
    assert working.standing(asked.case).stage == "handling"


def test_a_correction_without_words_is_asked_for_them(client, asked) -> None:
    page = client.post(_at(asked, "correct"), {"words": "  "})

    assert page.status_code == 422
    assert text_of(page).count("请写明补充的内容。") == 2


def test_the_words_stay_while_files_are_refused(client, asked) -> None:
    client.post(_at(asked, "correct"), {"words": WORDS})

    page = client.post(_at(asked, "correct/files"), {"files": a_file(b"MZ\0", "坏.exe"), "go": "y"})

    assert "“坏.exe”是程序" in words_of(page)
    assert WORDS in words_of(page)
    assert "corrected" not in _kinds(asked)


def test_a_correction_sent_twice_is_one(client, asked) -> None:
    client.post(_at(asked, "correct"), {"words": WORDS})
    other = Client()
    other.cookies = client.cookies.__class__(client.cookies)

    for browser in (client, other):
        page = browser.post(_at(asked, "correct/files"), {"go": "yes"}, follow=True)
        assert page.status_code == 200

    assert _kinds(asked).count("corrected") == 1


def test_a_correction_that_nobody_waits_for_gets_a_sentence(client, taken) -> None:
    client.post(_at(taken, "correct"), {"words": WORDS})

    page = client.post(_at(taken, "correct/files"), {"go": "yes"})

    assert page.status_code == 409
    assert "没有正在等待的补正" in words_of(page)


def test_words_written_while_the_look_up_expired_are_carried_through_the_code(
    client, asked
) -> None:
    client.post("/requests/leave")

    door = client.post(_at(asked, "correct"), {"words": WORDS})
    assert door.status_code == 403
    assert WORDS in text_of(door)
    page = client.post(
        "/requests", {"number": asked.case.number, "code": asked.code, "words": WORDS}
    )

    assert WORDS in text_of(page)
    assert "补充的内容" in words_of(page)


def test_words_survive_the_draft_and_the_session(client, asked) -> None:
    client.post(_at(asked, "correct"), {"words": WORDS})
    page = client.get(_at(asked, "correct/files"))
    FormDraft.objects.filter(purpose="correction").delete()

    client.post(_at(asked, "correct/files"), {"carried": carried(page), "go": "yes"})

    text = CaseText.objects.get(case=asked.case, kind="correction")
    assert personal.words_of(text) == WORDS


def test_words_on_the_page_of_files_are_carried_through_the_code_too(client, asked) -> None:
    client.post(_at(asked, "correct"), {"words": WORDS})
    page = client.get(_at(asked, "correct/files"))

    door = Client().post(_at(asked, "correct/files"), {"carried": carried(page), "go": "yes"})

    assert WORDS in text_of(door)


def test_a_reason_to_withdraw_is_not_taken_for_a_correction(client, asked) -> None:
    door = Client().post(_at(asked, "withdraw"), {"words": "已经找到了"})

    assert "已经找到了" not in text_of(door)


def test_words_of_a_page_that_expired_are_shown_again(client, asked) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies.__class__(client.cookies)

    page = strict.post(_at(asked, "correct"), {"words": WORDS})

    assert page.status_code == 403
    assert WORDS in text_of(page)
    assert "您填的都还在" in words_of(page)
    assert not FormDraft.objects.filter(purpose="correction").exists()


def test_an_expired_page_sends_no_correction(client, asked) -> None:
    client.post(_at(asked, "correct"), {"words": WORDS})
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies.__class__(client.cookies)

    page = strict.post(_at(asked, "correct/files"), {"go": "yes"})

    assert page.status_code == 403
    assert WORDS in words_of(page)
    assert "corrected" not in _kinds(asked)


def test_withdrawing_is_asked_again_first(client, taken) -> None:
    page = client.get(_at(taken, "withdraw"))

    assert "真的要撤回吗" in words_of(page)
    assert "withdrawn" not in _kinds(taken)


def test_a_withdrawn_request_is_closed_and_says_so(client, taken) -> None:
    page = client.post(_at(taken, "withdraw"), {"words": "已经找到了"}, follow=True)

    assert "申请已经撤回" in words_of(page)
    assert "您已撤回" in words_of(page)
    assert "撤回申请" not in words_of(page)


def test_withdrawing_twice_is_once(client, taken) -> None:
    client.post(_at(taken, "withdraw"))

    page = client.post(_at(taken, "withdraw"), follow=True)

    assert "申请已经办结" in words_of(page)
    assert _kinds(taken).count("withdrawn") == 1


def test_the_answer_s_arrival_is_confirmed_once(client, taken, office) -> None:
    working.answer(taken.case, office)
    page = client.get(f"/requests/{taken.case.number}")
    assert "我收到了" in words_of(page)

    for _ in range(2):
        page = client.post(_at(taken, "delivered"), follow=True)

    assert "您确认收到了答复" in words_of(page)
    assert "我收到了" not in words_of(page)
    assert _kinds(taken).count("delivered") == 1


def test_what_was_said_is_said_once(client, taken) -> None:
    client.post(_at(taken, "withdraw"), follow=True)

    again = client.get(f"/requests/{taken.case.number}")

    assert "申请已经撤回。" not in words_of(again)
