"""The machine's clock goes back a day: the ledger holds, and what cannot be so is refused."""

from datetime import timedelta

import pytest

from tests import town
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.casework import anchors, moment, periodic
from yangguang.casework.errors import Mistakes
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import Way
from yangguang.site import readiness

YESTERDAY = MONDAY - timedelta(days=1)


def _weak() -> list[anchors.Weak]:
    return list(anchors.weak_anchors(anchors.Proof()))


def test_what_is_entered_meanwhile_is_in_the_chain_and_under_the_anchors() -> None:
    office = town.office()
    anchored = anchors.anchor()

    with moment.standing_at(YESTERDAY):
        case = town.request_at(office.agency).case
        assert anchors.anchor() == anchored
    anchors_after = (_weak(), list(broken_chains()), list(differences()))

    assert anchors_after == ([], [], [])
    with moment.standing_at(MONDAY + timedelta(days=1)):
        assert anchors.anchor().events == case.events.count()
    assert _weak() == []


def test_a_letter_does_not_leave_before_it_was_issued() -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    working.issue_answer(case, office)

    with moment.standing_at(YESTERDAY), pytest.raises(Mistakes) as refused:
        letters.dispatch(case, Way.ELECTRONIC, YESTERDAY.date(), town.may(office.handler))

    assert "印发之日至今天之间" in str(refused.value.fields["on"])


def test_periodic_work_goes_on() -> None:
    list(periodic.run_due())

    with moment.standing_at(YESTERDAY):
        again = list(periodic.run_due())

    assert again
    assert all(one.succeeded for one in again)


def test_the_operator_is_told() -> None:
    town.request_at(town.agency())

    with moment.standing_at(YESTERDAY):
        ok, words = readiness._clock()

    assert not ok
    assert "请校准时钟" in words
