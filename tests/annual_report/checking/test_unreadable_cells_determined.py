"""An unreadable figure is proposed where the identities leave only one, and never otherwise."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.findings import found
from tests.annual_report.reports import (
    Figures,
    a_report,
    consistent_figures,
    with_figure,
    with_status,
)
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import Status

TABLES = FORMS[Edition.E2021].tables
ANY_CELL = st.sampled_from(TABLES[3].cell_ids + TABLES[4].cell_ids)


def _proposed(figures: Figures, *unreadable: str) -> dict:
    report = with_status(a_report(figures), Status.UNREADABLE, *unreadable)
    hits = [f.proposal for f in found("tables.determined", report) if f.proposal]
    return {proposal.cell: proposal.value for proposal in hits}


@given(consistent_figures(), ANY_CELL)
def test_one_unreadable_cell_gets_its_figure(figures: Figures, cell: str) -> None:
    assert _proposed(figures, cell) == {cell: figures[cell]}


@given(consistent_figures(), st.sampled_from(TABLES[3].rows))
def test_a_whole_unreadable_row_follows_from_its_columns(figures: Figures, row) -> None:
    cells = [TABLES[3].cell_id(row.id, column.id) for column in row.columns]

    assert _proposed(figures, *cells) == {cell: figures[cell] for cell in cells}


@given(consistent_figures())
def test_four_cells_of_a_square_determine_one_another_nowhere(figures: Figures) -> None:
    square = [
        f"table3.{row}.{column}"
        for row in ("granted", "unable.not_held")
        for column in ("natural_person", "business")
    ]

    assert _proposed(figures, *square) == {}


def test_nothing_is_proposed_where_row_and_column_disagree() -> None:
    report = a_report({"table3.granted.total": 3})
    report = with_status(report, Status.UNREADABLE, "table3.granted.natural_person")

    assert found("tables.determined", report) == []


def test_the_reason_names_the_sum_that_says_so() -> None:
    figures = {"table4.review.upheld": 2, "table4.review.total": 5}
    report = with_status(a_report(figures), Status.UNREADABLE, "table4.review.pending")

    (finding,) = found("tables.determined", report)
    assert finding.proposal is not None
    assert finding.proposal.value == 3
    assert "“行政复议”一组的合计" in finding.proposal.reason


def test_the_only_blank_of_a_group_of_disputes_is_proposed() -> None:
    report = with_figure(a_report(), "table4.suit.total", 4)
    report = with_status(report, Status.BLANK, "table4.suit.other")

    (finding,) = found("table4.located", report)
    assert finding.proposal is not None
    assert (finding.proposal.cell, finding.proposal.value) == ("table4.suit.other", Decimal(4))
