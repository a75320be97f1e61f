"""What is marked 内部资料 or 工作秘密 stops until someone of the office decides (Art. 17)."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from tests.workspace.at_work import AtWork, address, an_office, make, words_of
from yangguang.casework.models import Attachment, Case


def _marked(name: str = "a.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "内部资料 注意保存".encode())


def _drafted(work: AtWork, case: Case, **more: object):
    filled = {"filled_material": "见附件", "attachments": [_marked(), _marked("b.txt")], **more}
    return make(work.handler, case, "draft-answer", query={"disposition": "provided"}, **filled)


def test_a_letter_s_enclosure_stops_and_the_page_has_the_box() -> None:
    work = an_office()
    case = work.assigned()

    answer = _drafted(work, case)

    assert answer.status_code == 422
    assert "“a.txt”标有" in words_of(answer)
    assert "“b.txt”标有" in words_of(answer)
    assert 'type="checkbox" name="decided"' in answer.content.decode()
    assert not Attachment.objects.exists()


def test_ticked_it_is_kept_and_the_ledger_has_who_decided() -> None:
    work = an_office()
    case = work.assigned()

    answer = _drafted(work, case, decided="on")

    assert answer.status_code == 302, words_of(answer)
    event = case.events.get(kind="drafted")
    assert event.actor == work.office.handler
    assert event.payload["decided"] == [one.pk for one in Attachment.objects.order_by("pk")]
    assert "决定存入标有内部字样的文件" in words_of(work.section_head.get(address(case)))


def test_where_nothing_is_marked_no_box_is_shown_and_nothing_decided() -> None:
    work = an_office()
    case = work.assigned()
    plain = SimpleUploadedFile("a.txt", b"plain")

    page = work.handler.get(address(case, "draft-answer"), {"disposition": "provided"})
    answer = _drafted(work, case, attachments=[plain], decided="on")

    assert answer.status_code == 302
    assert 'name="decided"' not in page.content.decode()
    assert "decided" not in case.events.get(kind="drafted").payload


def test_on_a_request_that_came_on_paper_and_on_a_correction() -> None:
    work = an_office()
    registered = work.handler.get("/workspace/register")
    letter = {
        "token": registered.context["token"],
        "channel": "post",
        "arrived": "2026-02-09",
        "applicant_kind": "natural_person",
        "name": "林晓",
        "paper": "other",
        "phone": "13800000000",
        "address": "青岚市和平路 2 号",
        "wanted": "招标文件",
        "form": "paper",
        "receiving": "post",
    }

    stopped = work.handler.post("/workspace/register", {**letter, "attachments": [_marked()]})
    ticked = {**letter, "attachments": [_marked()], "decided": "on"}
    done = work.handler.post("/workspace/register", ticked)

    assert stopped.status_code == 422
    assert 'name="decided"' in stopped.content.decode()
    case = done.context["case"]
    assert case.events.get(kind="received").payload["decided"] == [case.attachments.get().pk]
    working.ask_correction(case, work.office)
    sent = {"words": "一期", "on": "2026-02-09"}
    first = make(work.handler, case, "receive-correction", **sent, attachments=[_marked()])
    again = make(
        work.handler, case, "receive-correction", **sent, attachments=[_marked()], decided="on"
    )
    assert (first.status_code, again.status_code) == (422, 302)
    assert case.events.get(kind="corrected").payload["decided"]


def test_the_applicant_does_not_decide() -> None:
    work, client = an_office(), Client()
    asking.fill(client, work.agency)

    answer = client.post(
        asking.at(work.agency, "files"), {"files": [_marked()], "add": "1", "decided": "on"}
    )

    assert "不能从网上提交" in text_of(answer)
    assert 'name="decided"' not in text_of(answer)
    assert not Attachment.objects.exists()
