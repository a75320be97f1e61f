"""Art. 51: the clause is that of the day of issue, and nobody types it."""

from datetime import date

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.agencies.models import ContestPlaces
from yangguang.casework import moment, personal
from yangguang.casework.errors import NotAllowed
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import LetterKind


def _remedy(issued) -> str:
    words = personal.words_of(issued.revision.text)
    assert isinstance(words, dict)
    return str(words["remedy"])


def test_the_clause_is_there_though_nobody_wrote_it() -> None:
    office = town.office()

    issued = writing.issue(writing.assigned(office), office, LetterKind.ANSWER)

    assert "青岚市人民政府" in _remedy(issued)


def test_an_answer_that_names_the_old_organ_is_drafted_anew() -> None:
    office = town.office()
    case, handler = writing.assigned(office), town.may(office.handler)
    writing.approve(case, office, LetterKind.ANSWER)
    ContestPlaces.objects.create(
        agency=office.agency,
        since=date(2026, 2, 10),
        review_organ="青岚市行政复议局",
        court="青岚市中级人民法院",
    )

    with moment.standing_at(at(2, 11)):
        with pytest.raises(NotAllowed, match="请重新起草"):
            letters.issue(case, handler)
        issued = writing.issue(case, office, LetterKind.ANSWER)

    assert "青岚市行政复议局" in _remedy(issued)


def test_places_that_change_only_later_do_not_matter() -> None:
    office = town.office()
    case = writing.assigned(office)
    writing.approve(case, office, LetterKind.ANSWER)
    ContestPlaces.objects.create(
        agency=office.agency, since=date(2026, 2, 12), review_organ="别处", court="别院"
    )

    with moment.standing_at(at(2, 11)):
        assert letters.issue(case, town.may(office.handler)).number
