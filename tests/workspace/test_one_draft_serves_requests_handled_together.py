"""Art. 45: handled together, an answer is written once; each applicant gets a letter of theirs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import town
from tests.inforequests.asked_alike import someone
from tests.portal.requests import working
from tests.portal.requests.working import standing
from tests.workspace.at_work import AtWork, address, an_office, fields_of, make, words_of
from yangguang.casework import attachments, personal
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, LetterRevision
from yangguang.casework.rebuilding import differences
from yangguang.inforequests.actions import applicant, consult, letters, relate
from yangguang.inforequests.actions.draft_jointly import Own, draft_jointly
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.derivation import Draft, Stage
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition

BELOW = "招标文件共三册，扫描后提供。"
GIVEN = {"filled_material": "招标文件一份"}
PNG = b"\x89PNG\r\n\x1a\n" + b"1" * 99


@pytest.fixture
def work() -> AtWork:
    return an_office()


def _beside(work: AtWork, case: Case, name: str = "周明", wanted: str = "长宁路标书") -> Case:
    """Another's request, handled together with a case."""
    other = work.assigned(wanted=wanted, applicant=someone(name, f"E {name}"))
    relate.join(case, other.number, town.may(work.office.handler))
    return other


def _write(work: AtWork, case: Case, *others: Case, below: str = BELOW, lead: str = "", **filled):
    """The form, with so much written below its lead, and so many others ticked."""
    query = {"disposition": Disposition.PROVIDED}
    body = lead or fields_of(work.handler.get(address(case, "draft-answer"), query))["body"]
    written = {"body": f"{body}\r\n{below}", "jointly": [one.pk for one in others], **GIVEN}
    return make(work.handler, case, "draft-answer", query=query, **{**written, **filled})


def _draft(case: Case) -> Draft:
    draft = standing(case).draft
    assert draft
    return draft


def _said(case: Case) -> dict[str, object]:
    words = personal.words_of(LetterRevision.objects.get(pk=_draft(case).revision).text)
    assert isinstance(words, dict)
    return words


def test_each_gets_the_same_answer_under_its_own_number_to_its_own_applicant(work) -> None:
    case = work.assigned()
    others = [_beside(work, case), _beside(work, case, "吴丽", "长宁路工程招标材料")]

    sent = _write(work, case, *others)

    assert sent.status_code == 302
    assert all(one.number in words_of(work.handler.get(address(case))) for one in others)
    for one, name in zip((case, *others), ("林晓", "周明", "吴丽"), strict=True):
        said = _said(one)
        assert said["addressee"] == f"{name}："
        assert one.number in str(said["body"])
        assert str(said["body"]).endswith(BELOW)
        assert said["facts"] == {"material": "招标文件一份"}
        assert _draft(one).disposition == Disposition.PROVIDED
        every = str(said)
        assert not any(other in every for other in {"林晓", "周明", "吴丽"} - {name})
    assert list(differences()) == []


def test_each_is_approved_and_issued_for_itself(work) -> None:
    case = work.assigned()
    other = _beside(work, case)
    _write(work, case, other)
    handler = town.may(work.office.handler)

    letters.submit(case, handler)
    working.approve(case, *work.office.approvers())

    assert (standing(case).stage, standing(other).stage) == (Stage.APPROVED, Stage.HANDLING)
    letters.submit(other, handler)
    working.approve(other, *work.office.approvers())
    assert letters.issue(case, handler).number != letters.issue(other, handler).number


def test_what_is_enclosed_is_each_one_s_own_file(work) -> None:
    case = work.assigned()
    other = _beside(work, case)
    _write(work, case, attachments=SimpleUploadedFile("标书.png", PNG))
    kept = [one.pk for one in case.attachments.filter(kind=letters.ENCLOSURE)]

    _write(work, case, other, keep=kept, attachments=SimpleUploadedFile("合同.png", PNG + b"2"))

    for one in (case, other):
        revision = LetterRevision.objects.get(pk=_draft(one).revision)
        enclosed = list(revision.enclosures.order_by("pk"))
        assert [attachments.name_of(file) for file in enclosed] == ["标书.png", "合同.png"]
        assert {file.case_id for file in enclosed} == {one.pk}
        assert [attachments.content_of(file) for file in enclosed] == [PNG, PNG + b"2"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"lead": "本机关研究决定如下。"}, "写明是哪件申请的那几行改动过"),
        ({"below": "此件与林晓的申请一并答复。"}, "有这件申请的当事人的信息"),
        ({"filled_material": "给林晓的招标文件"}, "有这件申请的当事人的信息"),
    ],
)
def test_what_is_one_applicant_s_own_is_written_to_no_other(work, changed, why) -> None:
    case = work.assigned()
    other = _beside(work, case)

    refused = _write(work, case, other, **changed)

    assert refused.status_code == 422
    assert why in words_of(refused)
    assert (standing(case).draft, standing(other).draft) == (None, None)


def test_where_one_cannot_have_it_none_is_written(work) -> None:
    case = work.assigned()
    other, third = _beside(work, case), _beside(work, case, "吴丽")
    page = work.handler.get(address(case, "draft-answer"), {"disposition": Disposition.PROVIDED})
    filled = {**fields_of(page), **GIVEN, "jointly": [other.pk, third.pk]}
    applicant.withdraw(third)

    refused = work.handler.post(address(case, "draft-answer"), filled)

    assert refused.status_code == 422
    assert "有的情况变了" in words_of(refused)
    assert [standing(one).draft for one in (case, other)] == [None, None]


def test_nor_where_one_is_handled_apart_by_the_time_it_is_written(work) -> None:
    case, handler = work.assigned(), town.may(work.office.handler)
    other, apart = _beside(work, case), work.assigned()
    words = {"title": "告知书", "body": BELOW}
    own, *others = (Own(one, words, ()) for one in (case, other, apart))

    with pytest.raises(NotAllowed, match=f"{apart.number}：已经不和这件申请合并办理"):
        draft_jointly(own, others, town.ends_as(Disposition.PROVIDED), handler)
    assert [standing(one).draft for one in (case, other, apart)] == [None, None, None]


def test_what_one_of_them_still_lacks_is_told_with_its_number(work) -> None:
    case, handler = work.assigned(), town.may(work.office.handler)
    other = _beside(work, case)
    asked = working.ask(case, work.office, LetterKind.THIRD_PARTY, town.asks("陈木"))
    consult.answered(case, asked, Reply.OBJECTS, "是商业秘密", handler)
    words = {"title": "告知书", "body": BELOW}
    terms = letters.Terms(Disposition.THIRD_PARTY_RIGHTS)

    with pytest.raises(Mistakes) as refused:
        draft_jointly(Own(case, words, ()), [Own(other, words, ())], terms, handler)

    assert refused.value.fields["jointly"].startswith(f"{other.number}：")
    assert standing(case).draft is None


def test_it_is_said_which_have_a_draft_and_which_cannot_have_this_one(work) -> None:
    case = work.assigned()
    drafted, under_way = _beside(work, case), _beside(work, case, "吴丽")
    _write(work, drafted)
    working.draft_answer(under_way, work.office)

    query = {"disposition": Disposition.PROVIDED}
    page = words_of(work.handler.get(address(case, "draft-answer"), query))

    assert f"{drafted.number}（已经有草稿，会换成这一份）" in page
    assert f"现在不能一起存的：{under_way.number}（文书正在审批" in page


def test_what_was_answered_to_one_before_is_not_offered_for_others(work) -> None:
    case = work.assigned()
    _beside(work, case)
    alone = work.assigned(applicant=someone("吴丽", "E 吴丽"))

    def offered(one: Case, disposition: Disposition) -> bool:
        page = work.handler.get(address(one, "draft-answer"), {"disposition": disposition})
        return "jointly" in page.context["form"].fields

    assert offered(case, Disposition.PROVIDED)
    assert not offered(case, Disposition.REPEATED)
    assert not offered(alone, Disposition.PROVIDED)
