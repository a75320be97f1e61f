"""Of a fee's notice, waiver and payment each counts in the year of its day, whatever comes later.

国办函〔2020〕109号 asks for what was noticed beside what was received.
"""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests import paying
from tests.played import at, awaiting_payment, paid, waived
from tests.reporting.years import day
from yangguang.casework import moment
from yangguang.casework.models import Case, Event
from yangguang.inforequests.actions import registry
from yangguang.inforequests.events import LetterKind, VoidReason, What
from yangguang.reporting.compiling import fees

DECEMBER = day(2025, 12, 1)


@pytest.fixture
def office() -> town.Office:
    return town.office()


def _noticed(case: Case) -> int:
    sum_: int = Event.objects.get(case=case, kind=What.FEE_NOTICED).payload["sum"]
    return sum_


def _of(office: town.Office, year: int) -> fees.Fees:
    return fees.of_year(office.agency, year, moment.now())


def test_waived_in_the_same_year_it_is_noticed_and_let_off_and_not_received(
    office: town.Office,
) -> None:
    case = waived(office, DECEMBER)

    found = _of(office, 2025)

    assert (found.notices, found.let_off_in, int(found.received)) == (1, 1, 0)
    assert found.noticed == found.let_off > 0
    assert found.noticed * 10_000 == _noticed(case)


def test_a_waiver_of_the_next_year_takes_nothing_from_the_year_of_the_notice(
    office: town.Office,
) -> None:
    case = awaiting_payment(office, DECEMBER)
    before = _of(office, 2025)
    with at(DECEMBER, 40):
        paying.issue(case, office, LetterKind.FEE_WAIVER, paying.left(0))
    with moment.standing_at(DECEMBER + timedelta(days=60)):
        after, next_year = _of(office, 2025), _of(office, 2026)

    assert after == before
    assert (after.notices, after.let_off_in) == (1, 0)
    assert (next_year.notices, next_year.let_off_in) == (0, 1)
    assert next_year.let_off == after.noticed


def test_what_was_reduced_and_then_paid_adds_up_to_what_was_noticed(office: town.Office) -> None:
    paid(office, DECEMBER)

    found = _of(office, 2025)

    assert found.received * 10_000 == 50
    assert found.let_off_in == 1
    assert found.received + found.let_off == found.noticed


def test_before_the_waiver_was_entered_it_was_not_known(office: town.Office) -> None:
    waived(office, DECEMBER)
    entered = Event.objects.get(kind=What.FEE_WAIVED).recorded_at

    found = fees.of_year(office.agency, 2025, entered - timedelta(seconds=1))

    assert (found.notices, found.let_off_in, int(found.let_off)) == (1, 0, 0)


def test_of_what_was_registered_by_mistake_nothing_counts(office: town.Office) -> None:
    case = waived(office, DECEMBER)
    with at(DECEMBER, 6):
        registry.void(case, VoidReason.TWICE, town.may(office.disclosure_head))

    assert set(_of(office, 2025)) == {0}
