"""By when a request that was sent back must be answered: the decision's days, else the rule's."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.law.answering_anew import Order, deadline
from yangguang.law.calendar import published
from yangguang.law.clock import State
from yangguang.law.disputes import Unit

DAYS = st.dates(date(2024, 1, 1), date(2026, 6, 30))


@given(DAYS, st.integers(1, 60), st.sampled_from(Unit), st.integers(-5, 120))
@settings(max_examples=80, deadline=None)
def test_the_period_has_its_days_and_is_over_the_day_after(
    since: date, days: int, unit: Unit, later: int
) -> None:
    calendar, on = published(), since + timedelta(days=later)
    found = deadline(Order(since, since, days, unit, True, False), calendar, on)

    assert found.due is not None
    counted = calendar.count(since, found.due) if unit is Unit.WORKING else (found.due - since).days
    assert counted == days
    assert (found.state is State.OVERDUE) == (on > found.due)
    assert found.working_days_left == calendar.count(on, found.due)
    assert str(found.due) in found.steps[-1].text


def test_it_says_whose_period_it_is_and_from_when_a_judgment_holds() -> None:
    received, holds = date(2026, 3, 2), date(2026, 3, 18)
    rule = Order(received, received, 20, Unit.WORKING, False, False)
    judgment = Order(received, holds, 30, Unit.CALENDAR, True, True)

    said = [step.text for step in deadline(rule, published(), received).steps]
    assert said[-1].startswith("行政复议决定没有写明期限，按本机关的规则 20 个工作日")
    judged = deadline(judgment, published(), received)
    assert [step.on for step in judged.steps] == [received, holds, date(2026, 4, 17)]
