"""Figures printed without anything between them but a unit behind each: 3件0件12件."""

from dataclasses import replace
from random import Random

import pytest

from tests.generator.invention import invent
from tests.generator.layouts import glued
from tests.generator.print import printed
from yangguang.annual_report import read_bytes


@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize("seed", range(6))
def test_the_unit_tells_where_to_cut(seed: int, space: str) -> None:
    invented = invent(Random(seed), busy=0.5)
    report = printed(invented)
    with_units = {
        number: [
            replace(row, figures=[f"{space * (at == 0)}{f}件" for at, f in enumerate(row.figures)])
            for row in rows
        ]
        for number, rows in report.tables.items()
        if number > 2
    }

    read = read_bytes("report", glued(replace(report, tables={**report.tables, **with_units})))

    for cell, value in invented.figures.items():
        if not cell.startswith("table2"):
            assert (cell, read.value(cell)) == (cell, value)
