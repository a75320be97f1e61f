from tests import town
from tests.workspace.at_work import address, an_office, words_of
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Opening

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)


def _party(case) -> str:
    return address(case, f"party/{case.parties.get().pk}")


def test_the_case_s_page_shows_them_masked() -> None:
    work = an_office()
    case = work.assigned()

    page = words_of(work.handler.get(address(case)))

    assert "林*" in page
    assert "林晓" not in page
    assert town.ID_CARD not in page
    assert "13800000000" not in page


def test_opening_takes_a_reason_and_goes_on_record() -> None:
    work = an_office()
    case = work.assigned()

    asked = work.handler.post(_party(case), {})
    opened = work.handler.post(_party(case), {"reason": "contact"})

    assert "请选择查看的原因。" in words_of(asked)
    assert town.ID_CARD not in words_of(asked)
    assert "13800000000" in words_of(opened)
    entry = Opening.objects.get()
    assert (entry.person, entry.reason) == (work.office.handler, "contact")
    assert "李承办 2026-02-09" in words_of(work.section_head.get(_party(case)))


def test_another_reason_is_told() -> None:
    work = an_office()
    case = work.assigned()

    answer = work.handler.post(_party(case), {"reason": "other", "more": " "})

    assert "请写明查看的理由" in words_of(answer)
    assert not Opening.objects.exists()


def test_who_does_not_handle_cannot_open() -> None:
    work = an_office()
    case = work.assigned()

    answer = work.leader.post(_party(case), {"reason": "contact"})

    assert answer.status_code == 403
    assert not Opening.objects.exists()


def test_a_file_that_the_applicant_sent_is_opened_on_record() -> None:
    work = an_office()
    case = work.assigned(uploads=[Upload("身份证.png", PHOTO)])
    file = address(case, f"file/{case.attachments.get().pk}")

    refused = work.leader.get(file)
    answer = work.handler.get(file)

    assert refused.status_code == 403
    assert answer.content == PHOTO
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert Opening.objects.get().file == case.attachments.get()


def test_long_numbers_do_not_show_in_lists() -> None:
    work = an_office()
    work.assigned(wanted="长宁路改造招标文件，电话 13912345678")

    page = words_of(work.handler.get("/workspace/queue"))

    assert "长宁路改造招标文件" in page
    assert "13912345678" not in page
