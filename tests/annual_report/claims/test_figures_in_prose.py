"""A figure in prose is a number with a unit, in whatever writing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.annual_report.claims.figures import chinese_number, figures_in


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到37件", "37", "件"),
        ("收到 37 件", "37", "件"),
        ("收到３７件", "37", "件"),
        ("收到1,113件", "1113", "件"),
        ("收到1，113件", "1113", "件"),
        ("收到三十七件", "37", "件"),
        ("收到一百零五件", "105", "件"),
        ("收到两件", "2", "件"),
        ("阅读3.2万次", "32000", "次"),
        ("收费96171.6 万元", "961716000", "元"),
        ("收费1.2亿元", "120000000", "元"),
        ("占26.3％", "26.3", "%"),
    ],
)
def test_a_figure_is_read_in_any_writing(text: str, value: str, unit: str) -> None:
    (figure,) = figures_in(text)

    assert (figure.value, figure.unit) == (Decimal(value), unit)
    assert figure.stop == len(text)


@pytest.mark.parametrize("text", ["约37件", "近37件", "37余件", "37件左右", "5500余条", "十余件"])
def test_a_rough_figure_is_marked_so(text: str) -> None:
    (figure,) = figures_in(text)

    assert figure.approximate


@pytest.mark.parametrize(
    "text",
    ["2022年", "第3次", "1-2次", "〔2021〕30号", "一件事一次办", "3个月", "15个工作日", "一次性",
     "35部门", "一是件件落实", "12345热线", "一个"],
)  # fmt: skip
def test_dates_ordinals_and_idioms_are_no_figures(text: str) -> None:
    assert list(figures_in(text)) == []


@given(st.integers(1, 9999))
def test_a_number_in_characters_means_what_it_says(number: int) -> None:
    digits, written = "零一二三四五六七八九", ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += digits[digit] + unit
        elif written and not written.endswith("零"):
            written += "零"

    assert chinese_number(written.rstrip("零")) == number
