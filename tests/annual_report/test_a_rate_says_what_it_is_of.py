"""公开率: a part of a whole, worked out only where both are there and enough."""

from decimal import Decimal

import pytest

from tests.annual_report.reports import a_report, with_status
from yangguang.annual_report import rates
from yangguang.annual_report.rates import Rate, disclosure_rate
from yangguang.annual_report.report import Status


def test_it_is_what_was_opened_of_what_was_closed() -> None:
    report = a_report(
        {
            "table3.granted.total": 20,
            "table3.partially_granted.total": 13,
            "table3.total.total": 66,
            "table3.new.total": 90,
        }
    )

    assert disclosure_rate(report) == (Decimal(33), Decimal(66))
    assert disclosure_rate(report).percent == 50


@pytest.mark.parametrize(
    ("rate", "why"),
    [
        (Rate(Decimal(1), None), rates.NO_FIGURES),
        (Rate(None, Decimal(99)), rates.NO_FIGURES),
        (Rate(Decimal(29), Decimal(29)), rates.TOO_FEW),
        (Rate(Decimal(0), Decimal(0)), rates.TOO_FEW),
        (Rate(Decimal(31), Decimal(30)), rates.CONTRADICTORY),
        (Rate(Decimal(0), Decimal(30)), ""),
    ],
)
def test_where_there_is_none_it_says_why(rate: Rate, why: str) -> None:
    assert rate.why_none == why
    assert (rate.percent is None) == bool(why)


def test_a_blank_is_not_nought() -> None:
    report = with_status(
        a_report({"table3.total.total": 50}), Status.BLANK, "table3.partially_granted.total"
    )

    assert disclosure_rate(report).percent is None
