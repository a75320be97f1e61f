"""Art. 30: one notice within seven working days; the period starts afresh when it is answered."""

from tests.law.clock.reckoned import CALENDAR, day, deadline, event
from yangguang.law.clock import Party, State


def test_while_the_correction_is_awaited_nothing_is_due() -> None:
    found = deadline(event("correction_asked", "02-12"), on="02-26")

    assert found.due is None
    assert found.state is State.PAUSED
    assert found.working_days_left is None
    (pause,) = found.pauses
    assert (pause.by, pause.until) == (Party.APPLICANT, CALENDAR.add(day("02-12"), 15))


def test_the_notice_may_name_another_day() -> None:
    found = deadline(event("correction_asked", "02-12", until="02-27"), on="02-26")

    assert found.pauses[0].until == day("02-27")


def test_it_stays_paused_when_the_applicant_is_late_for_giving_up_is_a_decision() -> None:
    found = deadline(event("correction_asked", "02-12"), on="06-01")

    assert found.state is State.PAUSED


def test_the_period_starts_afresh_the_day_the_correction_arrives() -> None:
    found = deadline(event("correction_asked", "02-12"), event("corrected", "02-26"), on="02-27")

    assert found.due == CALENDAR.add(day("02-26"), 20)
    assert found.working_days_left == 19
    assert not found.warnings


def test_a_late_correction_that_was_accepted_starts_it_afresh_with_a_warning() -> None:
    found = deadline(event("correction_asked", "02-12"), event("corrected", "04-01"))

    assert found.due == CALENDAR.add(day("04-01"), 20)
    assert "晚于补正期限" in found.warnings[0]


def test_the_seventh_working_day_is_in_time_and_the_eighth_is_not() -> None:
    seventh, eighth = CALENDAR.add(day("02-09"), 7), CALENDAR.add(day("02-09"), 8)
    corrected = event("corrected", "03-10")

    in_time = deadline(event("correction_asked", seventh.isoformat()[5:]), corrected)
    late = deadline(event("correction_asked", eighth.isoformat()[5:]), corrected)

    assert in_time.due == CALENDAR.add(day("03-10"), 20)
    assert late.due == day("03-13")
    assert "晚于收到申请后 7 个工作日" in late.warnings[0]
    assert "不重新计算" in late.warnings[1]


def test_a_second_notice_does_not_restart_it() -> None:
    found = deadline(
        event("correction_asked", "02-10"),
        event("corrected", "02-11"),
        event("correction_asked", "02-12"),
        event("corrected", "02-25"),
    )

    assert found.due == CALENDAR.add(day("02-11"), 20)
    assert "补正告知只有一次" in found.warnings[0]


def test_a_correction_nobody_asked_for_changes_nothing() -> None:
    found = deadline(event("corrected", "02-25"))

    assert found.due == day("03-13")
    assert "没有对应的按时补正告知" in found.warnings[0]


def test_an_extension_decided_before_the_fresh_start_is_kept_and_pointed_out() -> None:
    found = deadline(
        event("correction_asked", "02-12"), event("extended", "02-25"), event("corrected", "02-26")
    )

    assert found.due == CALENDAR.add(day("02-26"), 40)
    assert "法律没有规定" in found.warnings[0]
