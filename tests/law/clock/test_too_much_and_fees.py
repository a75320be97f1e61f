"""Art. 35: reasons and a stated delay; the fee rules: notice, payment, a period anew."""

import pytest

from tests.law.clock.reckoned import CALENDAR, day, deadline, event
from yangguang.law.clock import Event, Kind, Party, State

ASKED = (event("reasons_asked", "02-12"), event("reasons_given", "02-25"))


def test_asking_for_reasons_does_not_stop_the_clock() -> None:
    found = deadline(*ASKED, on="02-26")

    assert found.due == day("03-13")
    assert found.state is State.RUNNING
    assert [step.article for step in found.steps].count("第三十五条") == 2


def test_a_stated_delay_replaces_the_due_date() -> None:
    found = deadline(*ASKED, event("delay_set", "03-02", until="05-29"), on="05-01")

    assert found.due == day("05-29")
    assert found.state is State.RUNNING
    assert not found.warnings


@pytest.mark.parametrize(
    ("delay", "said"),
    [
        (event("delay_set", "03-16", until="05-29"), "届满之后"),
        (event("delay_set", "03-02", until="03-10"), "不晚于原期限"),
    ],
)
def test_a_delay_too_late_or_too_early_changes_nothing(delay: Event, said: str) -> None:
    found = deadline(*ASKED, delay)

    assert found.due == day("03-13")
    assert said in found.warnings[0]


def test_a_delay_without_asking_for_reasons_is_pointed_out() -> None:
    found = deadline(event("delay_set", "03-02", until="05-29"))

    assert found.due == day("05-29")
    assert "先请其说明理由" in found.warnings[0]


def test_a_delay_names_its_day() -> None:
    with pytest.raises(ValueError, match="延迟到哪一天"):
        Event(Kind.DELAY_SET, day("03-02"))


def test_while_the_fee_is_awaited_nothing_is_due() -> None:
    found = deadline(event("fee_noticed", "03-02"), on="03-20")

    assert found.due is None
    assert found.state is State.PAUSED
    (pause,) = found.pauses
    assert (pause.by, pause.until) == (Party.APPLICANT, CALENDAR.add(day("03-02"), 20))


def test_after_the_payment_the_period_runs_anew() -> None:
    found = deadline(event("fee_noticed", "03-02"), event("fee_paid", "03-10"), on="03-11")

    assert found.due == CALENDAR.add(day("03-10"), 20)
    assert found.working_days_left == 19


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((event("fee_noticed", "03-16"), event("fee_paid", "03-17")), "届满之后"),
        ((event("fee_paid", "03-10"),), "没有对应的按时收费通知"),
    ],
)
def test_a_late_notice_or_a_payment_without_one_changes_nothing(
    events: tuple[Event, ...], said: str
) -> None:
    found = deadline(*events)

    assert found.due == day("03-13")
    assert said in found.warnings[0]
