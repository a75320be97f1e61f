from dataclasses import replace
from decimal import Decimal

import pytest

from tests.annual_report.reports import a_report
from yangguang.annual_report.blocks import Place
from yangguang.annual_report.form.table3 import OTHER, OTHER_SINGLE, TABLE_2021
from yangguang.annual_report.report import AnnualReport, Cell, Provenance, Status
from yangguang.portal import cells
from yangguang.portal.cells import Shown

CELL = "table3.new.total"


def _shown(report: AnnualReport, cell: str = CELL) -> Shown:
    tables = cells.of(report, None, []).tables
    lines = [line for table in tables for line in table.body]
    return next(p for line in lines for p in line if isinstance(p, Shown) and p.cell == cell)


def _with(cell: Cell) -> AnnualReport:
    report = a_report()
    return replace(report, cells={**report.cells, CELL: cell})


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.BLANK, "空白"),
        (Status.ABSENT, "缺项"),
        (Status.UNREADABLE, "无法识读"),
    ],
)
def test_a_cell_without_a_figure_says_why(status: Status, word: str) -> None:
    shown = _shown(_with(Cell(None, status)))

    assert (shown.figure, shown.word) == ("", word)


def test_a_figure_stands_as_it_can_be_copied() -> None:
    assert _shown(_with(Cell(Decimal("1113"), Status.READ))).figure == "1113"
    assert _shown(_with(Cell(Decimal("28.60"), Status.READ))).figure == "28.6"


def test_only_statuses_that_occur_are_explained() -> None:
    legend = cells.of(_with(Cell(None, Status.BLANK)), None, []).legend

    assert [word for word, _ in legend] == ["空白"]


def test_a_figure_leads_to_its_line_in_the_file() -> None:
    read = Cell(Decimal(7), Status.READ, Provenance(Place(line=57, column=8), "7"))

    report = _with(read)

    ((_, sources),) = cells.of(report, None, []).sources
    (source,) = sources
    assert (source.place, source.raw) == ("第 57 行", "7")
    assert _shown(report).source == source.id


def test_a_single_row_of_other_results_is_shown_as_the_file_has_it() -> None:
    kept = tuple(row for row in TABLE_2021.rows if row.group != OTHER)
    table = replace(TABLE_2021, rows=(*kept[:-2], OTHER_SINGLE, *kept[-2:]))
    report = a_report()

    tables = cells.of(replace(report, tables={**report.tables, 3: table}), None, []).tables

    heads = [p.text for line in tables[1].body for p in line if not isinstance(p, Shown)]
    assert heads.count(OTHER) == 1
    assert "3.其他" not in heads
