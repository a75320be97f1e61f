"""Personal data are masked, opened only by those who handle the case, each opening on record."""

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.signing_in import signed_in
from tests.workspace.at_work import AtWork, address, an_office, make, words_of
from yangguang.agencies.models import Role
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, Opening
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition

NAME = town.APPLICATION.applicant.name
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)


def _in_approval() -> tuple[AtWork, Case]:
    work = an_office()
    case = work.assigned(uploads=[Upload("身份证.png", PHOTO)])
    handler = town.may(work.office.handler)
    words = {"title": "告知书", "addressee": f"{NAME}：", "body": f"{NAME}，电话 13800000000。"}
    terms = town.ends_as(Disposition.PROVIDED)
    letters.draft(case, LetterKind.ANSWER, words, terms, handler)
    letters.submit(case, handler)
    return work, case


def _issued() -> tuple[AtWork, Case]:
    work, case = _in_approval()
    office = work.office
    working.approve(case, *office.approvers())
    letters.issue(case, town.may(office.handler))
    return work, case


def _letter(case: Case, rest: str = "") -> str:
    return address(case, f"letter/{case.letters.get().pk}{rest}")


def _colleague(work: AtWork) -> Client:
    return signed_in(town.person("周承办", Role.HANDLER, work.agency))


def test_a_colleague_sees_the_letter_masked_and_gets_no_file_of_it() -> None:
    work, case = _in_approval()
    colleague = _colleague(work)

    letter = words_of(colleague.get(_letter(case)))
    draft = colleague.get(_letter(case, "/draft.docx"))

    assert "林*" in letter
    assert NAME not in letter
    assert "13800000000" not in letter
    assert draft.status_code == 403
    assert "只有承办、分办和正在审批" in words_of(draft)
    assert not Opening.objects.exists()


def test_nor_the_file_of_one_that_was_issued() -> None:
    work, case = _issued()
    file = address(case, f"file/{case.letters.get().issued.file_id}")

    answers = [client.get(file).status_code for client in (_colleague(work), work.leader)]

    assert answers == [403, 403]
    assert work.handler.get(file).status_code == 200
    assert [one.what for one in Opening.objects.all()] == ["file"]


def test_nor_the_applicant_s_papers_and_particulars() -> None:
    work, case = _in_approval()
    colleague = _colleague(work)

    party = colleague.post(address(case, f"party/{case.parties.get().pk}"), {"reason": "contact"})
    paper = colleague.get(address(case, f"file/{case.attachments.get().pk}"))
    whole = colleague.post(address(case, "case-file"), {"reason": "filing"})

    assert [one.status_code for one in (party, paper, whole)] == [403, 403, 403]
    assert "请先分办给您" in words_of(party)
    assert "查看完整信息" not in words_of(colleague.get(address(case)))
    assert not Opening.objects.exists()


@pytest.mark.parametrize("who", ["handler", "section_head", "disclosure_head"])
def test_who_handles_or_assigns_reads_it_and_that_is_on_record(who: str) -> None:
    work, case = _in_approval()

    page = words_of(getattr(work, who).get(_letter(case)))

    assert f"{NAME}：" in page
    opening = Opening.objects.get()
    assert (opening.person, opening.what) == (getattr(work.office, who), "letter")


def test_who_approves_reads_it_while_it_waits_for_them() -> None:
    work, case = _in_approval()
    before = words_of(work.leader.get(_letter(case)))
    working.approve(case, *work.office.approvers()[:-1])

    now = words_of(work.leader.get(address(case, "decide")))
    working.approve(case, work.office.leader)
    after = words_of(work.leader.get(_letter(case)))

    assert [f"{NAME}：" in page for page in (before, now, after)] == [False, True, False]
    assert Opening.objects.get().person == work.office.leader


def test_writing_a_letter_opens_the_name_and_is_for_who_handles_it() -> None:
    work = an_office()
    case = work.assigned()

    written = work.handler.get(address(case, "draft-correction"))
    refused = _colleague(work).get(address(case, "draft-correction"))

    assert NAME in written.content.decode()
    assert Opening.objects.get().person == work.office.handler
    assert NAME not in refused.content.decode()
    assert "这件申请由别人承办" in words_of(refused)


def test_assigned_to_the_colleague_it_is_theirs() -> None:
    work, case = _in_approval()
    colleague = town.person("周承办", Role.HANDLER, work.agency)
    make(work.section_head, case, "assign", handler=str(colleague.pk))

    assert NAME in words_of(signed_in(colleague).get(_letter(case)))
    assert NAME not in words_of(work.handler.get(_letter(case)))


def test_what_someone_wrote_beside_the_reason_is_sealed() -> None:
    work, case = _in_approval()
    party = address(case, f"party/{case.parties.get().pk}")

    work.handler.post(party, {"reason": "other", "more": f"{NAME}来过电话"})

    opening = Opening.objects.get()
    assert NAME.encode() not in bytes(opening.remark)
    assert f"其他：{NAME}来过电话" in words_of(work.section_head.get(party))
