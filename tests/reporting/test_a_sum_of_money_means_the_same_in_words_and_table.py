"""A sum entered in 元 is not read as 万元 in the words, nor is a change of its unit passed over."""

from dataclasses import replace
from decimal import Decimal

from tests.annual_report.reports import a_report
from yangguang.annual_report.form import Edition
from yangguang.annual_report.report import AnnualReport, Cell, Status
from yangguang.reporting import phrases
from yangguang.reporting.actions.send_up import changed

FEES = "table2.fees.amount"
NAME = "行政事业性收费收费金额"


def _with_fees(value: str, unit: str) -> AnnualReport:
    report = a_report()
    return replace(
        report, cells={**report.cells, FEES: Cell(Decimal(value), Status.READ, unit=unit)}
    )


def test_a_live_figure_of_money_is_in_the_unit_of_its_sentence() -> None:
    phrase = phrases.phrases(Edition.E2021)[NAME]

    said = [
        phrases.filled(phrase.sentence, _with_fees(*one))
        for one in (("12765534", "元"), ("1276.5534", "万元"), ("1276.5534", ""))
    ]

    assert len(set(said)) == 1
    assert said[0].endswith("1276.5534万元")


def test_another_unit_is_another_figure_in_the_list_of_what_changed() -> None:
    in_yuan, in_form_s = _with_fees("120", "元"), _with_fees("120", "万元")

    assert changed(in_yuan, in_form_s) == [FEES]
    assert changed(in_form_s, _with_fees("120", "")) == []
