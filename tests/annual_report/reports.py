"""Small consistent reports for the tests of checking: built by hand, changed cell by cell."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.form.table3 import BALANCE, COLUMNS, LEAVES
from yangguang.annual_report.report import AnnualReport, Cell, Section, Status

Figures = dict[str, Decimal]


def a_report(figures: Mapping[str, int | Decimal] | None = None, /, **facts: Any) -> AnnualReport:
    """A report of 2022 in the edition of 2021 whose cells are zero but for `figures`."""
    form = FORMS[Edition.E2021]
    cells = {
        cell: Cell(Decimal((figures or {}).get(cell, 0)), Status.READ) for cell in form.cell_ids
    }
    report = AnnualReport(
        file="report.txt",
        agency="青禾县林草局",
        year=2022,
        edition=Edition.E2021,
        tables=form.tables,
        cells=cells,
    )
    return replace(report, **facts)


def with_figure(report: AnnualReport, cell: str, value: int | Decimal) -> AnnualReport:
    """The same report with another figure in one cell."""
    return replace(report, cells={**report.cells, cell: Cell(Decimal(value), Status.READ)})


def with_status(report: AnnualReport, status: Status, *cells: str) -> AnnualReport:
    """The same report with `cells` blank, absent or unreadable: without a figure."""
    return replace(report, cells={**report.cells, **{c: Cell(None, status) for c in cells}})


def with_sections(report: AnnualReport, *sections: tuple[int, str, str]) -> AnnualReport:
    """The same report with sections of (number, title, text), in this order."""
    made = tuple(
        Section(number, title, text, position=position)
        for position, (number, title, text) in enumerate(sections)
    )
    return replace(report, sections=made)


def of_2019(figures: Mapping[str, int | Decimal]) -> AnnualReport:
    """A report for 2020 in the edition of 2019: （六）其他处理 is one row."""
    form = FORMS[Edition.E2019]
    cells = {c: Cell(Decimal(figures.get(c, 0)), Status.READ) for c in form.cell_ids}
    return a_report(year=2020, edition=Edition.E2019, tables=form.tables, cells=cells)


def consistent_figures(empty: frozenset[str] = frozenset()) -> st.SearchStrategy[Figures]:
    """Figures of Tables 3 and 4 that satisfy identities 1–4, many of them zero.

    All figures of the rows and columns named in `empty` are zero.

    Drawn from a seed, not figure by figure: ten times as many examples in the same time.
    """
    return st.integers(0, 2**32).map(lambda seed: _figures(Random(seed), empty))


def _figures(random: Random, empty: frozenset[str]) -> Figures:
    def count(*lines: str) -> int:
        if not empty.isdisjoint(lines):
            return 0
        return random.choice((0, 0, random.randint(0, 9), random.randint(0, 400)))

    tables = FORMS[Edition.E2021].tables
    cell3 = tables[3].cell_id
    figures: dict[str, int] = {}
    (new, carried_over), (total, carried_forward) = BALANCE
    *applicants, totals = (column.id for column in COLUMNS)
    for column in applicants:
        for row in LEAVES:
            figures[cell3(row, column)] = count(row, column)
        figures[cell3(total, column)] = sum(figures[cell3(row, column)] for row in LEAVES)
        figures[cell3(carried_forward, column)] = count(column)
        handled = figures[cell3(total, column)] + figures[cell3(carried_forward, column)]
        figures[cell3(carried_over, column)] = random.randint(0, handled)
        figures[cell3(new, column)] = handled - figures[cell3(carried_over, column)]
    for row in (new, carried_over, *LEAVES, total, carried_forward):
        figures[cell3(row, totals)] = sum(figures[cell3(row, column)] for column in applicants)
    for group in tables[4].rows:
        *parts, whole = (tables[4].cell_id(group.id, column.id) for column in group.columns)
        figures |= {part: count() for part in parts}
        figures[whole] = sum(figures[part] for part in parts)
    return {cell: Decimal(value) for cell, value in figures.items()}
