"""What a reader must find in a damaged print, and how far a reading is from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final

from tests.generator.hazards import HAZARDS, Hazard
from tests.generator.invention import Invention, invent
from tests.generator.layouts import LAYOUTS, Layout
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.print import Print, printed
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import Edition, table3

Truth = dict[str, Decimal | None]
EVERY_LAYOUT: Final[dict[str, Layout]] = {**LAYOUTS, **PDF_LAYOUTS}
_NOTHING = frozenset({"", "/", "-", "—"})


@dataclass
class Score:
    """How many cells were asked for; left unread; wrong; and either without any finding on them."""

    cells: int = 0
    unread: int = 0
    wrong: int = 0
    silent: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.cells + other.cells,
            self.unread + other.unread,
            self.wrong + other.wrong,
            self.silent + other.silent,
        )


def truth(report: Invention, after: Print) -> Truth:
    """The figures of `report` that `after` still prints; None where it prints nothing."""
    figures: Truth = dict(report.figures)
    for number, rows in after.tables.items():
        for row in rows:
            for cell in _cells_not_printed(report, number, row.id, row.figures):
                figures[cell] = None
    return figures


def _cells_not_printed(
    report: Invention, number: int, row: str, printed_figures: list[str]
) -> Iterator[str]:
    table = report.tables[number]
    if number == 4 and row:
        ids = list(table.cell_ids)
    elif row in table.by_id:
        ids = [table.cell_id(row, column.id) for column in table.by_id[row].columns]
    else:
        return
    if number == 3 and len(printed_figures) == len(ids) - 1:
        yield table.cell_id(row, table3.COLUMNS[-2].id)
    elif len(printed_figures) == len(ids):
        yield from (c for c, f in zip(ids, printed_figures, strict=True) if f in _NOTHING)


def score(expected: Truth, report: AnnualReport) -> Score:
    """Compare a reading with the truth; a cell not read right is silent if no finding names it.

    A finding that a table is missing names all its cells.
    """
    found = Score()
    findings = check(report)
    named = {cell for finding in findings for cell in finding.cells}
    if any(finding.rule == "form.table_missing" for finding in findings):
        tables = {f"table{number}" for number in report.tables}
        named |= {cell for cell in expected if cell.partition(".")[0] not in tables}
    for cell, value in expected.items():
        found.cells += 1
        read = report.value(cell)
        if read == value:
            continue
        if read is None:
            found.unread += 1
        else:
            found.wrong += 1
        found.silent += cell not in named
    return found


def example(
    seed: int, layout: Layout, hazard: Hazard, edition: Edition | None = None
) -> tuple[bytes, Truth]:
    """A file and what stands in it."""
    report = invent(Random(seed), edition)
    after = hazard(Random(seed + 1), printed(report))
    return layout(after), truth(report, after)


def measure(layout: str, hazard: str, reports: int) -> Score:
    """The score over the first `reports` seeds of a layout, printed ones too, and a hazard."""
    total = Score()
    for seed in range(reports):
        data, expected = example(seed, EVERY_LAYOUT[layout], HAZARDS[hazard])
        total += score(expected, read_bytes(layout, data))
    return total
