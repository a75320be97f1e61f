"""An asking once the period has run out, anything once the answer has left: said, not reckoned."""

import pytest

from tests.law.clock.reckoned import CALENDAR, day, deadline, event
from yangguang.law.clock import State


@pytest.mark.parametrize("who", ["third_party", "co_producer"])
def test_asking_once_it_is_overdue_pauses_nothing_and_the_words_say_so(who: str) -> None:
    found = deadline(event(f"{who}_asked", "03-17"), on="03-18")

    assert (found.due, found.state, found.pauses) == (day("03-13"), State.OVERDUE, ())
    assert "届满之后" in found.warnings[0]
    assert not any("不计入" in step.text for step in found.steps)


def test_a_receipt_of_what_was_asked_too_late_changes_nothing_either() -> None:
    late = [event("third_party_asked", "03-17"), event("third_party_received", "03-18")]

    assert deadline(*late).due == day("03-13")


@pytest.mark.parametrize("what", ["asked", "received", "answered"])
def test_consulting_after_the_answer_has_left_moves_nothing(what: str) -> None:
    before = [event("third_party_asked", "02-10"), event("sent", "02-13")]

    found = deadline(*before, event(f"third_party_{what}", "02-25"))

    assert found.due == deadline(*before).due
    assert f"{day('02-13')} 答复之后" in found.warnings[0]


def test_a_receipt_months_later_counts_and_is_pointed_out() -> None:
    asked = event("third_party_asked", "02-10")
    assert deadline(asked, on="05-06").state is State.OVERDUE

    found = deadline(asked, event("third_party_received", "05-06"), on="05-06")

    assert found.state is State.PAUSED
    assert found.due is not None
    assert found.due > CALENDAR.add(day("05-06"), 15)
    assert "早已届满" in found.warnings[0]
    assert str(day("04-03")) in found.warnings[0]


def test_a_receipt_while_the_period_still_ran_is_not_pointed_out() -> None:
    found = deadline(event("third_party_asked", "02-10"), event("third_party_received", "02-24"))

    assert not found.warnings


def test_before_the_receipt_it_is_said_that_nothing_was_received() -> None:
    found = deadline(on="01-05")

    assert found.working_days_left == 20
    assert "还没有收到申请" in found.warnings[0]
