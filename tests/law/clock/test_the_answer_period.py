"""Art. 33: twenty working days from receipt; one extension of at most twenty."""

from datetime import date

import pytest

from tests.law.clock.reckoned import CALENDAR, day, deadline, event
from yangguang.law.clock import Event, Kind, State, answer_due
from yangguang.law.receipt import Channel


def test_twenty_working_days_after_the_day_of_receipt() -> None:
    found = deadline(on="02-10")

    assert found.due == day("03-13")
    assert found.state is State.RUNNING
    assert found.working_days_left == 19
    assert found.steps[-1].article == "第三十三条"


def test_the_last_day_is_still_in_time_and_the_next_is_overdue() -> None:
    assert deadline(on="03-13").state is State.RUNNING
    assert deadline(on="03-13").working_days_left == 0

    after = deadline(on="03-16")
    assert after.state is State.OVERDUE
    assert after.working_days_left == -1


def test_one_extension_of_at_most_twenty_days() -> None:
    assert deadline(event("extended", "03-13")).due == CALENDAR.add(day("03-13"), 20)
    assert deadline(event("extended", "03-02", days=5)).due == day("03-20")

    too_long = deadline(event("extended", "03-02", days=30))
    assert too_long.due == CALENDAR.add(day("03-13"), 20)
    assert "超过上限" in too_long.warnings[0]


def test_a_second_extension_changes_nothing() -> None:
    found = deadline(event("extended", "03-02", days=5), event("extended", "03-03", days=5))

    assert found.due == day("03-20")
    assert "只能延长一次" in found.warnings[0]


def test_an_extension_after_the_period_has_run_out_changes_nothing() -> None:
    found = deadline(event("extended", "03-16"))

    assert found.due == day("03-13")
    assert found.state is State.OVERDUE
    assert "届满之后" in found.warnings[0]


@pytest.mark.parametrize("leaving", ["posted", "signed", "sent"])
def test_the_answer_leaving_stops_the_clock(leaving: str) -> None:
    found = deadline(event(leaving, "03-13"))

    assert found.state is State.DONE
    assert found.answered_on == day("03-13")
    assert found.working_days_left is None
    assert "晚了" not in found.steps[-1].text


def test_a_late_answer_says_by_how_much() -> None:
    assert "晚了 2 个工作日" in deadline(event("posted", "03-17")).steps[-1].text


def test_the_first_leaving_counts_and_nothing_after_it() -> None:
    found = deadline(event("posted", "03-13"), event("signed", "03-18"), event("extended", "03-16"))

    assert found.answered_on == day("03-13")
    assert found.due == day("03-13")
    assert "答复之后" in found.warnings[0]


def test_what_has_not_happened_yet_is_left_out_and_said() -> None:
    found = deadline(event("extended", "03-05"), on="03-04")

    assert found.due == day("03-13")
    assert "没有算入" in found.warnings[0]


def test_what_is_dated_before_the_receipt_is_left_out_and_said() -> None:
    found = deadline(event("correction_asked", "02-06"), on="03-04")

    assert found.due == day("03-13")
    assert "早于收到申请之日" in found.warnings[0]


@pytest.mark.parametrize("channel", Channel)
def test_the_day_of_receipt_is_explained_by_its_channel(channel: Channel) -> None:
    receipt = Event(Kind.RECEIVED, day("02-09"), channel=channel)

    step = answer_due([receipt], CALENDAR, day("02-10")).steps[0]

    assert step.article == "第三十一条"
    assert step.text.endswith("为收到申请之日：2026-02-09。")


def test_a_year_without_published_holidays_warns() -> None:
    found = deadline(received=date(2026, 12, 20), on="12-21")

    assert "2027 年" in found.warnings[0]
    assert not deadline(received=date(2026, 11, 20), on="11-21").warnings


@pytest.mark.parametrize("receipts", [0, 2])
def test_there_must_be_one_receipt(receipts: int) -> None:
    with pytest.raises(ValueError, match="只有一个收到申请的日期"):
        answer_due([Event(Kind.RECEIVED, day("02-09"))] * receipts, CALENDAR, day("03-01"))
