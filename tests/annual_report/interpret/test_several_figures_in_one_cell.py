"""Figures that print put side by side, with their signs and units, and the marks for nothing."""

from decimal import Decimal

import pytest

from yangguang.annual_report.interpret.figures import Print, figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 0 12", [3, 0, 12]),
        ("91 增3 94", [91, 3, 94]),
        ("91 -17 74", [91, -17, 74]),
        ("4件 0件", [4, 0]),
        ("2 / — 5", [2, None, None, 5]),
        ("无 无", [None, None]),
    ],
)
def test_each_is_a_figure_of_its_own(text: str, values: list[int | None]) -> None:
    held = figures(text)
    assert held is not None
    assert [figure.value for figure in held] == [v if v is None else Decimal(v) for v in values]


@pytest.mark.parametrize("text", ["- 4 -", "— 12 —"])
def test_a_page_number_is_not_a_figure_between_two_blanks(text: str) -> None:
    held = figures(text)
    assert held is None or all(figure.print is not Print.FIGURE for figure in held)


@pytest.mark.parametrize("text", ["1.", "3、", "(2)"])
def test_the_numeral_of_a_label_is_no_figure(text: str) -> None:
    assert figures(text) is None
