"""Art. 44 on the office's pages: a version is written, with what is personal marked; published."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.casework import authored
from tests.inforequests.asked_alike import TENDER, TENDER_AGAIN, someone
from tests.inforequests.disputing import sent_back
from tests.inforequests.opening_to_all import answered, approved
from tests.portal.requests import working
from tests.town import may, request_at
from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Event
from yangguang.inforequests import public_answers
from yangguang.inforequests.actions import publish, unpublish
from yangguang.inforequests.models import PublicAnswer
from yangguang.portal.requests.story import told


def test_from_the_answer_to_the_public_page_and_back() -> None:
    work = an_office()
    case = answered(work.office)
    page = work.handler.get(address(case, "offer-to-all"))
    assert "现提供给您" in page.context["form"]["answered"].value()

    sent = make(work.handler, case, "offer-to-all", title="招标文件", asked="问", answered="答")
    assert sent.status_code == 302
    for client in (work.section_head, work.disclosure_head, work.reviewer, work.leader):
        waiting = words_of(client.get("/workspace/publishing"))
        assert "现在审批" in waiting
        assert "长宁路改造工程的招标文件" in waiting
        assert "招标文件" in words_of(client.get(address(case, "decide-offer")))
        make(client, case, "decide-offer", decision="approved")
    assert "审批通过，等发布" in words_of(work.leader.get("/workspace/publishing"))
    make(work.handler, case, "publish", checked="on")

    shown = PublicAnswer.objects.get()
    assert Client().get(f"/answers/{shown.address}").status_code == 200
    make(work.disclosure_head, case, "unpublish", reason="内容有误", checked="on")
    assert Client().get(f"/answers/{shown.address}").status_code == 410


def test_what_tells_of_a_person_is_marked_and_asks_for_a_reason() -> None:
    work = an_office()
    case = answered(work.office)
    telling = "林晓：请打 13800000000。"

    page = make(work.handler, case, "offer-to-all", title="标题", asked="问", answered=telling)

    assert page.status_code == 422
    assert "<mark>林晓</mark>" in page.content.decode()
    assert "还有 2 处可能是个人信息" in words_of(page)
    reasons = {name: "理由" for name in page.context["form"].fields if name.startswith("keep_")}
    assert len(reasons) == 2
    again = {"title": "标题", "asked": "问", "answered": telling, **reasons}
    seen = str(page.context["overview"].seen)
    assert (
        work.handler.post(address(case, "offer-to-all"), again | {"seen": seen}).status_code == 302
    )
    approving = words_of(work.section_head.get(address(case, "decide-offer")))
    assert "保留下来的信息和理由" in approving


def test_a_button_takes_out_all_that_is_marked() -> None:
    work = an_office()
    case = answered(work.office)
    telling = {"title": "标题", "asked": "问", "answered": "林晓：请打 13800000000。"}

    page = work.handler.post(address(case, "offer-to-all"), telling | {"conceal": "yes"})

    assert page.context["form"]["answered"].value() == "〔略〕：请打 〔略〕。"
    assert "<mark>" not in page.content.decode()


def test_the_head_is_shown_what_many_people_ask() -> None:
    work = an_office()
    for name in ("周明", "吴丽"):
        request_at(work.agency, wanted=TENDER_AGAIN, applicant=someone(name, f"E {name}"))
    assert "还没有多人申请" in words_of(work.disclosure_head.get("/workspace/publishing"))
    request_at(work.agency, wanted=TENDER)

    page = words_of(work.disclosure_head.get("/workspace/publishing"))

    assert "3 位申请人，3 件" in page
    assert "很多人要的" not in words_of(work.leader.get("/workspace/publishing"))


def test_the_applicant_is_told_that_it_was_published() -> None:
    work = an_office()
    case = approved(work.office)
    before = told(list(Event.objects.filter(case=case)))
    publish.publish(case, may(work.office.handler))

    latest, *rest = told(list(Event.objects.filter(case=case)))
    assert latest.title == "机关向社会公开了这份答复"
    assert rest == before


def test_why_the_day_of_dispatch_stays_is_said_where_it_would_be_put_right() -> None:
    work = an_office()
    case = approved(work.office)
    publish.publish(case, may(work.office.handler))

    held = words_of(work.handler.get(address(case, "void-entry")))
    unpublish.unpublish(case, "内容有误", may(work.office.handler))
    free = words_of(work.handler.get(address(case, "void-entry")))

    assert "先撤下公开版" in held
    assert "发送答复" not in held
    assert "先撤下公开版" not in free
    assert "发送答复" in free


def test_a_file_is_chosen_looked_at_and_downloaded_by_who_decides() -> None:
    work = an_office()
    case = request_at(work.agency).case
    files = [
        Upload("合同.docx", authored.document("林晓：13800000000")),
        Upload("照片.png", authored.photo_png(b"x")),
    ]
    working.answer(case, work.office, uploads=files)
    page = work.handler.get(address(case, "offer-to-all"))
    chosen = [pk for pk, _name in page.context["form"].fields["files"].choices]
    given = {"title": "标题", "asked": "问", "answered": "答", "files": chosen}
    given["seen"] = str(page.context["overview"].seen)

    refused = work.handler.post(address(case, "offer-to-all"), given)
    assert refused.status_code == 422
    assert "有 2 处可能是个人信息" in words_of(refused)
    assert "我打开看过“照片.png”" in words_of(refused)
    form = refused.context["form"]
    for name in form.fields:
        if name.startswith("keep_"):
            given[name] = "同意公开"
        elif name.startswith("looked_"):
            given[name] = "on"
    assert work.handler.post(address(case, "offer-to-all"), given).status_code == 302

    deciding = work.section_head.get(address(case, "decide-offer"))
    (word, photo) = deciding.context["form"].version.files
    assert "起草人确认打开看过" in words_of(deciding)
    for one in (word, photo):
        got = work.section_head.get(address(case) + f"/file/{one['attachment']}")
        assert got.status_code == 200 and len(got.content) == one["size"]


def test_a_file_made_for_the_purpose_is_sent_along() -> None:
    work = an_office()
    case = answered(work.office)
    given = {"title": "标题", "asked": "问", "answered": "答"}
    page = work.handler.get(address(case, "offer-to-all"))
    given["seen"] = str(page.context["overview"].seen)
    sent = SimpleUploadedFile("公开用.docx", authored.document("正文"))

    done = work.handler.post(address(case, "offer-to-all"), {**given, "attachments": sent})

    assert done.status_code == 302
    version = public_answers.version(working.standing(case).public)
    assert version and [one["name"] for one in version.files] == ["公开用.docx"]


def test_what_was_overturned_is_looked_at_from_the_case_and_left_or_taken_back() -> None:
    work = an_office()
    case = approved(work.office)
    publish.publish(case, may(work.office.handler))
    assert "要复核" not in words_of(work.handler.get("/workspace/"))
    sent_back(case, work.office, days=15)

    assert "1 份公开的答复被纠正或者重新答复过，要复核" in words_of(work.handler.get("/workspace/"))
    assert "已经被复议决定或者裁判纠正" in words_of(work.leader.get(address(case)))
    assert case.number in words_of(work.handler.get("/workspace/publishing"))
    make(work.handler, case, "unpublish", what="keep", reason="只是公开得不够", checked="on")

    assert "要复核" not in words_of(work.handler.get("/workspace/"))
    assert "复核后继续公开" in words_of(work.handler.get(address(case)))
    assert "继续公开" not in " ".join(
        str(one.title) for one in told(list(Event.objects.filter(case=case)))
    )
    assert PublicAnswer.objects.get().withdrawn_on is None
