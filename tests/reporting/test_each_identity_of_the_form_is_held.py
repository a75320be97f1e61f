"""Each identity of the form, broken in one cell: the gate finds it, whatever the cell.

1–4 (sums and balances) must be mended, 5 and 6 (across the years) must be explained.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests import town
from tests.annual_report.reports import a_report, of_2019, with_figure, with_sections, with_status
from tests.reporting.years import day, published
from yangguang.annual_report.form import FORMS, SECTIONS, Edition, table3
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.casework import moment
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.gate import Gate, gate
from yangguang.reporting.importing import waiting

WORDS = {
    1: "主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障工作都按规定开展。",
    5: "主要问题是解读形式单一。下一步丰富图解、视频等形式。",
    6: "本年度没有收取信息处理费。",
}
ROWS = {
    "new": (5, 2),
    "carried_over": (2, 1),
    "granted": (3, 1),
    "denied.state_secret": (1, 0),
    "other.other": (0, 1),
    "total": (4, 2),
    "carried_forward": (3, 1),
}
"""What natural persons and businesses asked, and how it ended."""
COLUMNS = [one.id for one in table3.COLUMNS]
FORWARD = "table3.carried_forward.{}"


def _figures() -> dict[str, int]:
    found = {"table4.review.upheld": 2, "table4.review.pending": 1, "table4.review.total": 3}
    for row, (natural, business) in ROWS.items():
        found |= {f"table3.{row}.natural_person": natural, f"table3.{row}.business": business}
        found[f"table3.{row}.total"] = natural + business
    return found


def _report(more: Mapping[str, int] | None = None, year: int = 2022) -> AnnualReport:
    said = with_sections(
        a_report({**_figures(), **(more or {})}),
        *((one, title, WORDS.get(one, "")) for one, title in SECTIONS.items()),
    )
    return replace(said, year=year, period=(date(year, 1, 1), date(year, 12, 31)))


def _last_year(more: Mapping[str, int] | None = None) -> AnnualReport:
    """A report that this year's takes over as it is."""
    forward = {
        FORWARD.format(one): _figures().get(f"table3.carried_over.{one}", 0) for one in COLUMNS
    }
    return _report({**forward, **(more or {})}, 2021)


def _blocking(checked: Gate) -> set[str]:
    return {one.rule for one in checked.blocking}


def test_whole_it_is_let_through() -> None:
    assert gate(_report(), _last_year(), {}).sentences == []


@pytest.mark.parametrize("by", [1, -1])
def test_one_wrong_cell_of_tables_3_and_4_stands_in_the_way(by: int) -> None:
    report = _report()
    for cell in (*report.tables[3].cell_ids, *report.tables[4].cell_ids):
        wrong = with_figure(report, cell, (report.value(cell) or 0) + by)
        checked = gate(wrong, None, {})
        explained = gate(wrong, None, {one.key: "已核实" for one in checked.findings})
        assert _blocking(explained), cell
        assert not explained.is_open, cell


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        ("table3.balance", ("table3.new.business", "table3.new.total")),
        ("table3.column_sum", ("table3.granted.other", "table3.granted.total")),
        ("table3.row_sum", ("table3.new.total", "table3.carried_forward.total")),
        ("table4.group_sum", ("table4.suit.total",)),
    ],
)
def test_each_of_the_first_four_has_its_own_rule(rule: str, cells: tuple[str, ...]) -> None:
    wrong = _report({one: _figures().get(one, 0) + 1 for one in cells})

    assert rule in _blocking(gate(wrong, None, {}))


def test_in_the_edition_of_2019_too() -> None:
    titles = [(one, title, WORDS.get(one, "")) for one, title in SECTIONS.items()]
    report = with_sections(of_2019({}), *titles)

    for cell in FORMS[Edition.E2019].tables[3].cell_ids:
        assert _blocking(gate(with_figure(report, cell, 1), None, {})), cell


@pytest.mark.parametrize("value", [Decimal("0.5"), Decimal(-1)])
def test_what_is_no_count_stands_in_the_way_though_every_sum_holds(value: Decimal) -> None:
    cells = [
        f"table3.{row}.{column}"
        for row in ("new", "carried_forward")
        for column in ("natural_person", "total")
    ]
    titles = [(one, title, WORDS.get(one, "")) for one, title in SECTIONS.items()]
    wrong = with_sections(a_report(dict.fromkeys(cells, value)), *titles)

    assert _blocking(gate(wrong, None, {})) == {"tables.not_a_count"}


def test_a_sum_that_is_more_than_what_there_is_to_add_stands_in_the_way() -> None:
    column = [f"table3.{row.id}.business" for row in _report().tables[3].rows]
    lacking = with_status(_report(), Status.ABSENT, *column)

    checked = gate(lacking, None, {})

    assert "tables.sum_incomplete" in _blocking(checked)
    assert set(checked.missing) == set(column)


@pytest.mark.parametrize("column", COLUMNS)
def test_what_was_carried_forward_is_carried_over_column_by_column(column: str) -> None:
    last = _last_year({FORWARD.format(column): 9_999})

    checked = gate(_report(), last, {})
    explained = gate(_report(), last, {one.key: "上年误填" for one in checked.unexplained})

    assert [(one.rule, one.cells) for one in checked.unexplained] == [
        ("years.carried_over", (f"table3.carried_over.{column}",))
    ]
    assert not checked.is_open
    assert explained.is_open


@pytest.mark.parametrize("row", ["rules", "normative_documents"])
def test_what_is_in_force_follows_from_last_year(row: str) -> None:
    last = _last_year({f"table2.{row}.in_force": 20})
    right = {f"table2.{row}.issued": 3, f"table2.{row}.repealed": 5, f"table2.{row}.in_force": 18}

    assert gate(_report(right), last, {}).is_open
    for cell, value in right.items():
        checked = gate(_report({**right, cell: value + 1}), last, {})
        assert [one.rule for one in checked.unexplained] == ["years.in_force"], cell
        assert not checked.is_open


def test_the_years_of_an_agency_are_one_agency_s_though_it_was_renamed() -> None:
    office = town.office(name="青岚市水务管理处")
    last = replace(_last_year({FORWARD.format("total"): 9_999}), year=2024, agency="青岚市规划局")
    with moment.standing_at(day(2025, 1, 20)):
        published(office, last)
    with moment.standing_at(day(2026, 1, 5)):
        compiled = compile_report(office.agency, 2025, moment.now())
        brought = waiting.findings(replace(_report(), year=2025, agency=""), office.agency)

        renamed = waiting.findings(
            replace(_report(), year=2025, agency="青岚市水务管理处"), office.agency
        )

    for findings in (compiled.findings, brought, renamed):
        rules = {one.rule for one in findings}
        assert "years.carried_over" in rules
        assert "years.other_agency" not in rules
