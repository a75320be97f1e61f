"""Arts 32, 34: the days on which third parties and other organs are asked are not counted."""

import pytest

from tests.law.clock.reckoned import CALENDAR, day, deadline, event
from yangguang.law.clock import Party, State

SIDES = pytest.mark.parametrize(
    ("who", "party", "article"),
    [
        ("third_party", Party.THIRD_PARTY, "第三十二条"),
        ("co_producer", Party.CO_PRODUCER, "第三十四条"),
    ],
)


def test_fifteen_days_spent_on_a_third_party_are_left_out() -> None:
    found = deadline(
        event("third_party_asked", "02-10"), event("third_party_received", "02-10"), on="03-30"
    )

    assert found.due == day("04-03")
    assert found.state is State.RUNNING


@SIDES
def test_the_answer_ends_the_pause(who: str, party: Party, article: str) -> None:
    found = deadline(
        event(f"{who}_asked", "02-10"),
        event(f"{who}_received", "02-11"),
        event(f"{who}_answered", "02-25"),
    )

    left_out = CALENDAR.count(day("02-10"), day("02-25"))
    assert found.due == CALENDAR.add(day("03-13"), left_out)
    assert article in {step.article for step in found.steps}


@SIDES
def test_without_an_answer_it_ends_by_itself(who: str, party: Party, article: str) -> None:
    asked, received = event(f"{who}_asked", "02-10"), event(f"{who}_received", "02-12")
    limit = CALENDAR.add(day("02-12"), 15)

    waiting = deadline(asked, received, on=limit.isoformat()[5:])
    after = deadline(asked, received, on=CALENDAR.add(limit, 1).isoformat()[5:])

    assert waiting.state is State.PAUSED
    assert [(pause.by, pause.until) for pause in waiting.pauses] == [(party, limit)]
    assert after.state is State.RUNNING
    assert after.due == waiting.due
    assert after.working_days_left == (waiting.working_days_left or 0) - 1


def test_an_answer_after_the_limit_does_not_lengthen_it() -> None:
    silent = [event("third_party_asked", "02-10"), event("third_party_received", "02-10")]

    assert deadline(*silent, event("third_party_answered", "03-20")).due == deadline(*silent).due


def test_a_receipt_nobody_recorded_is_assumed_and_said() -> None:
    found = deadline(event("third_party_asked", "02-10"))

    assert found.due == day("04-03")
    assert "没有记录第三方何时收到" in found.warnings[0]


def test_pauses_that_overlap_leave_a_day_out_once() -> None:
    one = [event("third_party_asked", "02-10"), event("third_party_answered", "02-27")]
    other = [event("co_producer_asked", "02-12"), event("co_producer_answered", "02-26")]

    assert deadline(*one, *other).due == deadline(*one).due


def test_several_third_parties_are_told_apart() -> None:
    found = deadline(
        event("third_party_asked", "02-10", matter="甲"),
        event("third_party_asked", "02-10", matter="乙"),
        event("third_party_answered", "02-12", matter="乙"),
        event("third_party_received", "02-10", matter="甲"),
        on="02-13",
    )

    assert found.state is State.PAUSED
    assert [pause.by for pause in found.pauses] == [Party.THIRD_PARTY]
    assert found.due == day("04-03")


def test_asking_after_the_last_day_pauses_nothing() -> None:
    found = deadline(event("third_party_asked", "03-16"), on="03-17")

    assert found.due == day("03-13")
    assert found.state is State.OVERDUE


def test_an_answer_without_a_question_changes_nothing() -> None:
    found = deadline(event("third_party_answered", "02-25"))

    assert found.due == day("03-13")
    assert "没有征求其意见的记录" in found.warnings[0]
