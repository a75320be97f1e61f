"""A run of digits that nobody can have counted is said to be unreadable, in every table."""

import json
from dataclasses import replace
from decimal import Decimal
from random import Random

import orjson
import pytest

from tests.generator.invention import invent
from tests.generator.layouts import html, tabs
from tests.generator.print import Print, printed
from yangguang.annual_report import as_json, read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.report import AnnualReport, Status


def _with(table: int, row: str, column: int, digits: str) -> Print:
    whole = printed(invent(Random(1)))

    def changed(figures: list[str]) -> list[str]:
        return [*figures[:column], digits, *figures[column + 1 :]]

    rows = [
        replace(one, figures=changed(one.figures)) if one.id == row else one
        for one in whole.tables[table]
    ]
    return replace(whole, tables={**whole.tables, table: rows})


def _assert_said(report: AnnualReport, cell: str) -> None:
    found = [one for one in check(report) if cell in one.cells and "数字太大" in one.message]
    assert (report.cells[cell].value, report.cells[cell].status) == (None, Status.UNREADABLE)
    assert len(found) == 1
    assert as_json.load(orjson.loads(as_json.line(report))).cells[cell] == report.cells[cell]


@pytest.mark.parametrize("digits", ["1" + "0" * 15, "9" * 30, "7" * 400])
@pytest.mark.parametrize(
    ("table", "row", "cell"),
    [
        (2, "rules", "table2.rules.made"),
        (3, "new", "table3.new.natural_person"),
    ],
)
def test_of_a_row(table: int, row: str, cell: str, digits: str) -> None:
    for layout in (tabs, html):
        _assert_said(read_bytes("report", layout(_with(table, row, 0, digits))), cell)


def test_of_the_disputes() -> None:
    last = printed(invent(Random(1))).tables[4][-1].id
    report = read_bytes("report", html(_with(4, last, 0, "7" * 400)))

    _assert_said(report, "table4.review.upheld")


def test_the_largest_that_can_be_meant_is_what_it_is() -> None:
    report = read_bytes("report", html(_with(3, "new", 0, "9" * 15)))
    back = as_json.load(orjson.loads(as_json.line(report)))

    assert back.cells["table3.new.natural_person"].value == Decimal("9" * 15)


def test_of_an_exported_report() -> None:
    cell = "table3.new.natural_person"
    record = as_json.dump(read_bytes("report", html(printed(invent(Random(1))))))
    record["cells"][cell]["value"] = 10**30
    report = read_bytes("report.json", json.dumps(record).encode())

    found = [one for one in check(report) if cell in one.cells and one.rule == "reading.unreadable"]
    assert (report.cells[cell].value, report.cells[cell].status) == (None, Status.UNREADABLE)
    assert found
