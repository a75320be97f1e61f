"""Years 2019 and 2020 have the older form: （六）其他处理 is one row, and opens what it counts."""

import pytest

from tests import played, town
from tests.reporting.reported import WORDS
from tests.reporting.years import asked, day
from tests.town import may
from yangguang.annual_report.checking.sums import State, standings
from yangguang.annual_report.form import FORMS, Edition, edition_for
from yangguang.casework import moment
from yangguang.reporting import behind, drafting, gate
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.behind import cases_behind
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.phrases import filled, phrases

YEAR = 2020
OTHER = "table3.other.other.natural_person"


@pytest.fixture
def office() -> town.Office:
    made = town.office()
    played.answered(made, day(YEAR, 3, 3))
    played.lapsed(made, day(YEAR, 4, 7))
    played.withdrawn(made, day(YEAR, 5, 11))
    asked(made, day(YEAR, 12, 31))
    return made


def test_every_figure_is_its_cases_and_the_sums_hold(office: town.Office) -> None:
    known_at = day(YEAR + 1, 1, 20)
    compiled = compile_report(office.agency, YEAR, known_at)
    snapshot = behind.snapshot(office.agency, YEAR, known_at)

    assert compiled.report.edition is Edition.E2019 is edition_for(YEAR)
    assert compiled.report.value(OTHER) == 2
    other = [one for one in standings(compiled.report) if one.state is not State.HOLDS]
    assert {one.equation.name for one in other} == {"other.uncorrected", "other.unpaid"}
    assert {one.state for one in other} == {State.SILENT}
    for cell in FORMS[Edition.E2019].tables[3].cell_ids:
        cases = cases_behind(office.agency, YEAR, cell, known_at, may(office.leader))
        assert len(cases) == compiled.report.value(cell)
    assert len(snapshot[OTHER]) == 2


def test_the_next_year_of_the_newer_form_takes_over_what_it_carried_forward(
    office: town.Office,
) -> None:
    compiled = compile_report(office.agency, YEAR + 1, day(YEAR + 2, 1, 20))

    assert compiled.report.edition is Edition.E2021
    assert compiled.report.value("table3.carried_over.natural_person") == 1


def test_its_live_figures_and_its_gate_are_of_its_own_form(office: town.Office) -> None:
    with moment.standing_at(day(YEAR + 1, 1, 20)):
        report = begin(office.agency, YEAR, may(office.handler))
        compiled = compile_report(office.agency, YEAR, moment.now())
        draft = drafting.draft(report, compiled, WORDS)
        checked = gate.gate(draft, None, {}, compiled.findings)

    own = phrases(Edition.E2019)
    assert filled(own["其他处理"].sentence, compiled.report) == "其他处理2件"
    assert set(checked.missing) == set(FORMS[Edition.E2019].tables[2].cell_ids)
    assert not checked.blocking
    assert "全年新收申请4件。" in draft.text_of(1)
