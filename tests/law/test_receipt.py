"""When a request counts as received (Art. 31)."""

from datetime import date

import pytest

from yangguang.law.calendar import published
from yangguang.law.receipt import CONFIRMED_BY_BOTH, Channel, Confirmation, receipt

SUNDAY, MONDAY, TUESDAY = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)


@pytest.mark.parametrize("channel", Channel)
def test_it_counts_from_its_arrival_on_rest_days_too(channel: Channel) -> None:
    found = receipt(channel, SUNDAY, published())

    assert found.on == SUNDAY
    assert not found.to_be_confirmed


@pytest.mark.parametrize("channel", sorted(CONFIRMED_BY_BOTH))
def test_an_office_may_confirm_by_hand(channel: Channel) -> None:
    waiting = receipt(channel, SUNDAY, published(), confirmation=Confirmation.STAFF)
    confirmed = receipt(channel, SUNDAY, published(), MONDAY, Confirmation.STAFF)

    assert (waiting.on, waiting.to_be_confirmed) == (SUNDAY, True)
    assert (confirmed.on, confirmed.to_be_confirmed) == (MONDAY, False)


def test_a_letter_confirmed_late_counts_from_its_arrival() -> None:
    found = receipt(Channel.LETTER, SUNDAY, published(), MONDAY, Confirmation.STAFF)

    assert found.on == SUNDAY


@pytest.mark.parametrize("channel", sorted(CONFIRMED_BY_BOTH))
def test_a_confirmation_that_comes_late_costs_the_applicant_no_days(channel: Channel) -> None:
    found = receipt(channel, SUNDAY, published(), TUESDAY, Confirmation.STAFF)

    assert found.on == SUNDAY
    assert not found.to_be_confirmed
