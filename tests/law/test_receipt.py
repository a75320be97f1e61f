"""When a request counts as received (Art. 31)."""

from datetime import date

import pytest

from yangguang.law.receipt import CONFIRMED_BY_BOTH, Channel, Confirmation, receipt

SUNDAY, MONDAY = date(2026, 3, 1), date(2026, 3, 2)


@pytest.mark.parametrize("channel", Channel)
def test_it_counts_from_its_arrival_on_rest_days_too(channel: Channel) -> None:
    found = receipt(channel, SUNDAY)

    assert found.on == SUNDAY
    assert not found.to_be_confirmed


@pytest.mark.parametrize("channel", sorted(CONFIRMED_BY_BOTH))
def test_an_office_may_confirm_by_hand(channel: Channel) -> None:
    waiting = receipt(channel, SUNDAY, confirmation=Confirmation.STAFF)
    confirmed = receipt(channel, SUNDAY, MONDAY, Confirmation.STAFF)

    assert (waiting.on, waiting.to_be_confirmed) == (SUNDAY, True)
    assert (confirmed.on, confirmed.to_be_confirmed) == (MONDAY, False)


def test_a_letter_confirmed_late_counts_from_its_arrival() -> None:
    found = receipt(Channel.LETTER, SUNDAY, MONDAY, Confirmation.STAFF)

    assert found.on == SUNDAY


def test_a_confirmation_after_one_working_day_counts_from_the_submission() -> None:
    late = receipt(Channel.PORTAL, SUNDAY, date(2026, 3, 3), Confirmation.STAFF)

    assert (late.on, late.to_be_confirmed) == (SUNDAY, False)
    assert "晚于 1 个工作日" in late.reason
