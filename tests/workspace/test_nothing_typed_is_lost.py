from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.workspace.at_work import address, an_office, fields_of, words_of

TYPED = "已与申请人电话核实，同意按补正后的内容办理。"


def test_not_to_a_mistake() -> None:
    work = an_office()
    case = work.assigned()
    page = work.handler.get(address(case, "receive-correction"))

    answer = work.handler.post(
        address(case, "draft-correction"),
        {"seen": "2", "body": TYPED, "title": "", "correction_days": "0"},
    )

    assert page.status_code == 200
    assert answer.status_code == 422
    assert TYPED in answer.content.decode()
    assert "请填 1 到 60 之间的整数。" in words_of(answer)
    assert "请填写标题。" in words_of(answer)


def test_not_to_a_session_that_ended() -> None:
    work = an_office()
    case = work.assigned()
    filled = fields_of(work.handler.get(address(case, "note"))) | {"words": TYPED}
    work.handler.logout()

    answer = work.handler.post(address(case, "note"), filled)

    assert answer.status_code == 401
    assert f'name="words" value="{TYPED}"' in answer.content.decode()
    assert "在新的标签页重新登录" in words_of(answer)


def test_not_to_a_token_that_expired() -> None:
    work = an_office()
    case = work.assigned()
    strict = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    strict.force_login(work.office.handler)

    answer = strict.post(address(case, "note"), {"words": TYPED, "seen": "2"})

    assert answer.status_code == 403
    assert f'name="words" value="{TYPED}"' in answer.content.decode()


def test_but_another_site_s_form_is_not_passed_on() -> None:
    work = an_office()
    case = work.assigned()
    strict = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "cross-site"})
    strict.force_login(work.office.handler)

    answer = strict.post(address(case, "note"), {"words": TYPED, "seen": "2"})

    assert answer.status_code == 403
    assert TYPED not in answer.content.decode()


def test_nor_to_a_refused_file() -> None:
    work = an_office()
    case = work.assigned()
    page = work.handler.get(address(case, "draft-extension"))
    filled = fields_of(page) | {"filled_reason": TYPED, "days": "5"}

    answer = work.handler.post(
        address(case, "draft-extension"),
        {**filled, "attachments": SimpleUploadedFile("a.bin", b"MZ\0\0\0")},
    )

    assert answer.status_code == 422
    assert TYPED in answer.content.decode()
    assert "“a.bin”不是能收的文件" in words_of(answer)
