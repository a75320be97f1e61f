"""Who comes last and finds too few people before them is told so, and returns the letter."""

import pytest

from tests import town
from tests.signing_in import signed_in
from tests.town import may
from yangguang.agencies.models import Rules
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import overview
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move
from yangguang.law.dispositions import Disposition

SAID = "至少由 4 个不同的人经手，现在还不够：请退回，换人重新办。"


def test_it_is_said_before_they_agree_and_they_can_return_it() -> None:
    office = town.office()
    Rules.objects.filter(agency=office.agency).update(distinct_persons=4)
    case = town.request_at(office.agency).case
    head, leader = may(office.section_head), may(office.leader)
    assign(case, office.section_head, may(office.disclosure_head))
    ends = town.ends_as(Disposition.DOES_NOT_EXIST)
    letters.draft(case, LetterKind.ANSWER, {"body": "没有这项信息。"}, ends, head)
    letters.submit(case, head)
    draft = overview.of(case, head).request.draft
    assert draft
    for people in (head, may(office.disclosure_head)):
        letters.decide(case, Decision.APPROVED, draft.digest, people, "")

    offer = overview.of(case, leader).offer(Move.DECIDE)
    page = signed_in(office.leader).get(f"/workspace/cases/{case.number}/decide")

    assert (offer.objection, SAID in offer.caution) == ("", True)
    assert SAID in page.content.decode()
    with pytest.raises(NotAllowed, match="请退回"):
        letters.decide(case, Decision.APPROVED, draft.digest, leader, "")
    letters.decide(case, Decision.RETURNED, draft.digest, leader, "换人重办")
    assert overview.of(case, head).request.stage is not Stage.IN_APPROVAL
