"""Arts 36(4), 36(5), 37, 39, 41, 51: what stands in the letter, and what stays in the file."""

from datetime import date

import pytest

from tests import town
from tests.inforequests.writing import assigned
from tests.portal.requests import working
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests import case_file_parts, composing, holders, paper
from yangguang.inforequests.actions import letters
from yangguang.inforequests.composing import Facts, Terms
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.evidence import begun
from yangguang.law.dispositions import Disposition
from yangguang.law.own_record import Done

FACTS = Facts("青岚市交通运输局", "林晓", True, "2026-0001-00001", date(2026, 2, 9), "登记表")
SEARCH = {
    "search_where": "档案室和公文系统",
    "search_words": "“长宁路”“招标”",
    "search_on": "2026-02-09",
    "search_by": "李承办",
}


def _draft(case: Case, office: town.Office, disposition: Disposition, facts: dict) -> None:
    terms = letters.Terms(disposition, facts=facts)
    letters.draft(
        case,
        LetterKind.ANSWER,
        {"title": "告知书", "body": "正文"},
        terms,
        town.may(office.handler),
    )


def _refused(disposition: Disposition, **facts: str) -> dict[str, str]:
    office = town.office()
    with pytest.raises(Mistakes) as refusal:
        _draft(assigned(office), office, disposition, facts)
    return refusal.value.fields


def _said(disposition: Disposition, **facts: str) -> list[str]:
    return composing.sentences(LetterKind.ANSWER, FACTS, Terms(disposition), facts)


def test_a_partial_answer_goes_out_with_both_ways_to_contest_it() -> None:
    office = town.office()
    case = assigned(office)
    working.issue_answer(case, office, Disposition.PARTLY_PROVIDED)

    issued = IssuedLetter.objects.get()
    sheet = paper.as_issued(issued.revision, issued.number, issued.dated)
    contest = sheet.paragraphs[-1]

    assert "对本答复中不予公开的部分不服，应当先" in contest
    assert "对其余部分不服，可以" in contest


@pytest.mark.parametrize("missing", SEARCH)
def test_a_search_is_on_record_with_place_words_day_and_person(missing: str) -> None:
    assert set(_refused(Disposition.DOES_NOT_EXIST, **{**SEARCH, missing: " "})) == {missing}


@pytest.mark.parametrize(
    ("day", "said"), [("昨天", "日期要写成"), ("2026-02-10", "检索日期不能晚于今天")]
)
def test_the_day_of_a_search_is_a_day_that_was(day: str, said: str) -> None:
    assert said in _refused(Disposition.DOES_NOT_EXIST, **{**SEARCH, "search_on": day})["search_on"]


def test_the_record_of_a_search_is_in_the_file_and_not_in_the_letter() -> None:
    office = town.office()
    case = assigned(office)
    _draft(case, office, Disposition.DOES_NOT_EXIST, SEARCH)
    parties = dict.fromkeys(case.parties.all())

    gathered = case_file_parts.gathered(case, town.may(office.handler), parties, "")

    (letter,) = (one for one in gathered.parts if one.sheet)
    assert {"档案室和公文系统", "“长宁路”“招标”"} <= {value for _label, value in letter.facts}
    assert letter.sheet and "公文系统" not in "".join(letter.sheet.paragraphs)
    assert _said(Disposition.DOES_NOT_EXIST, **SEARCH) == []


def test_another_agency_is_named_with_its_office_where_it_is_known_here() -> None:
    own = town.agency()
    other = town.agency(slug="jiaoyu", name="青岚市教育局")

    assert holders.offered(own.pk) == [other.name]
    assert holders.as_told("教育局") == (
        "青岚市教育局（青岚市教育局办公室，地址：青岚市长宁路 1 号，电话：0000-1234567）"
    )
    assert holders.as_told("云川省教育厅") == "云川省教育厅"
    assert holders.as_told(" ") == ""


def test_why_it_is_another_s_is_told_and_who_if_known() -> None:
    assert set(_refused(Disposition.NOT_OURS)) == {"why_not_ours"}
    assert _said(Disposition.NOT_OURS, why_not_ours="由教育部门制作") == ["理由：由教育部门制作"]


def test_an_agency_does_not_name_itself() -> None:
    said = _refused(Disposition.NOT_OURS, holder="交通运输局")

    assert "就是本机关" in said["holder"]


def test_a_petition_is_told_where_it_belongs() -> None:
    asked = composing.particulars(LetterKind.ANSWER, Disposition.PETITION)
    prefilled = begun(asked, date(2026, 2, 9), "李承办")

    assert "信访" in prefilled["right_channel"]
    assert _said(Disposition.PETITION, **prefilled)[0].startswith("您可以通过以下渠道反映：")
    assert set(_refused(Disposition.PETITION)) == {"right_channel"}


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (Done.CORRECTED, "本机关已经更正：姓名一栏"),
        (Done.PASSED_ON, "转送有权更正的机关处理：姓名一栏"),
        (Done.TOLD, "请您向有权更正的机关提出：姓名一栏"),
    ],
)
def test_an_own_record_says_what_was_done(done: Done, said: str) -> None:
    facts = {"own_record": done.value, "own_record_detail": "姓名一栏"}

    (sentence,) = _said(Disposition.OWN_RECORD, **facts)

    assert sentence.endswith(said)


def test_an_own_record_is_not_answered_without_what_was_done() -> None:
    assert set(_refused(Disposition.OWN_RECORD)) == {"own_record", "own_record_detail"}
    assert set(_refused_choice()) == {"own_record"}


def _refused_choice() -> dict[str, str]:
    office = town.office(slug="jiaoyu", name="青岚市教育局")
    with pytest.raises(Mistakes) as refusal:
        facts = {"own_record": "forgotten", "own_record_detail": "姓名一栏"}
        _draft(assigned(office), office, Disposition.OWN_RECORD, facts)
    return refusal.value.fields
