"""Art. 35: reasons and a stated delay; the fee rules: notice, payment, a period anew."""

from datetime import date

import pytest

from tests.law.clock.reckoned import CALENDAR, day, deadline, event
from yangguang.law.clock import Event, Kind, Party, State, answer_due

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


def test_a_fee_and_a_correction_are_both_awaited() -> None:
    waits = [event("fee_noticed", "02-10"), event("correction_asked", "02-11")]
    corrected, paid = event("corrected", "02-12"), event("fee_paid", "02-25")

    assert len(deadline(*waits, on="02-11").pauses) == 2
    assert deadline(*waits, corrected, on="02-13").due is None
    assert deadline(*waits, corrected, paid).due == CALENDAR.add(day("02-25"), 20)
    assert deadline(*waits, event("fee_paid", "02-12"), event("corrected", "02-25")).due == (
        CALENDAR.add(day("02-25"), 20)
    )


def test_the_notice_is_taken_for_received_when_it_was_sent_and_that_is_said() -> None:
    noticed = event("fee_noticed", "03-02")

    assert "没有记录申请人何时收到收费通知" in deadline(noticed, on="03-20").warnings[0]
    assert not deadline(noticed, event("fee_paid", "03-10")).warnings


def test_the_days_to_pay_run_from_the_receipt_of_the_notice() -> None:
    events = [event("fee_noticed", "03-02"), event("fee_notice_received", "03-06")]

    found = deadline(*events, on="03-20")

    assert [pause.until for pause in found.pauses] == [CALENDAR.add(day("03-06"), 20)]
    assert not found.warnings
    assert "按通知发出之日" not in deadline(*events, event("fee_paid", "05-08")).warnings[0]


def test_a_receipt_without_a_notice_is_pointed_out() -> None:
    found = deadline(event("fee_notice_received", "03-06"))

    assert found.due == day("03-13")
    assert "没有对应的按时收费通知" in found.warnings[0]


def test_a_date_of_a_year_without_published_holidays_warns_even_if_it_is_not_the_due_date() -> None:
    found = answer_due(
        [Event(Kind.RECEIVED, date(2026, 12, 18)), event("fee_noticed", "12-22")],
        CALENDAR,
        day("12-23"),
    )

    assert found.due is None
    assert any("2027 年" in warning for warning in found.warnings)


def test_a_stated_day_is_not_moved_by_asking_others_and_words_and_figures_agree() -> None:
    stated = [*ASKED, event("delay_set", "03-02", until="03-31")]
    asked = [event("third_party_asked", "03-04"), event("third_party_received", "03-04")]

    plain, found = deadline(*stated, on="03-09"), deadline(*stated, *asked, on="03-09")

    assert (found.due, found.state) == (day("03-31"), State.RUNNING)
    left = CALENDAR.count(day("03-09"), day("03-31"))
    assert found.working_days_left == plain.working_days_left == left
    assert not any("不计入" in step.text for step in found.steps)
    assert "法律没有规定" in found.warnings[0]


def test_who_was_asked_before_a_day_was_stated_does_not_move_it_either() -> None:
    asked = [event("third_party_asked", "03-02"), event("third_party_received", "03-02")]

    found = deadline(*ASKED, *asked, event("delay_set", "03-04", until="04-30"), on="03-09")

    assert found.due == day("04-30")
    assert found.working_days_left == CALENDAR.count(day("03-09"), day("04-30"))
    assert not any("不计入" in step.text for step in found.steps)


def test_a_fee_that_is_waived_was_never_noticed() -> None:
    noticed, waived = event("fee_noticed", "03-02"), event("fee_waived", "03-10")

    assert deadline(noticed, waived).due == deadline().due == day("03-13")
    assert "取对申请人有利的" in deadline(noticed, waived).steps[2].text


def test_a_waiver_brings_a_stated_delay_that_is_longer_to_an_end() -> None:
    delayed = (*ASKED, event("delay_set", "03-02", until="06-30"))
    fee = (event("fee_noticed", "03-03"), event("fee_waived", "03-10"))

    assert deadline(*delayed, *fee).due == CALENDAR.add(day("03-10"), 20)
    assert deadline(*delayed).due == day("06-30")


def test_without_a_notice_there_is_nothing_to_waive() -> None:
    found = deadline(event("fee_waived", "03-10"))

    assert found.due == day("03-13")
    assert "没有对应的按时收费通知" in found.warnings[0]
