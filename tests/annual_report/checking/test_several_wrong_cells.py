"""Several wrong figures are told apart where the broken sums leave one explanation, else not."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.annual_report.findings import found
from tests.annual_report.reports import Figures, a_report, consistent_figures, with_figure
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.form.table3 import COLUMNS, LEAVES

TABLE3 = FORMS[Edition.E2021].tables[3]
ROWS = st.lists(st.sampled_from(LEAVES), min_size=2, max_size=2, unique=True)
SIX = st.lists(st.sampled_from(COLUMNS[:-1]), min_size=2, max_size=2, unique=True)


@given(consistent_figures(), ROWS, SIX, st.integers(1, 50), st.integers(51, 99))
def test_two_errors_of_different_size_are_both_located(
    figures: Figures, rows: list[str], columns: list, one: int, other: int
) -> None:
    cells = [TABLE3.cell_id(r, c.id) for r, c in zip(rows, columns, strict=True)]
    report = a_report(figures)
    for cell, surplus in zip(cells, (one, other), strict=True):
        report = with_figure(report, cell, figures[cell] + surplus)

    proposals = {
        f.proposal.cell: f.proposal.value for f in found("table3.located", report) if f.proposal
    }

    assert proposals == {cell: figures[cell] for cell in cells}
    assert found("table3.not_located", report) == []


def test_two_errors_of_the_same_size_are_not_guessed_at() -> None:
    rows, columns = ("granted", "unable.not_held"), ("natural_person", "business")
    figures = {f"table3.{row}.{column}": 5 for row in rows for column in columns}
    figures |= {f"table3.{row}.total": 10 for row in rows}
    figures |= {f"table3.{row}.{column}": 10 for row in ("new", "total") for column in columns}
    figures |= {"table3.new.total": 20, "table3.total.total": 20}
    report = a_report(figures)

    for cell in ("table3.granted.natural_person", "table3.unable.not_held.business"):
        report = with_figure(report, cell, 8)

    assert found("table3.located", report) == []
    (finding,) = found("table3.not_located", report)
    assert "4 处" in finding.message
    assert set(finding.cells) == {f"table3.{r}.{c}" for r in rows for c in columns}


def test_where_the_other_explanation_needs_a_negative_figure_it_is_no_explanation() -> None:
    report = a_report()

    for cell in ("table3.granted.natural_person", "table3.unable.not_held.business"):
        report = with_figure(report, cell, 3)

    assert {f.proposal.value for f in found("table3.located", report) if f.proposal} == {0}
    assert found("table3.not_located", report) == []


@given(consistent_figures(), st.sampled_from(LEAVES), SIX, st.integers(1, 9), st.integers(1, 9))
def test_two_errors_in_one_row_are_flagged_and_not_guessed_at(
    figures: Figures, row: str, columns: list, one: int, other: int
) -> None:
    report = a_report(figures)
    for column, surplus in zip(columns, (one, other), strict=True):
        cell = TABLE3.cell_id(row, column.id)
        report = with_figure(report, cell, figures[cell] + surplus)

    assert found("table3.located", report) == []
    assert len(found("table3.column_sum", report)) == 2
    assert len(found("table3.row_sum", report)) == 1


@given(consistent_figures(), st.sampled_from(TABLE3.cell_ids), st.integers(1, 500))
def test_no_negative_and_no_broken_figure_is_proposed(
    figures: Figures, cell: str, missing: int
) -> None:
    assume(figures[cell] - missing < 0)
    report = with_figure(a_report(figures), cell, figures[cell] - Decimal("0.5"))

    for finding in found("table3.located", report):
        assert finding.proposal is not None
        assert finding.proposal.value == figures[cell]
