"""Which days are working days, by the State Council office's notices."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.law.calendar import Calendar, OutOfRange, published, read_year, warning

CALENDAR = published()
DAYS = st.dates(date(2004, 1, 1), date(2040, 12, 31))
YEAR_2026 = """
notice = "关于2026年节假日的通知"
numbers = []
grade = "M"
working = [2026-01-04]

[[rest]]
name = "元旦"
first = 2026-01-01
last = 2026-01-03
"""


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 2, 16), False),
        (date(2026, 2, 14), True),
        (date(2026, 10, 10), True),
        (date(2024, 2, 9), True),
        (date(2022, 12, 31), False),
    ],
    ids=[
        "a Friday",
        "a Saturday",
        "a Monday in the spring festival",
        "a Saturday made up for the spring festival",
        "a Saturday made up for the national day",
        "the eve of the spring festival of 2024, no holiday that year",
        "the last day of 2022, rest of the next year's first",
    ],
)
def test_published_days(day: date, is_working: bool) -> None:
    assert CALENDAR.is_working(day) is is_working


def test_every_year_since_2004_is_published_and_names_its_notice() -> None:
    assert sorted(CALENDAR.years) == list(range(2004, 2027))
    assert all(str(year.year) in year.citation for year in CALENDAR.years.values())


@given(DAYS, st.integers(1, 60))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    last = CALENDAR.add(day, count)

    assert CALENDAR.is_working(last)
    assert CALENDAR.count(day, last) == count == len(CALENDAR.between(day, last))
    assert CALENDAR.count(last, day) == -count


@given(DAYS, st.integers(1, 60))
def test_one_day_more_is_the_next_working_day(day: date, count: int) -> None:
    last, next_day = CALENDAR.add(day, count), CALENDAR.add(day, count) + timedelta(days=1)
    while not CALENDAR.is_working(next_day):
        next_day += timedelta(days=1)

    assert CALENDAR.add(day, count + 1) == next_day > last


def test_the_day_of_the_event_is_not_counted() -> None:
    assert CALENDAR.add(date(2026, 3, 2), 1) == date(2026, 3, 3)


def test_a_year_without_a_file_is_plain_weekends_and_is_named() -> None:
    assert CALENDAR.is_working(date(2027, 1, 1))
    assert not CALENDAR.is_working(date(2027, 1, 2))
    assert CALENDAR.unpublished(date(2026, 12, 1), date(2027, 1, 4)) == (2027,)
    assert "2027 年" in warning((2027,))


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2090, 1, 1)])
def test_beyond_the_calendar_is_a_sentence(day: date) -> None:
    with pytest.raises(OutOfRange, match="工作日历只到"):
        CALENDAR.add(day, 1)
    with pytest.raises(OutOfRange, match="请核对日期"):
        CALENDAR.count(date(2026, 1, 1), day)


def test_a_new_year_is_a_file() -> None:
    calendar = Calendar([read_year(2026, YEAR_2026)])

    assert not calendar.is_working(date(2026, 1, 2))
    assert calendar.is_working(date(2026, 1, 4))


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (("2026-01-04]", "2026-01-05]"), "no weekend"),
        (("2026-01-04]", "2026-01-03]"), "named twice"),
        (("2026-01-04]", "2027-01-03]"), "another year"),
        (("[[rest]]", "[[holiday]]"), "no holidays"),
    ],
)
def test_a_mistake_in_a_year_s_file_is_told(mistake: tuple[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_year(2026, YEAR_2026.replace(*mistake))
