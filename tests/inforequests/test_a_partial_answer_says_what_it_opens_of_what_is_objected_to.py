"""Arts 32, 34: a partial answer opens what others object to only after they were told."""

import pytest

from tests import town
from tests.inforequests import writing
from tests.workspace.at_work import address, an_office
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.inforequests.actions import consult, letters
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.evidence import OBJECTED, Objected
from yangguang.inforequests.moves import Move


@pytest.fixture
def case(office: town.Office) -> Case:
    return writing.assigned(office)


def _asked(case: Case, office: town.Office, kind: LetterKind = LetterKind.THIRD_PARTY) -> int:
    return writing.issue(case, office, kind).pk


def _objects(case: Case, office: town.Office, letter: int) -> None:
    consult.answered(case, letter, Reply.OBJECTS, "是我们的报价策略", town.may(office.handler))


def _mistakes(case: Case, office: town.Office, objected: Objected | None) -> dict[str, str]:
    with pytest.raises(Mistakes) as refusal:
        writing.approve(case, office, LetterKind.ANSWER, town.ends_partly(objected))
    return refusal.value.fields


def test_it_must_say_whether_it_opens_that_part(case: Case, office: town.Office) -> None:
    _objects(case, office, _asked(case, office))

    assert set(_mistakes(case, office, None)) == {OBJECTED.name}


def test_what_it_keeps_back_needs_no_telling(case: Case, office: town.Office) -> None:
    _objects(case, office, _asked(case, office))

    writing.issue(case, office, LetterKind.ANSWER, town.ends_partly(Objected.WITHHELD))

    assert CaseState.objects.get(case=case).state == "issued"


@pytest.mark.parametrize(
    ("asks", "tells", "article"),
    [
        (LetterKind.THIRD_PARTY, LetterKind.THIRD_PARTY_NOTICE, "第三十二条"),
        (LetterKind.CO_PRODUCER, LetterKind.CO_PRODUCER_NOTICE, "第三十四条"),
    ],
)
def test_what_it_opens_waits_until_who_objects_was_told(
    case: Case, office: town.Office, asks: LetterKind, tells: LetterKind, article: str
) -> None:
    letter = _asked(case, office, asks)
    _objects(case, office, letter)
    assert article in _mistakes(case, office, Objected.OPENED)[OBJECTED.name]

    writing.issue(case, office, tells, town.tells(letter))
    writing.issue(case, office, LetterKind.ANSWER, town.ends_partly())

    assert CaseState.objects.get(case=case).state == "issued"


def test_an_objection_that_comes_in_after_the_draft_stops_it(
    case: Case, office: town.Office
) -> None:
    letter = _asked(case, office)
    writing.approve(case, office, LetterKind.ANSWER, town.ends_partly())
    _objects(case, office, letter)

    assert "重新起草" in writing.offer(case, Move.ISSUE, office).objection
    with pytest.raises(NotAllowed, match="重新起草"):
        letters.issue(case, town.may(office.handler))


def test_the_page_asks_for_it_and_who_approves_reads_it() -> None:
    work = an_office()
    case = work.assigned()
    page = address(case, "draft-answer?disposition=partly_provided")
    assert OBJECTED.label not in work.handler.get(page).content.decode()
    _objects(case, work.office, _asked(case, work.office))

    assert OBJECTED.label in work.handler.get(page).content.decode()
    writing.approve(case, work.office, LetterKind.ANSWER, town.ends_partly(Objected.WITHHELD))

    draft = writing.standing(case).draft
    assert draft is not None
    letter = work.leader.get(address(case, f"letter/{draft.letter}"))
    assert "这次都不公开" in letter.content.decode()
