"""Where a row prints one figure too few, the sums decide, or the row is not read."""

import re
from decimal import Decimal
from random import Random

from tests.generator.invention import invent
from tests.generator.layouts import cell_a_line, tabs
from tests.generator.print import figure, printed
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.report import DoubtKind, Status

CELLS = ("natural_person", "business", "research", "public_interest", "legal_services", "other")
LABEL = "（一）予以公开"


def _without_first_figure(data: bytes, separator: str) -> bytes:
    text = data.decode()
    return re.sub(rf"{LABEL}{separator}+\d+{separator}", LABEL + separator, text).encode()


def _granted(report: AnnualReport) -> list[Status]:
    return [report.cells[f"table3.granted.{cell}"].status for cell in (*CELLS, "total")]


def test_a_row_of_zeros_is_inferred_and_said_so() -> None:
    data = _without_first_figure(tabs(printed(invent(Random(2), busy=0))), "\t")
    report = read_bytes("report", data)
    assert _granted(report) == [Status.INFERRED] * 7
    assert any(doubt.kind is DoubtKind.INFERRED for doubt in report.doubts)


def test_a_row_that_could_have_lost_any_of_several_is_unreadable_and_says_why() -> None:
    invented = invent(Random(0), busy=0)
    for cell, value in zip((*CELLS, "total"), (2, 1, 0, 3, 0, 0, 6), strict=True):
        invented = invented.with_figure(f"table3.granted.{cell}", Decimal(value))
    damaged = cell_a_line(printed(invented)).decode().replace(f"{LABEL}\n2\n", f"{LABEL}\n")
    report = read_bytes("report", damaged.encode())
    assert Status.UNREADABLE in _granted(report)
    assert all(
        report.value(f"table3.granted.{cell}") in (None, value)
        for cell, value in zip((*CELLS, "total"), (2, 1, 0, 3, 0, 0, 6), strict=True)
    )
    why = [d.message for d in report.doubts if d.kind is DoubtKind.UNREADABLE]
    assert why and "6 个数字，应有 7 个" in why[0]


def test_the_figures_of_the_other_rows_stay_as_printed() -> None:
    invented = invent(Random(3), busy=0.5)
    report = read_bytes("report", _without_first_figure(tabs(printed(invented)), "\t"))
    for cell, value in invented.figures.items():
        if ".granted." not in cell:
            assert report.value(cell) == value, figure(value)
