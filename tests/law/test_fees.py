"""The information processing fee: progressive, per item or per page (国办函〔2020〕109号)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.law.fees import by_item, by_page, item_rate, total


@pytest.mark.parametrize(
    ("number", "rate"),
    [(1, 0), (10, 0), (11, 100), (30, 100), (31, 200), (40, 200), (41, 300), (50, 300), (51, 400)],
)
def test_an_item_costs_more_the_more_there_are_in_a_month(number: int, rate: int) -> None:
    assert item_rate(number) == rate


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [(0, 0), (30, 0), (31, 10), (100, 700), (101, 720), (200, 2700), (201, 2740)],
)
def test_each_page_at_the_rate_of_its_band(pages: int, yuan: int) -> None:
    assert total(by_page(pages)) == yuan


@given(st.integers(0, 80), st.integers(0, 80))
def test_the_lines_come_to_the_sum_of_the_items(earlier: int, items: int) -> None:
    lines = by_item(earlier, items)

    assert sum(line.number for line in lines) == items
    assert total(lines) == sum(item_rate(n) for n in range(earlier + 1, earlier + items + 1))


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_it_does_not_matter_how_a_month_s_items_are_split(before: int, a: int, b: int) -> None:
    at_once = total(by_item(before, a + b))

    assert at_once == total(by_item(before, a)) + total(by_item(before + a, b))


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="不能小于 0"):
        by_page(-1)
    with pytest.raises(ValueError, match="不能小于 0"):
        by_item(-1, 3)
