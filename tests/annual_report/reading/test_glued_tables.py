"""Figures printed without anything between them."""

from decimal import Decimal
from random import Random

from tests.generator.invention import invent
from tests.generator.layouts import glued
from tests.generator.print import printed
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import Edition
from yangguang.annual_report.report import DoubtKind, Status

NUMBERS = ("table3", "table4")


def test_a_table_of_zeros_is_read() -> None:
    invented = invent(Random(0), busy=0)
    report = read_bytes("report", glued(printed(invented)))
    assert {cell: report.value(cell) for cell in invented.figures} == invented.figures


def test_where_several_cuts_add_up_the_columns_decide() -> None:
    for seed in range(10):
        invented = invent(Random(seed), busy=0.5)
        report = read_bytes("report", glued(printed(invented)))
        sums = {c: v for c, v in invented.figures.items() if c.startswith(NUMBERS)}
        read = {c: report.value(c) for c in sums if report.value(c) is not None}
        assert len(read) > 0.9 * len(sums)
        assert all(sums[cell] == value for cell, value in read.items())


def test_that_the_sums_decided_is_said() -> None:
    report = read_bytes("report", glued(printed(invent(Random(1), busy=0.8))))
    assert any("按勾稽关系" in d.message for d in report.doubts if d.kind is DoubtKind.INFERRED)


def test_table_2_has_no_sum_and_is_not_cut_where_there_is_a_choice() -> None:
    invented = invent(Random(0), Edition.E2021, busy=0)
    row = {"issued": 12, "repealed": 3, "in_force": 45}
    for column, value in row.items():
        invented = invented.with_figure(f"table2.normative_documents.{column}", Decimal(value))
    report = read_bytes("report", glued(printed(invented)))
    statuses = [report.cells[f"table2.normative_documents.{c}"].status for c in row]
    assert statuses == [Status.UNREADABLE] * 3
    assert any("数字连在一起，不能确定怎样断开" in doubt.message for doubt in report.doubts)
