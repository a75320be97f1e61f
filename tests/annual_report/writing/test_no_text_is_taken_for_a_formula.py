"""A text that a spreadsheet would run is quoted, in whichever signs it begins; figures are not."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.annual_report.reports import a_report
from yangguang.annual_report.report import Cell, Status
from yangguang.annual_report.writing import write


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_names_and_units_are_quoted(sign: str) -> None:
    report = a_report()
    bad = f'{sign}HYPERLINK("x")'
    cells = {**report.cells, "table2.fees.amount": Cell(Decimal(3), Status.READ, unit=bad)}
    text = write(replace(report, agency=bad, cells=cells), "csv").decode("utf-8-sig")

    fields = {one for line in csv.reader(io.StringIO(text, newline="")) for one in line}

    assert f"'{bad}" in fields
    assert not [one for one in fields if one.startswith(sign)]


def test_a_negative_figure_stays_a_figure() -> None:
    report = a_report()
    cells = {**report.cells, "table2.fees.amount": Cell(Decimal(-417), Status.READ)}

    text = write(replace(report, cells=cells), "csv").decode("utf-8-sig")

    assert "-417" in {one for line in csv.reader(io.StringIO(text)) for one in line}
