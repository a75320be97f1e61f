"""The form's identities 1–4 hold of the sum because they hold of each report that is added."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import Figures, a_report, consistent_figures
from yangguang.annual_report.checking.sums import State, standings
from yangguang.annual_report.form import FORMS, Edition
from yangguang.reporting.rolling_up.adding import Figure, add


@settings(max_examples=40, deadline=None)
@given(st.lists(consistent_figures(), min_size=1, max_size=6))
def test_every_identity_holds_of_the_sum(reports: list[Figures]) -> None:
    tables = [{cell: Figure(value) for cell, value in one.items()} for one in reports]

    found = add(FORMS[Edition.E2021], tables)

    assert {one.state for one in standings(a_report(found.cells))} == {State.HOLDS}
    for cell, value in found.cells.items():
        assert value == sum(one[cell] for one in reports)


@settings(max_examples=20, deadline=None)
@given(consistent_figures(), st.data())
def test_a_cell_that_somebody_leaves_blank_is_said(report: Figures, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(sorted(report)))
    tables = [{cell: Figure(value) for cell, value in report.items()}] * 2
    tables.append({**tables[0], blank: Figure(None)})

    found = add(FORMS[Edition.E2021], tables)

    assert found.blank[blank] == 1
    assert found.cells[blank] == 2 * report[blank]
