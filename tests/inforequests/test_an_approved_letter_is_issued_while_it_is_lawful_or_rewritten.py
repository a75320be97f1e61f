"""Principle 7: what was approved is issued as long as it is lawful; else it is rewritten."""

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move


def test_an_extension_approved_in_time_is_not_issued_once_it_is_overdue() -> None:
    office = town.office()
    case = writing.assigned(office)
    with moment.standing_at(at(3, 13)):
        writing.approve(case, office, LetterKind.EXTENSION)

    with moment.standing_at(at(3, 16)):
        with pytest.raises(NotAllowed, match="答复期限 2026-03-13 已过"):
            letters.issue(case, town.may(office.handler))
        assert writing.issue(case, office, LetterKind.ANSWER).number


def test_it_is_issued_on_the_last_day() -> None:
    office = town.office()
    case = writing.assigned(office)
    with moment.standing_at(at(3, 13)):
        assert writing.issue(case, office, LetterKind.EXTENSION).number


def test_an_approved_letter_that_is_rewritten_is_approved_anew() -> None:
    office = town.office()
    case, handler = writing.assigned(office), town.may(office.handler)
    writing.approve(case, office, LetterKind.ANSWER)
    assert "重新送审" in writing.offer(case, Move.DRAFT_ANSWER, office).caution

    terms = writing.TERMS[LetterKind.ANSWER]
    letters.draft(case, LetterKind.ANSWER, {"body": "改过。"}, terms, handler)

    with pytest.raises(NotAllowed, match="审批通过之后才能印发"):
        letters.issue(case, handler)
    assert case.letters.count() == 1
    assert letters.submit(case, handler).steps.count() == 0


def test_even_the_same_words_pass_their_levels_again() -> None:
    office = town.office()
    case, handler = writing.assigned(office), town.may(office.handler)
    writing.approve(case, office, LetterKind.CORRECTION)

    words = {"title": "告知书", "body": "正文。"}
    letters.draft(case, LetterKind.CORRECTION, words, writing.TERMS[LetterKind.CORRECTION], handler)

    with pytest.raises(NotAllowed):
        letters.issue(case, handler)


def test_what_was_approved_is_not_sent_for_approval_again() -> None:
    office = town.office()
    case = writing.assigned(office)
    writing.approve(case, office, LetterKind.ANSWER)

    with pytest.raises(NotAllowed, match="可以印发"):
        letters.submit(case, town.may(office.handler))
