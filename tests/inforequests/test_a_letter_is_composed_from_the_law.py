"""Letters begin from the facts and the rules: grounds, article, remedy (Arts 30, 33, 36, 51)."""

from datetime import date

import pytest

from yangguang.casework.documents.sheet import sheet_of
from yangguang.inforequests import composing
from yangguang.inforequests.composing import Facts, Terms
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.evidence import particulars_of
from yangguang.law.dispositions import ON_THE_LEDGER, RULES, Disposition
from yangguang.law.remedies import NoPlaces, Places

FACTS = Facts("青岚市交通运输局", "林晓", True, "2026-0001-00001", date(2026, 2, 9), "招标文件")
PLACES = Places("青岚市人民政府", "青岚市中级人民法院")
TODAY = date(2026, 3, 2)
BY_LETTER = [one for one in Disposition if one not in composing.NOT_BY_LETTER]


@pytest.mark.parametrize("disposition", BY_LETTER)
def test_every_outcome_has_title_grounds_article_and_remedy(disposition: Disposition) -> None:
    rule = RULES[disposition]

    lead = composing.lead(LetterKind.ANSWER, FACTS, disposition)
    contest = composing.remedy(LetterKind.ANSWER, disposition, TODAY, PLACES)

    assert composing.title(LetterKind.ANSWER, disposition) == rule.letter != ""
    assert rule.grounds in lead
    assert rule.article in lead
    assert "2026年2月9日" in lead
    assert "招标文件" in lead
    assert PLACES.review_organ in contest
    assert PLACES.court in contest


@pytest.mark.parametrize("disposition", BY_LETTER)
def test_what_the_law_asks_for_is_asked_for(disposition: Disposition) -> None:
    asked = composing.particulars(LetterKind.ANSWER, disposition)

    stated = [one for one in RULES[disposition].evidence if one not in ON_THE_LEDGER]
    assert asked == tuple(part for one in stated for part in particulars_of(one))


def test_the_record_of_a_search_stays_on_file_and_who_holds_it_is_told() -> None:
    search = composing.sentences(
        LetterKind.ANSWER,
        FACTS,
        Terms(Disposition.DOES_NOT_EXIST),
        {"search_where": "档案室", "search_words": "招标", "search_by": "李承办"},
    )
    holder = composing.sentences(
        LetterKind.ANSWER, FACTS, Terms(Disposition.NOT_OURS), {"holder": "青岚市教育局"}
    )

    assert search == []
    assert holder[0].endswith("青岚市教育局")


def test_an_extension_says_why_how_long_and_until_when() -> None:
    terms = Terms(days=10, until=date(2026, 3, 27))

    said = composing.sentences(LetterKind.EXTENSION, FACTS, terms, {"reason": "材料较多"})

    assert said[0] == "因材料较多，本机关不能在规定的期限内作出答复。"
    assert "第三十三条" in said[1]
    assert "延长 10 个工作日，至2026年3月27日" in said[1]


def test_a_correction_says_what_by_when_and_what_follows_from_silence() -> None:
    said = composing.sentences(
        LetterKind.CORRECTION, FACTS, Terms(correction_days=15), {"asked": "哪一段道路"}
    )

    assert said[0] == "请补正以下内容：哪一段道路"
    assert "第三十条" in said[1]
    assert "15 个工作日内补正" in said[1]
    assert "视为放弃申请" in said[1]


def test_an_organisation_is_spoken_to_as_one() -> None:
    firm = Facts("青岚市交通运输局", "青岚建工", False, "1", date(2026, 2, 9), "招标文件")

    lead = composing.lead(LetterKind.ANSWER, firm, Disposition.PROVIDED)

    assert "你单位" in lead
    assert "您" not in lead


def test_a_notice_has_no_remedy_and_an_answer_without_places_cannot_be() -> None:
    assert composing.remedy(LetterKind.EXTENSION, None, TODAY, None) == ""
    with pytest.raises(NoPlaces):
        composing.remedy(LetterKind.ANSWER, Disposition.PROVIDED, TODAY, None)


def test_the_paragraphs_are_what_was_edited_then_what_follows_then_the_remedy() -> None:
    kept = composing.words("题", "林晓：", "一\n\n 二 ", ["三"], "四")

    assert sheet_of(kept, agency="", dated=None).paragraphs == ("一", "二", "三", "四")
