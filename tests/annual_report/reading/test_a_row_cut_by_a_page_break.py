"""A page break in the middle of a row of Table 3: its figures go on below, or are not read."""

from random import Random

import pytest

from tests.generator.invention import Invention, invent
from tests.generator.layouts import tabs
from tests.generator.print import figure, printed
from yangguang.annual_report import AnnualReport, read_bytes

LABEL = "2.没有现成信息需要另行制作"


def _cut(invented: Invention, between: str, indent: str = "") -> AnnualReport:
    row = [figure(value) for value in invented.row(3, "unable.needs_creation")]
    whole = LABEL + "\t" + "\t".join(row)
    halves = LABEL + "\t" + "\t".join(row[:3]) + between + indent + "\t".join(row[3:])
    text = tabs(printed(invented)).decode()
    assert whole in text
    return read_bytes("report", text.replace(whole, halves).encode())


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n- 4 -\n\n", "\n第 4 页\n"])
@pytest.mark.parametrize("indent", ["", "\t\t"])
def test_the_figures_below_belong_to_the_row(between: str, indent: str) -> None:
    invented = invent(Random(6), busy=0.8)
    report = _cut(invented, between, indent)
    assert {cell: report.value(cell) for cell in invented.figures} == invented.figures


def test_with_words_between_the_row_is_not_read_and_no_other_is_disturbed() -> None:
    invented = invent(Random(6), busy=0.8)
    report = _cut(invented, "\n青岚市人民政府公报\n")
    for cell, value in invented.figures.items():
        assert report.value(cell) == value or (
            "needs_creation" in cell and report.value(cell) is None
        )
