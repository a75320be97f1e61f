"""Art. 30: the notice says how many days, and the day with which they end, as the ledger has it."""

from datetime import date

import pytest

from tests import town
from tests.portal.requests import working
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.documents import letter_docx
from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests import composing, overview, paper
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind


def _asked() -> tuple[Case, town.Office]:
    office = town.office()
    case = town.request_at(office.agency).case
    working.ask_correction(case, office)
    return case, office


def test_the_day_on_paper_is_the_day_that_the_applicant_is_held_to() -> None:
    case, _ = _asked()
    issued = IssuedLetter.objects.get()
    until = working.standing(case).correction_until

    sheet = paper.as_issued(issued.revision, issued.number, issued.dated)

    assert until == date(2026, 3, 6)  # five working days before an answer would be due
    assert "补正的截止日期：2026年3月6日。" in sheet.paragraphs


def test_written_one_day_and_issued_another_it_counts_from_the_issue() -> None:
    office = town.office()
    case, handler = town.request_at(office.agency).case, town.may(office.handler)
    assign(case, office.handler, town.may(office.section_head))
    letters.draft(
        case, LetterKind.CORRECTION, {"body": "请"}, letters.Terms(correction_days=2), handler
    )
    letters.submit(case, handler)
    working.approve(case, office.disclosure_head)

    with moment.standing_at(at(2, 11)):
        issued = letters.issue(case, handler)

    sheet = paper.as_issued(issued.revision, issued.number, issued.dated)
    assert sheet.paragraphs[-1] == "补正的截止日期：2026年2月13日。"
    assert working.standing(case).correction_until == date(2026, 2, 13)


def test_a_draft_does_not_name_a_day_that_is_not_known_yet() -> None:
    _asked()
    revision = IssuedLetter.objects.get().revision

    page = paper.draft(revision, "docx")

    assert page.media_type == letter_docx.MEDIA_TYPE
    (said,) = [one for one in paper._sheet(revision, dated=None).paragraphs if "截止日期" in one]
    assert "印发时填入" in said


def test_staff_read_it_with_the_letter() -> None:
    case, office = _asked()

    (letter,) = overview.of(case, town.may(office.handler)).letters

    assert "补正的截止日期：2026年3月6日。" in letter.latest.paragraphs


@pytest.mark.parametrize("kind", ["answer", "extension", "lapse"])
def test_no_other_letter_has_one(kind: str) -> None:
    words = {"body": "正文"}

    assert composing.as_sent(kind, words, {"correction_days": 5}, date(2026, 2, 9)) == words
