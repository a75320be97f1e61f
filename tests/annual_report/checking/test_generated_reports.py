"""Reports of every layout: consistent ones give no error, one wrong figure always does."""

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.generator.invention import Invention, invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.checking import Severity, check

seeds = st.integers(0, 100_000)
layouts = st.sampled_from(sorted(LAYOUTS))
layouts_with_gaps = st.sampled_from(sorted(set(LAYOUTS) - {"glued"}))


def _read(report: Invention, layout: str) -> AnnualReport:
    return read_bytes("report", LAYOUTS[layout](printed(report)))


@given(seeds, layouts)
def test_a_consistent_report_gives_no_error(seed: int, layout: str) -> None:
    findings = check(_read(invent(Random(seed)), layout))
    assert [f.message for f in findings if f.severity is Severity.ERROR] == []


@given(seeds, layouts_with_gaps, st.integers(1, 60), st.data())
def test_one_wrong_cell_of_table_3_is_an_error_and_its_repair_is_proposed(
    seed: int, layout: str, by: int, data: st.DataObject
) -> None:
    invented = invent(Random(seed))
    cell = data.draw(st.sampled_from(sorted(c for c in invented.figures if c.startswith("table3"))))
    right = invented.figures[cell] or Decimal(0)
    findings = check(_read(invented.with_figure(cell, right + by), layout))
    assert any(f.severity is Severity.ERROR and cell in f.cells for f in findings)
    proposals = [f.proposal for f in findings if f.proposal]
    assert [(p.cell, p.value) for p in proposals] == [(cell, right)]


@given(seeds, layouts_with_gaps, st.integers(1, 60), st.data())
def test_one_wrong_cell_of_table_4_is_an_error(
    seed: int, layout: str, by: int, data: st.DataObject
) -> None:
    invented = invent(Random(seed))
    cell = data.draw(st.sampled_from(sorted(c for c in invented.figures if c.startswith("table4"))))
    right = invented.figures[cell] or Decimal(0)
    findings = check(_read(invented.with_figure(cell, right + by), layout))
    assert any(f.severity is Severity.ERROR and cell in f.cells for f in findings)


@given(seeds, st.integers(1, 60), st.data())
def test_one_wrong_cell_among_glued_figures_is_an_error_or_left_unread(
    seed: int, by: int, data: st.DataObject
) -> None:
    invented = invent(Random(seed))
    cell = data.draw(
        st.sampled_from(sorted(c for c in invented.figures if c.startswith(("table3", "table4"))))
    )
    right = invented.figures[cell] or Decimal(0)
    report = _read(invented.with_figure(cell, right + by), "glued")
    assert any(cell in f.cells and f.severity is not Severity.NOTE for f in check(report))
