"""What the prose says in 万元 is compared with what a cell holds, in whichever unit that is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.annual_report.reports import a_report, with_sections
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import Cell, Status

FEES = "table2.fees.amount"


@pytest.mark.parametrize(
    ("value", "unit", "differs"),
    [
        ("12765534", "元", False),
        ("1276.5534", "万元", False),
        ("1276.5534", "", False),
        ("1276.5534", "元", True),
        ("12765534", "", True),
    ],
)
def test_it_differs_only_where_it_is_another_sum(value: str, unit: str, differs: bool) -> None:
    report = a_report()
    cells = {**report.cells, FEES: Cell(Decimal(value), Status.READ, unit=unit)}
    words = "全年行政事业性收费收费金额1276.5534万元。"
    said = with_sections(
        replace(report, cells=cells),
        *((number, title, words if number == 2 else "") for number, title in SECTIONS.items()),
    )

    found = {one.rule for one in check(said) if FEES in one.cells}

    assert ("prose.differs_from_table" in found) is differs
