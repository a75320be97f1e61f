"""An organ that made the information too objects in time: what leads decides, with reasons (34)."""

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import ApprovalStep, Case, CaseState
from yangguang.inforequests.actions import consult, registry
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.moves import Move
from yangguang.law.dispositions import Disposition
from yangguang.portal.requests import story


@pytest.fixture
def case(office: town.Office) -> Case:
    return writing.assigned(office)


def _objects(case, office) -> int:
    """Another organ was asked, and objects; the letter by which it was asked."""
    letter = writing.issue(case, office, LetterKind.CO_PRODUCER).pk
    consult.answered(case, letter, Reply.OBJECTS, "尚未定稿", town.may(office.handler))
    return letter


def test_it_is_not_opened_over_the_objection_without_a_decision(case, office) -> None:
    _objects(case, office)

    with pytest.raises(Mistakes) as refusal:
        writing.approve(case, office, LetterKind.ANSWER)

    assert "先由科室负责人写明理由作出决定" in refusal.value.fields["disposition"]


def test_an_objection_after_the_answer_was_approved_stops_it(case, office) -> None:
    letter = writing.issue(case, office, LetterKind.CO_PRODUCER).pk
    writing.approve(case, office, LetterKind.ANSWER)
    consult.answered(case, letter, Reply.OBJECTS, "尚未定稿", town.may(office.handler))

    assert "其他行政机关“甲”不同意公开" in writing.offer(case, Move.ISSUE, office).objection


def test_the_section_head_decides_and_the_organ_is_told(case, office) -> None:
    letter = _objects(case, office)
    told = writing.issue(case, office, LetterKind.CO_PRODUCER_NOTICE, town.tells(letter))

    writing.issue(case, office, LetterKind.ANSWER)

    assert case.events.get(kind=What.CO_PRODUCER_TOLD).payload["asked"] == letter
    decided = ApprovalStep.objects.filter(digest=told.revision.digest).order_by("level")
    assert [one.person for one in decided] == [office.section_head, office.disclosure_head]
    assert CaseState.objects.get(case=case).state == "issued"


def test_a_decision_has_its_reasons(case, office) -> None:
    letter = _objects(case, office)
    told = town.tells(letter)
    silent = type(told)(told.disposition, asked=letter, facts={"content": "总额", "reason": " "})

    with pytest.raises(Mistakes) as refusal:
        writing.approve(case, office, LetterKind.CO_PRODUCER_NOTICE, silent)

    assert set(refusal.value.fields) == {"reason"}


def test_to_withhold_takes_no_such_decision(case, office) -> None:
    _objects(case, office)

    writing.issue(case, office, LetterKind.ANSWER, town.ends_as(Disposition.PROCESS_INFORMATION))

    assert CaseState.objects.get(case=case).state == "issued"


def test_a_late_objection_is_consent(case, office) -> None:
    letter = writing.issue(case, office, LetterKind.CO_PRODUCER).pk

    with moment.standing_at(at(3, 10)):
        consult.answered(case, letter, Reply.OBJECTS, "尚未定稿", town.may(office.handler))
        writing.issue(case, office, LetterKind.ANSWER)

    assert CaseState.objects.get(case=case).state == "issued"


def test_nobody_is_told_who_has_not_objected(case, office) -> None:
    letter = writing.issue(case, office, LetterKind.CO_PRODUCER).pk
    consult.answered(case, letter, Reply.AGREES, "", town.may(office.handler))

    offered = writing.offer(case, Move.DRAFT_CO_PRODUCER_NOTICE, office)

    assert "没有在期限内不同意公开、还没有告知的其他机关" in offered.objection


def test_the_objection_is_not_voided_then_and_the_applicant_reads_nothing_of_it(
    case, office
) -> None:
    letter = _objects(case, office)
    told = writing.issue(case, office, LetterKind.CO_PRODUCER_NOTICE, town.tells(letter))
    events = list(case.events.order_by("seq"))
    reply = case.events.get(kind=What.CO_PRODUCER_ANSWERED)

    assert reply.seq not in registry.can_be_voided(events)
    assert told.letter_id not in story.letters_out(events)
    assert "决定" not in "".join(str(one.title) for one in story.told(events))
