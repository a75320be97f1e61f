"""Cells of two reports: what changed by how much, and what cannot be compared."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given

from tests.annual_report.reports import (
    Figures,
    a_report,
    consistent_figures,
    of_2019,
    with_figure,
    with_status,
)
from yangguang.annual_report.comparing import CellPair, Comparison, Difference, Side, compare
from yangguang.annual_report.form import FORMS, Edition, Table, table3
from yangguang.annual_report.report import AnnualReport, Cell, Status

NEW = "table3.new.total"
AMOUNT = "table2.procurement.amount"


def pair(comparison: Comparison, cell: str) -> CellPair:
    return next(pair for table in comparison.tables for pair in table.cells if pair.id == cell)


def test_a_difference_is_right_minus_left() -> None:
    found = pair(compare(a_report({NEW: 40}), a_report({NEW: 50}, year=2023)), NEW)

    assert found.difference is Difference.CHANGED
    assert found.change == 10
    assert found.percent == 25
    assert found.name == "表三“一、本年新收政府信息公开申请数量”的“总计”"


def test_there_is_no_percentage_of_nothing() -> None:
    found = pair(compare(a_report({NEW: 0}), a_report({NEW: 5}, year=2023)), NEW)

    assert found.change == 5
    assert found.percent is None


def test_there_is_no_percentage_of_less_than_nothing() -> None:
    cell = "table2.licences.items_change"
    left, right = of_2019({cell: -4}), of_2019({cell: 2})

    assert pair(compare(left, right), cell).percent is None


def test_no_figure_is_not_zero() -> None:
    empty = with_status(a_report(), Status.BLANK, NEW)

    assert pair(compare(empty, a_report(year=2023)), NEW).difference is Difference.RIGHT_ONLY
    assert pair(compare(a_report(year=2021), empty), NEW).difference is Difference.LEFT_ONLY
    neither = compare(with_status(a_report(year=2021), Status.BLANK, NEW), empty)
    assert pair(neither, NEW).difference is Difference.NEITHER


@given(consistent_figures(), consistent_figures())
def test_left_and_change_give_right(before: Figures, after: Figures) -> None:
    comparison = compare(a_report(before), a_report(after, year=2023))

    for table in comparison.tables:
        for found in table.cells:
            assert found.left.value is not None and found.change is not None
            assert found.left.value + found.change == found.right.value
            assert found.is_different == bool(found.change)


@given(consistent_figures())
def test_a_report_differs_in_nothing_from_itself(figures: Figures) -> None:
    comparison = compare(a_report(figures), a_report(figures))

    assert not any(table.differences for table in comparison.tables)
    assert {p.id for t in comparison.tables for p in t.cells} == set(FORMS[Edition.E2021].cell_ids)


def test_amounts_in_different_units_are_brought_to_one() -> None:
    left = with_amount("12000", "元", 2019)
    right = with_amount("1.5", "万元", 2020)

    found = pair(compare(left, right), AMOUNT)

    assert (found.change, found.unit) == (Decimal("0.3"), "万元")
    assert found.percent == 25


def test_amounts_of_which_one_has_no_unit_have_no_difference_in_figures() -> None:
    left, right = with_amount("12000", "", 2019), with_amount("1.5", "万元", 2020)

    found = pair(compare(left, right), AMOUNT)

    assert found.difference is Difference.CHANGED
    assert found.change is None


def test_an_amount_without_a_unit_has_that_of_its_column() -> None:
    fees = "table2.fees.amount"
    left = with_cell(a_report(), fees, Cell(Decimal("17.25"), Status.READ))
    right = with_cell(a_report(year=2023), fees, Cell(Decimal(169_000), Status.READ, None, "元"))

    found = pair(compare(left, right), fees)
    back = pair(compare(replace(right, year=2021), left), fees)

    assert (found.change, found.unit) == (Decimal(-3500), "元")
    assert back.change == Decimal("0.35")


def with_amount(value: str, unit: str, year: int) -> AnnualReport:
    report = a_report(
        year=year, edition=Edition.E2019, tables=FORMS[Edition.E2019].tables, cells={}
    )
    return with_cell(report, AMOUNT, Cell(Decimal(value), Status.READ, None, unit))


def with_cell(report: AnnualReport, cell_id: str, cell: Cell) -> AnnualReport:
    made = with_figure(report, cell_id, 0)
    assert isinstance(made.cells, dict)
    made.cells[cell_id] = cell
    return made


def test_of_two_editions_only_common_cells_are_compared() -> None:
    comparison = compare(of_2019({}), a_report(year=2021))

    compared = {cell.id for table in comparison.tables for cell in table.cells}
    both = set(FORMS[Edition.E2019].cell_ids) & set(FORMS[Edition.E2021].cell_ids)
    assert compared <= both
    assert "table2.licences.decisions" in compared
    assert "table2.rules.in_force" not in compared


def test_cells_that_are_not_compared_are_named_on_their_side_with_the_reason() -> None:
    comparison = compare(of_2019({}), a_report({"table2.fees.amount": 7}, year=2021))

    left, right = next(t for t in comparison.tables if t.number == 2).incomparable
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert "政府集中采购" in left.rows
    assert "格式版本不同" in left.reason
    assert ("“行政事业性收费”的“本年收费金额（单位：万元）”", Decimal(7)) in [
        (name, cell.value) for name, cell in right.cells
    ]


def test_the_merged_row_of_other_results_is_not_held_against_a_part_of_it() -> None:
    merged: dict[int, Table] = {**FORMS[Edition.E2021].tables, 3: table3.TABLE_2019}
    left = a_report({"table3.other.other.total": 9}, tables=merged)

    comparison = compare(left, a_report({"table3.other.other.total": 2}, year=2023))

    requests = next(table for table in comparison.tables if table.number == 3)
    assert not any(cell.id.startswith("table3.other.") for cell in requests.cells)
    assert all("合为一行" in one.reason for one in requests.incomparable)
    assert [one.side for one in requests.incomparable] == [Side.LEFT, Side.RIGHT]


def test_every_cell_of_both_forms_is_compared_or_named() -> None:
    comparison = compare(of_2019({}), a_report(year=2021))

    compared = sum(len(table.cells) for table in comparison.tables)
    for side, edition in ((Side.LEFT, Edition.E2019), (Side.RIGHT, Edition.E2021)):
        named = sum(
            len(one.cells)
            for table in comparison.tables
            for one in table.incomparable
            if one.side is side
        )
        assert compared + named == len(FORMS[edition].cell_ids)


def test_a_table_that_one_file_lacks_is_said_to_be_missing() -> None:
    tables = dict(FORMS[Edition.E2021].tables)
    del tables[4]

    comparison = compare(a_report(tables=tables), a_report(year=2023))

    assert next(t for t in comparison.tables if t.number == 4).missing == (Side.LEFT,)
