from datetime import date
from typing import get_args

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.demo import desk, playing
from yangguang.demo.history import HISTORY
from yangguang.demo.reports import playing as reports
from yangguang.demo.steps import Answered, Lapsed, Step, Withdrawn
from yangguang.inforequests import composing
from yangguang.law.calendar import published
from yangguang.law.dispositions import Disposition

DAYS = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@settings(max_examples=25)
@given(DAYS)
def test_everything_is_done_on_working_days_before_it(day: date) -> None:
    city = desk.City(day)
    moments = [act.moment for act in playing.acts(HISTORY, city)]
    moments += [act.moment for act in reports.acts(city)]
    days = {timezone.localdate(one) for one in moments}

    assert max(days) < day
    assert all(published().is_working(one) for one in days)
    assert {timezone.localtime(one).hour for one in moments} <= set(range(8, 18))


@settings(max_examples=25)
@given(DAYS)
def test_the_steps_of_a_request_follow_each_other(day: date) -> None:
    done: dict[int, list[int]] = {}
    for act in playing.acts(HISTORY, desk.City(day)):
        done.setdefault(act.request, []).append(act.order)

    assert all(orders == list(range(len(orders))) for orders in done.values())


@settings(max_examples=25)
@given(DAYS)
def test_on_whatever_day_every_way_to_end_is_played(day: date) -> None:
    played = {act.request for act in playing.acts(HISTORY, desk.City(day))}
    steps = [step for index in played for step in HISTORY[index].steps]
    answers = {step.disposition for step in steps if isinstance(step, Answered)}

    assert answers == set(Disposition) - composing.NOT_BY_LETTER
    assert {Lapsed, Withdrawn} <= {type(step) for step in steps}


def test_every_step_that_can_be_told_is_told() -> None:
    told = {type(step) for asked in HISTORY for step in asked.steps}

    assert told == set(get_args(Step))


@pytest.mark.parametrize("day", [date(2026, 3, 18), date(2026, 3, 21)])
def test_the_last_working_day_is_the_first_before_it(day: date) -> None:
    last = desk.working_day(day, 1)

    assert last < day
    assert published().between(last, day) in ([], [day])
