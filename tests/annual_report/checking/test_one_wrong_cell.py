"""One wrong figure in Table 3 or 4 never passes, and is repaired where the sums leave no choice."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.reports import Figures, a_report, consistent_figures, with_figure
from yangguang.annual_report.checking import Finding, Severity, check
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport

TABLES = FORMS[Edition.E2021].tables


def _identities(report: AnnualReport) -> list[Finding]:
    return [f for f in check(report) if f.rule.startswith(("table3.", "table4."))]


@given(consistent_figures())
def test_consistent_tables_raise_nothing(figures: Figures) -> None:
    assert _identities(a_report(figures)) == []


@given(consistent_figures(), st.sampled_from(TABLES[3].cell_ids), st.integers(0, 999))
def test_a_wrong_cell_of_table_3_is_flagged_and_its_right_value_proposed(
    figures: Figures, cell: str, wrong: int
) -> None:
    right = figures[cell]
    if right == wrong:
        return
    found = _identities(with_figure(a_report(figures), cell, wrong))

    assert any(f.severity is Severity.ERROR and cell in f.cells for f in found)
    proposals = [f.proposal for f in found if f.proposal]
    assert [(p.cell, p.value) for p in proposals] == [(cell, right)]


@given(consistent_figures(), st.sampled_from(TABLES[4].cell_ids), st.integers(1, 999))
def test_a_wrong_cell_of_table_4_is_flagged_and_nothing_is_proposed(
    figures: Figures, cell: str, surplus: int
) -> None:
    found = _identities(with_figure(a_report(figures), cell, figures[cell] + Decimal(surplus)))

    assert [f.rule for f in found] == ["table4.group_sum"]
    assert cell in found[0].cells
    assert found[0].proposal is None
