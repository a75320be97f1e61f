"""What comes by the portal counts from its receipt, or from staff's confirmation (Art. 31)."""

from datetime import date, timedelta

import pytest

from tests import town
from tests.portal.requests.working import standing
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.inforequests.actions import registry
from yangguang.inforequests.actions.receive import register
from yangguang.law.receipt import Channel, Confirmation

SUNDAY = MONDAY - timedelta(days=1)


@pytest.fixture
def office() -> town.Office:
    found = town.office()
    rules = found.agency.rules
    rules.confirmation = Confirmation.STAFF
    rules.save()
    return found


def _asked(office: town.Office) -> Case:
    with moment.standing_at(SUNDAY - timedelta(days=7)):  # 1 February, a Sunday
        return town.request_at(office.agency).case


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def test_until_they_do_it_counts_from_the_submission(office) -> None:
    case = _asked(office)

    assert standing(case).to_be_confirmed
    assert _state(case).received_on == date(2026, 2, 1)


def test_confirmed_the_next_working_day_it_counts_from_then(office) -> None:
    case = _asked(office)
    before = _state(case).due_on

    registry.confirm(case, town.may(office.handler), date(2026, 2, 2))

    found = standing(case)
    assert (found.received_on, found.arrived) == (date(2026, 2, 2), date(2026, 2, 1))
    assert not found.to_be_confirmed
    assert _state(case).received_on == date(2026, 2, 2)
    assert before is not None
    assert _state(case).due_on > before
    assert list(differences()) == []


def test_confirmed_later_it_counts_from_the_submission_all_the_same(office) -> None:
    case = _asked(office)
    due = _state(case).due_on

    registry.confirm(case, town.may(office.handler), date(2026, 2, 5))

    assert not standing(case).to_be_confirmed
    assert _state(case).due_on == due


def test_a_confirmation_entered_by_mistake_is_taken_back(office) -> None:
    case = _asked(office)
    due = _state(case).due_on
    entry = registry.confirm(case, town.may(office.handler), date(2026, 2, 2))

    registry.void_entry(case, entry.seq, town.may(office.handler))

    assert standing(case).to_be_confirmed
    assert _state(case).due_on == due


def test_a_day_before_the_submission_is_no_day_to_confirm(office) -> None:
    case = _asked(office)

    with pytest.raises(Mistakes):
        registry.confirm(case, town.may(office.handler), date(2026, 1, 30))


def test_what_staff_register_has_the_day_on_which_both_confirmed(office) -> None:
    people = town.may(office.handler)
    taken = register(
        office.agency, town.APPLICATION, (), Channel.FAX, MONDAY.date(), people, "a token"
    )

    assert not standing(taken.case).to_be_confirmed


def test_where_the_receipt_is_the_confirmation_there_is_nothing_to_confirm() -> None:
    office = town.office(slug="jiaoyu", name="青岚市教育局")
    case = town.request_at(office.agency).case

    with pytest.raises(NotAllowed, match="不用另行确认"):
        registry.confirm(case, town.may(office.handler))
