"""What the reader could not place never goes unsaid."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.annual_report.reports import a_report, with_status
from yangguang.annual_report.checking import Proposal, Severity, check
from yangguang.annual_report.repair import apply
from yangguang.annual_report.report import Doubt, DoubtKind, Status

CELL = "table3.granted.natural_person"


@pytest.mark.parametrize("kind", DoubtKind)
def test_each_kind_of_doubt_is_found_with_its_words_and_cells(kind: DoubtKind) -> None:
    report = replace(a_report(), doubts=(Doubt(kind, "表三有一处说不清"),))

    findings = [f for f in check(report) if "表三有一处说不清" in f.message]

    assert len(findings) == 1


def test_a_doubt_s_cells_are_the_finding_s() -> None:
    report = with_status(a_report(), Status.UNREADABLE, CELL)
    report = replace(report, doubts=(Doubt(DoubtKind.UNREADABLE, "数字连在一起", (CELL,)),))

    (finding,) = [f for f in check(report) if f.rule == "reading.unreadable"]

    assert finding.cells == (CELL,)
    assert finding.severity is Severity.WARNING


def test_an_unreadable_cell_without_a_doubt_is_found_all_the_same() -> None:
    report = with_status(a_report(), Status.UNREADABLE, CELL)

    (finding,) = [f for f in check(report) if f.rule == "reading.unreadable"]

    assert finding.cells == (CELL,)


def test_many_doubts_of_one_kind_are_one_finding() -> None:
    rows = ("new", "granted", "total", "carried_over", "carried_forward")
    cells = [f"table3.{row}.business" for row in rows]
    doubts = tuple(Doubt(DoubtKind.INFERRED, f"第 {i} 行", (c,)) for i, c in enumerate(cells))
    inferred = {cell: a_report().cells[cell]._replace(status=Status.INFERRED) for cell in cells}
    report = a_report(cells={**a_report().cells, **inferred}, doubts=doubts)

    (finding,) = [f for f in check(report) if f.rule == "reading.inferred"]

    assert "共 5 处" in finding.message
    assert finding.cells == tuple(cells)


def test_a_doubt_ends_when_its_cells_are_repaired() -> None:
    report = with_status(a_report(), Status.UNREADABLE, CELL)
    report = replace(report, doubts=(Doubt(DoubtKind.UNREADABLE, "数字连在一起", (CELL,)),))

    repaired = apply(report, [Proposal(CELL, Decimal(0), "")])

    assert not [f for f in check(repaired) if f.rule == "reading.unreadable"]
