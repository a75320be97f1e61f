"""A glued row that adds up only when cut wrongly stays unread where its table is out of balance."""

from decimal import Decimal
from random import Random

from tests.generator.invention import invent
from tests.generator.layouts import glued
from tests.generator.print import printed
from yangguang.annual_report import read_bytes
from yangguang.annual_report.report import Status

CELL = "table3.carried_forward.business"


def test_the_office_s_mistake_does_not_become_seven_wrong_figures() -> None:
    invented = invent(Random(3077))
    mistaken = invented.with_figure(CELL, (invented.figures[CELL] or Decimal(0)) + 27)
    report = read_bytes("report", glued(printed(mistaken)))
    row = [cell for cell in report.cells if cell.startswith("table3.carried_forward.")]
    assert {report.cells[cell].status for cell in row} == {Status.UNREADABLE}
    assert any(CELL in doubt.cells for doubt in report.doubts)


def test_a_table_that_balances_is_read() -> None:
    report = read_bytes("report", glued(printed(invent(Random(8)))))
    assert report.cells[CELL].status is Status.READ
