"""On the other edition's form stands what both have; nothing is made up, nothing lost unsaid."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, of_2019, with_status
from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.editions import on_form
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import Cell, DoubtKind, Status

THREE = ("table3.other.uncorrected", "table3.other.unpaid", "table3.other.other")


def _read(seed: int, edition: Edition, hazard: str) -> AnnualReport:
    damaged = HAZARDS[hazard](Random(seed), printed(invent(Random(seed), edition)))
    return read_bytes("report", LAYOUTS["tabs"](damaged))


def _is_other(cell: str) -> bool:
    """Whether a cell is of （六）其他处理, which is one row or three."""
    return cell.rpartition(".")[0] in THREE


@given(
    st.integers(0, 10_000),
    st.sampled_from(Edition),
    st.sampled_from(Edition),
    st.sampled_from(sorted(HAZARDS)),
)
@settings(max_examples=50)
def test_every_figure_is_carried_over_or_named(
    seed: int, first: Edition, second: Edition, hazard: str
) -> None:
    report = _read(seed, first, hazard)

    written, left_out, _ = on_form(report, second)

    assert list(written.cells) == list(FORMS[second].cell_ids)
    before = sorted(c.value for id, c in report.cells.items() if c.value and not _is_other(id))
    after = [c.value for id, c in written.cells.items() if c.value and not _is_other(id)]
    lost = [c.value for name, c in left_out if c.value and "（六）其他处理" not in name]
    assert sorted([*after, *lost]) == before


@given(st.integers(0, 10_000), st.sampled_from(Edition))
@settings(max_examples=20)
def test_on_its_own_form_a_whole_report_is_as_it_was(seed: int, edition: Edition) -> None:
    report = _read(seed, edition, "none")
    written, left_out, added = on_form(report, edition)
    assert (written, left_out, added) == (report, (), ())


def test_a_cell_that_only_the_new_form_has_is_blank() -> None:
    written, _, added = on_form(of_2019({"table2.rules.made": 3}), Edition.E2021)
    assert written.cells["table2.rules.issued"] == Cell(None, Status.BLANK)
    assert "table2.rules.issued" in added


def test_three_rows_of_other_results_become_one_by_adding_them() -> None:
    report = a_report(dict(zip((f"{row}.total" for row in THREE), (1, 2, 4), strict=True)))

    written = on_form(report, Edition.E2019).report

    assert written.cells[f"{THREE[2]}.total"] == Cell(Decimal(7), Status.INFERRED)
    (doubt,) = written.doubts
    assert doubt.kind is DoubtKind.INFERRED
    assert f"{THREE[2]}.total" in doubt.cells


def test_they_are_not_added_where_one_of_them_is_not_known() -> None:
    report = with_status(a_report({f"{THREE[0]}.total": 5}), Status.UNREADABLE, f"{THREE[1]}.total")

    written, left_out, _ = on_form(report, Edition.E2019)

    assert written.cells[f"{THREE[2]}.total"] == Cell(None, Status.BLANK)
    named = {name: cell for name, cell in left_out if "的“总计”" in name and "其他处理" in name}
    assert [cell.value for cell in named.values()] == [5, None, 0]


def test_one_row_of_other_results_becomes_three_only_where_it_is_zero() -> None:
    report = of_2019({f"{THREE[2]}.total": 6})

    written, left_out, _ = on_form(report, Edition.E2021)

    assert {written.cells[f"{row}.business"] for row in THREE} == {
        Cell(Decimal(0), Status.INFERRED)
    }
    assert {written.cells[f"{row}.total"] for row in THREE} == {Cell(None, Status.BLANK)}
    assert ("表三“（六）其他处理”的“总计”", report.cells[f"{THREE[2]}.total"]) in left_out


@pytest.mark.parametrize("edition", Edition)
def test_a_report_without_tables_gets_the_empty_form(edition: Edition) -> None:
    report = replace(a_report(), tables={}, cells={}, edition=None)
    written = on_form(report, edition).report
    assert written.edition is edition
    assert set(written.tables) == {2, 3, 4}
    assert {cell.status for cell in written.cells.values()} == {Status.BLANK}
