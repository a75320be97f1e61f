from django.core.files.uploadedfile import SimpleUploadedFile

from tests.workspace.at_work import address, an_office, fields_of, make, words_of
from yangguang.agencies.models import ContestPlaces
from yangguang.casework.models import LetterRevision

REPORT = "论证报告的正文。".encode()


def test_the_form_begins_from_the_law_and_the_request() -> None:
    work = an_office()
    case = work.assigned(wanted="长宁路改造的招标文件")

    page = work.handler.get(address(case, "draft-answer"), {"disposition": "not_ours"})

    filled = fields_of(page)
    assert filled["title"] == "政府信息无法提供告知书"
    assert filled["addressee"] == "林晓："
    assert "长宁路改造的招标文件" in filled["body"]
    assert "第三十六条第（五）项" in filled["body"]


def test_the_outcome_is_chosen_first() -> None:
    work = an_office()
    case = work.assigned()

    page = words_of(work.handler.get(address(case, "draft-answer")))

    assert "属于过程性信息 第十六条第二款" in page
    assert "申请人撤回" not in page


def test_opened_again_the_draft_has_what_was_saved() -> None:
    work = an_office()
    case = work.assigned()
    make(
        work.handler, case, "draft-extension", filled_reason="材料较多", body="改过的正文", days="7"
    )

    filled = fields_of(work.handler.get(address(case, "draft-extension")))

    assert filled["body"] == "改过的正文"
    assert filled["filled_reason"] == "材料较多"
    assert filled["days"] == "7"


def test_each_saving_is_a_revision_and_the_earlier_ones_can_be_read() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-extension", filled_reason="理由一", days="7")
    make(work.handler, case, "draft-extension", filled_reason="理由二", days="7")
    letter = case.letters.get()

    now = words_of(work.leader.get(address(case, f"letter/{letter.pk}")))
    before = words_of(work.leader.get(address(case, f"letter/{letter.pk}"), {"revision": "1"}))

    assert LetterRevision.objects.filter(letter=letter).count() == 2
    assert "因理由二，" in now
    assert "因理由一，" in before


def test_enclosures_stay_with_the_draft_until_they_are_left_out() -> None:
    work = an_office()
    case = work.assigned()
    page = work.handler.get(address(case, "draft-answer"), {"disposition": "provided"})
    filled = fields_of(page) | {"filled_material": "报告一份"}
    file = SimpleUploadedFile("报告.txt", REPORT)
    work.handler.post(address(case, "draft-answer"), {**filled, "attachments": file})
    [enclosed] = case.attachments.all()

    again = fields_of(work.handler.get(address(case, "draft-answer")))
    work.handler.post(address(case, "draft-answer"), {**again, "keep": [enclosed.pk]})
    kept = LetterRevision.objects.latest("pk").enclosures.count()
    again = fields_of(work.handler.get(address(case, "draft-answer")))
    work.handler.post(address(case, "draft-answer"), again)

    assert enclosed.kind == "enclosure"
    assert (kept, LetterRevision.objects.latest("pk").enclosures.count()) == (1, 0)
    assert work.leader.get(address(case, f"file/{enclosed.pk}")).content == REPORT


def test_without_places_to_contest_an_answer_is_not_even_drafted() -> None:
    work = an_office()
    case = work.assigned()
    ContestPlaces.objects.all().delete()

    answer = make(
        work.handler,
        case,
        "draft-answer",
        query={"disposition": "provided"},
        filled_material="报告一份",
    )

    assert answer.status_code == 409
    assert "行政复议机关或管辖法院还没有填写" in words_of(answer)
    assert "报告一份" in answer.content.decode()
