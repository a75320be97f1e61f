"""One wrong figure in Table 3 or 4 never passes, and is repaired where the sums leave no choice."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.reports import (
    Figures,
    a_report,
    consistent_figures,
    of_2019,
    with_figure,
    with_status,
)
from yangguang.annual_report.checking import Finding, Severity, check
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.law.requests import ApplicantKind, RequestRow

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


SPLIT = frozenset({RequestRow.OTHER_UNCORRECTED, RequestRow.OTHER_UNPAID})
OTHERS = [TABLES[3].cell_id(row.id, ApplicantKind.OTHER) for row in TABLES[3].rows]


@given(
    consistent_figures(empty=SPLIT),
    st.sampled_from(FORMS[Edition.E2019].tables[3].cell_ids),
    st.integers(1, 999),
)
def test_the_same_holds_in_the_edition_of_2019(figures: Figures, cell: str, surplus: int) -> None:
    report = with_figure(of_2019(figures), cell, figures[cell] + surplus)

    proposals = [f.proposal for f in _identities(report) if f.proposal]

    assert [(p.cell, p.value) for p in proposals] == [(cell, figures[cell])]


@given(
    consistent_figures(empty=frozenset({ApplicantKind.OTHER})),
    st.sampled_from([cell for cell in TABLES[3].cell_ids if cell not in OTHERS]),
    st.integers(1, 999),
)
def test_the_same_holds_where_the_column_of_others_is_missing(
    figures: Figures, cell: str, surplus: int
) -> None:
    report = with_status(a_report(figures), Status.ABSENT, *OTHERS)

    found = _identities(with_figure(report, cell, figures[cell] + surplus))

    assert any(f.severity is Severity.ERROR and cell in f.cells for f in found)
    assert [f.proposal.cell for f in found if f.proposal] == [cell]
