"""A proposed repair is made on request, marked, and leaves the print as evidence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.findings import found
from tests.annual_report.reports import (
    Figures,
    a_report,
    consistent_figures,
    with_figure,
    with_status,
)
from yangguang.annual_report.blocks import Place
from yangguang.annual_report.checking import Proposal, Severity, check
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.repair import CannotRepair, apply
from yangguang.annual_report.report import Cell, Provenance, Status

CELL = "table3.granted.natural_person"
TABLE3 = FORMS[Edition.E2021].tables[3]


@given(consistent_figures(), st.sampled_from(TABLE3.cell_ids), st.integers(1, 99))
def test_the_proposed_repair_mends_what_one_wrong_cell_broke(
    figures: Figures, cell: str, surplus: int
) -> None:
    wrong = with_figure(a_report(figures), cell, figures[cell] + surplus)

    repaired = apply(wrong, [f.proposal for f in check(wrong) if f.proposal])

    assert repaired.value(cell) == figures[cell]
    assert not any(
        f.severity is Severity.ERROR and f.rule.startswith("table3") for f in check(repaired)
    )


def test_a_repaired_cell_is_marked_and_keeps_its_source() -> None:
    source = Provenance(Place(line=12), "33")
    report = a_report()
    report = with_figure(report, CELL, 33)
    cells = {**report.cells, CELL: Cell(Decimal(33), Status.READ, source)}
    report = a_report(cells=cells)

    repaired = apply(report, [Proposal(CELL, Decimal(3), "")])

    assert repaired.cells[CELL] == Cell(Decimal(3), Status.REPAIRED, source)
    assert report.cells[CELL].value == 33
    assert CELL in found("tables.repaired", repaired)[0].cells


def test_a_cell_that_the_file_does_not_have_cannot_be_repaired() -> None:
    report = with_status(a_report(), Status.ABSENT, CELL)

    with pytest.raises(CannotRepair, match="没有单元格"):
        apply(report, [Proposal(CELL, Decimal(3), "")])


def test_two_repairs_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(CannotRepair, match="两种不同"):
        apply(a_report(), [Proposal(CELL, Decimal(3), ""), Proposal(CELL, Decimal(4), "")])
