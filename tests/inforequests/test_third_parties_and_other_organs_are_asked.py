"""Arts 15, 32, 34: asked in writing, fifteen working days from receipt, and what silence makes."""

from datetime import date

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.casework import ledger, moment, personal
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, Case, CaseState, CaseText
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import consulting, notices
from yangguang.inforequests.actions import consult, letters, registry
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.moves import Move
from yangguang.law.dispositions import Disposition

PNG = Upload("意见.png", b"\x89PNG\r\n\x1a\n" + bytes(50))


@pytest.fixture
def case(office: town.Office) -> Case:
    return writing.assigned(office)


def _asked(case: Case, office: town.Office, kind: LetterKind = LetterKind.THIRD_PARTY) -> int:
    return writing.issue(case, office, kind).pk


def _due(case: Case) -> str:
    return str(CaseState.objects.get(case=case).due_on)


def _replied(case: Case, office: town.Office, letter: int, reply: Reply, words: str = "") -> None:
    consult.answered(case, letter, reply, words, town.may(office.handler))


def _stands(case: Case) -> list[str]:
    request = writing.standing(case)
    return [consulting.stands(one, moment.today()) for one in consulting.everyone(request)]


def test_the_time_from_the_asking_to_the_reply_is_not_counted(case, office) -> None:
    letter = _asked(case, office)
    assert _due(case) == "2026-04-03"  # law.md: fifteen working days later than 13 March

    with moment.standing_at(at(2, 11)):
        consult.received(case, letter, town.may(office.handler), date(2026, 2, 11))
        assert _due(case) == "2026-04-08"
    with moment.standing_at(at(2, 12)):
        _replied(case, office, letter, Reply.AGREES)

    assert _due(case) == "2026-03-18"
    assert list(differences()) == []


def test_each_that_is_asked_is_told_apart_and_a_day_is_left_out_once(case, office) -> None:
    first = _asked(case, office)
    _asked(case, office, LetterKind.CO_PRODUCER)
    writing.issue(case, office, LetterKind.THIRD_PARTY, town.asks("周舟"))

    _replied(case, office, first, Reply.AGREES)

    found = consulting.everyone(writing.standing(case))
    assert [one.name for one in found] == ["第三方“甲”", "其他行政机关“甲”", "第三方“乙”"]
    assert [one.asking.answered_on is None for one in found] == [False, True, True]
    assert _due(case) == "2026-04-03"


def test_who_is_silent_leaves_the_decision_to_us_or_is_taken_to_agree(case, office) -> None:
    _asked(case, office)
    _asked(case, office, LetterKind.CO_PRODUCER)
    assert "等待答复，最晚到 2026-03-06" in _stands(case)[0]

    with moment.standing_at(at(3, 10)):
        third, organ = _stands(case)

    assert "由本机关决定是否公开（第三十二条）" in third
    assert "视为同意公开（第三十四条）" in organ


def test_a_third_party_is_sealed_under_a_key_of_its_own(case, office) -> None:
    letter = _asked(case, office)
    consult.answered(
        case, letter, Reply.OBJECTS, "是我们的报价策略", town.may(office.handler), [PNG]
    )
    party = case.parties.get(role="third_party")

    assert personal.particulars_of(party).name == "陈木"
    assert party.key_id != writing.standing(case).key
    assert CaseText.objects.get(case=case, kind="consulted").key_id == party.key_id
    assert Attachment.objects.get(case=case, kind="consulted").key_id == party.key_id
    assert "陈木" not in str(list(case.events.values_list("payload", flat=True)))


def test_written_anew_with_another_name_it_is_another_party(case, office) -> None:
    handler = town.may(office.handler)
    for name in ("陈木", "陈木", "陈沐"):
        letters.draft(case, LetterKind.THIRD_PARTY, {"body": "正文"}, town.asks(name), handler)

    first, second = case.parties.filter(role="third_party").order_by("pk")
    assert second.replaces_id == first.pk


@pytest.mark.parametrize("ending", [Disposition.PROVIDED, Disposition.THIRD_PARTY_RIGHTS])
def test_no_answer_that_concerns_them_goes_out_while_they_may_still_speak(
    case, office, ending
) -> None:
    letter = _asked(case, office)
    writing.approve(case, office, LetterKind.ANSWER, town.ends_as(ending))

    with pytest.raises(NotAllowed, match="还在等第三方“甲”的意见"):
        letters.issue(case, town.may(office.handler))
    with moment.standing_at(at(3, 10)):
        letters.issue(case, town.may(office.handler))

    assert writing.standing(case).askings[0].letter == letter


def test_an_answer_that_does_not_concern_them_needs_not_wait(case, office) -> None:
    _asked(case, office)

    writing.issue(case, office, LetterKind.ANSWER, town.ends_as(Disposition.DOES_NOT_EXIST))

    assert CaseState.objects.get(case=case).state == "issued"


def test_an_objection_has_its_reasons(case, office) -> None:
    letter = _asked(case, office)

    with pytest.raises(Mistakes) as refusal:
        _replied(case, office, letter, Reply.OBJECTS, "  ")

    assert set(refusal.value.fields) == {"words"}


def test_an_organ_agrees_or_does_not(case, office) -> None:
    letter = _asked(case, office, LetterKind.CO_PRODUCER)

    with pytest.raises(Mistakes):
        _replied(case, office, letter, Reply.AGREES_IN_PART, "一半")
    _replied(case, office, letter, Reply.OBJECTS, "尚未定稿")

    assert "不同意公开" in _stands(case)[0]


def test_what_a_third_party_objects_to_is_opened_only_after_it_was_told(case, office) -> None:
    letter = _asked(case, office)
    _replied(case, office, letter, Reply.OBJECTS, "是我们的报价策略")
    with pytest.raises(Mistakes) as refusal:
        writing.approve(case, office, LetterKind.ANSWER)
    assert "先把公开的内容和理由书面告知对方" in refusal.value.fields["disposition"]

    notice = writing.issue(case, office, LetterKind.THIRD_PARTY_NOTICE, town.tells(letter))
    writing.issue(case, office, LetterKind.ANSWER)

    kept = personal.words_of(notice.revision.text)
    assert isinstance(kept, dict)
    assert "如对本决定不服，可以自收到本告知书之日起" in str(kept["remedy"])
    assert case.events.get(kind=What.THIRD_PARTY_TOLD).payload["asked"] == letter


def test_an_objection_that_comes_in_after_the_draft_stops_the_opening(case, office) -> None:
    letter = _asked(case, office)
    writing.approve(case, office, LetterKind.ANSWER)
    _replied(case, office, letter, Reply.OBJECTS, "是我们的报价策略")

    assert "先把公开的内容和理由" in writing.offer(case, Move.ISSUE, office).objection


def test_an_objection_that_comes_too_late_does_not_bind(case, office) -> None:
    letter = _asked(case, office)

    with moment.standing_at(at(3, 10)):
        _replied(case, office, letter, Reply.OBJECTS, "不同意")
        assert "晚于 2026-03-06，由本机关决定是否公开" in _stands(case)[0]
        writing.issue(case, office, LetterKind.ANSWER)


def test_who_agrees_is_no_reason_to_withhold(case, office) -> None:
    letter = _asked(case, office)
    _replied(case, office, letter, Reply.AGREES)
    withheld = letters.Terms(Disposition.THIRD_PARTY_RIGHTS)

    with pytest.raises(Mistakes) as refusal:
        writing.approve(case, office, LetterKind.ANSWER, withheld)

    assert "第十五条" in refusal.value.fields["consultation"]


def test_what_is_withheld_for_a_third_party_rests_on_its_objection_or_on_words(
    case, office
) -> None:
    withheld = letters.Terms(Disposition.THIRD_PARTY_RIGHTS)
    with pytest.raises(Mistakes) as refusal:
        writing.approve(case, office, LetterKind.ANSWER, withheld)
    assert set(refusal.value.fields) == {"consultation"}

    letter = _asked(case, office)
    _replied(case, office, letter, Reply.OBJECTS, "是我们的报价策略")
    writing.issue(case, office, LetterKind.ANSWER, withheld)


def test_consent_that_comes_in_after_the_draft_stops_the_withholding(case, office) -> None:
    letter = _asked(case, office)
    writing.approve(case, office, LetterKind.ANSWER, letters.Terms(Disposition.THIRD_PARTY_RIGHTS))
    _replied(case, office, letter, Reply.AGREES)

    with pytest.raises(NotAllowed, match="都同意公开"):
        letters.issue(case, town.may(office.handler))


def test_a_mistaken_entry_is_taken_back_until_the_answer_rests_on_it(case, office) -> None:
    handler = town.may(office.handler)
    letter = _asked(case, office)
    consult.received(case, letter, handler)
    _replied(case, office, letter, Reply.OBJECTS, "弄错了，是另一件")
    registry.void_entry(case, case.events.count(), handler)
    assert writing.standing(case).askings[0].reply is None

    _replied(case, office, letter, Reply.AGREES)
    agreed = case.events.count()
    writing.issue(case, office, LetterKind.ANSWER)

    with pytest.raises(NotAllowed, match="以这条记录为前提"):
        registry.void_entry(case, agreed, handler)
    assert ledger.broken(case, case.events.order_by("seq")) is None


def test_a_letter_that_came_back_did_not_reach_them(case, office) -> None:
    handler = town.may(office.handler)
    letter = _asked(case, office)

    registry.came_back(case, handler, letter=letter)
    with moment.standing_at(at(3, 10)):
        assert _stands(case) == ["2026-02-09 退回，对方没有收到；请另行送达，再登记收到的日期。"]
        assert len(notices.remarks(writing.standing(case))) == 1
        consult.received(case, letter, handler)
        assert notices.remarks(writing.standing(case)) == []
        assert "等待答复" in _stands(case)[0]
