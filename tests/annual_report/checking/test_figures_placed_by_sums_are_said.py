"""Where the sums, not the print, put figures in their columns, a finding says so."""

from random import Random

from tests.generator.invention import invent
from tests.generator.layouts import glued
from tests.generator.print import printed
from yangguang.annual_report import read_bytes
from yangguang.annual_report.checking import check


def test_glued_figures_cut_by_their_sums_give_a_note_that_names_them() -> None:
    report = read_bytes("report", glued(printed(invent(Random(1), busy=0.8))))
    said = [f for f in check(report) if f.rule == "reading.inferred"]
    assert any("按勾稽关系" in finding.message for finding in said)
    assert {cell for finding in said for cell in finding.cells} & set(report.cells)
