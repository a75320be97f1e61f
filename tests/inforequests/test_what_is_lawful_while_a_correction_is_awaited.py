"""Art. 30: the applicant may correct, whatever the office drafts; only after the time it lapses."""

import pytest

from tests import town
from tests.prepared import at
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import applicant, letters
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import Disposition

LAPSE = letters.Terms(disposition=Disposition.UNCORRECTED)


def _awaiting(office: town.Office) -> Case:
    """A request whose correction is awaited for five working days."""
    case = town.request_at(office.agency).case
    handler = town.may(office.handler)
    assign(case, office.handler, town.may(office.section_head))
    terms = letters.Terms(correction_days=5)
    revision = letters.draft(case, LetterKind.CORRECTION, {"body": "请补正"}, terms, handler)
    letters.submit(case, handler)
    head = town.may(office.disclosure_head)
    letters.decide(case, Decision.APPROVED, revision.digest, head)
    letters.issue(case, handler)
    return case


def _state(case: Case) -> str:
    return CaseState.objects.get(case=case).state


def test_it_does_not_lapse_before_the_time_is_over() -> None:
    office = town.office()
    case = _awaiting(office)

    with pytest.raises(NotAllowed, match="还没有过"):
        letters.draft(case, LetterKind.LAPSE, {"body": "放弃"}, LAPSE, town.may(office.handler))


def test_a_drafted_lapse_can_be_revised() -> None:
    office = town.office()
    case, handler = _awaiting(office), town.may(office.handler)

    with moment.standing_at(at(3, 20)):
        for words in ("放弃", "按放弃处理"):
            letters.draft(case, LetterKind.LAPSE, {"body": words}, LAPSE, handler)

    assert case.letters.filter(kind=LetterKind.LAPSE).count() == 1


@pytest.mark.parametrize("levels", [0, 1])
def test_a_correction_is_taken_though_a_lapse_is_under_way(levels: int) -> None:
    office = town.office()
    case, handler = _awaiting(office), town.may(office.handler)
    with moment.standing_at(at(3, 20)):
        revision = letters.draft(case, LetterKind.LAPSE, {"body": "放弃"}, LAPSE, handler)
        letters.submit(case, handler)
        for _ in range(levels):
            head = town.may(office.disclosure_head)
            letters.decide(case, Decision.APPROVED, revision.digest, head)

        applicant.correct(case, "长宁路一期")

        assert _state(case) == "handling"
        with pytest.raises(NotAllowed):
            letters.issue(case, handler)


def test_no_other_letter_is_drafted_meanwhile() -> None:
    office = town.office()
    case = _awaiting(office)
    terms = letters.Terms(days=10)

    with pytest.raises(NotAllowed, match="正在等申请人补正"):
        letters.draft(case, LetterKind.EXTENSION, {"body": "延"}, terms, town.may(office.handler))
