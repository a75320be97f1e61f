"""Art. 18: what was withheld is looked at anew after some months, on the same day or the last."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.law.reexamination import last_looked_at


@pytest.mark.parametrize(
    ("on", "months", "looked_at"),
    [
        (date(2027, 2, 9), 12, date(2026, 2, 9)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_the_day_so_many_months_before(on: date, months: int, looked_at: date) -> None:
    assert last_looked_at(on, months) == looked_at


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_a_day_later_nothing_falls_due_earlier(on: date, months: int) -> None:
    assert last_looked_at(on, months) <= last_looked_at(on + timedelta(days=1), months) < on
