"""Three years of requests as chance writes them, with late and correcting entries.

As known at any moment: what is compiled is what a plain recount gives, the form's identities hold,
and what a year carries forward the next one carries over.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test

from tests import played, town
from tests.inforequests.test_random_lawful_histories import History
from tests.reporting import by_hand
from tests.reporting.by_hand import Counted
from tests.reporting.recounting import beside_the_tables_recounted, fees_recounted
from yangguang.annual_report.checking.sums import State, standings
from yangguang.annual_report.form import table3, table4
from yangguang.casework import moment
from yangguang.casework.models import Event
from yangguang.inforequests.actions.receive import register
from yangguang.law.disputes import DisputeResult, DisputeTrack
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind, RequestRow
from yangguang.reporting.behind import cases_behind
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.compiling.fees import of_year
from yangguang.reporting.recorded import registry
from yangguang.reporting.recorded.figure import Unit

BEGUN = datetime(2023, 3, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
YEARS = range(2023, 2027)
SUMS = frozenset({RequestRow.TOTAL})
CELL = table3.TABLE_2021.cell_id


def _counted(compiled: Compiled) -> Counted:
    """The figures of the rows that are no sum, without zeros."""
    found = Counted(
        {
            (row, applicant): int(compiled.report.value(CELL(row, applicant)) or 0)
            for row in RequestRow
            if row not in SUMS
            for applicant in ApplicantKind
        }
    )
    return +found


def _disputes(compiled: Compiled) -> Counted:
    found = Counted(
        {
            (track, result): int(compiled.report.value(table4.TABLE.cell_id(track, result)) or 0)
            for track in DisputeTrack
            for result in DisputeResult
        }
    )
    return +found


class ThreeYears(History):
    """The same town over years: whole turns of a request, and what was entered too late."""

    @initialize()
    def there_is_an_office(self) -> None:
        self.now = BEGUN
        super().there_is_an_office()

    @rule(days=st.integers(20, 150))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(play=st.sampled_from(played.EVERY + played.TURNS), data=st.data())
    def a_request_takes_a_turn(self, play: played.Play, data: st.DataObject) -> None:
        assert self.office
        with moment.standing_at(self.now):
            self.cases.append(play(self.office, self.now))
        self.now += timedelta(days=data.draw(st.sampled_from((60, 100, 200))))

    @rule(days=st.integers(1, 200), kind=st.sampled_from(ApplicantKind), one=st.integers())
    def a_letter_is_registered_late(self, days: int, kind: ApplicantKind, one: int) -> None:
        assert self.office
        with moment.standing_at(self.now):
            people, arrived = town.may(self.office.handler), self.now.date() - timedelta(days)
            token = f"late {len(self.cases)} {one}"
            taken = register(
                self.agency, town.APPLICATION, (), Channel.POST, arrived, people, token
            )
            self.cases.append(taken.case)

    def states_are_what_the_ledger_gives(self) -> None:
        """Proved where the histories are at home."""

    def chains_hold(self) -> None:
        """Likewise."""

    def dates_are_those_of_the_law_s_clock(self) -> None:
        """Likewise."""

    def teardown(self) -> None:
        try:
            entered = Event.objects.order_by("recorded_at").values_list("recorded_at", flat=True)
            for known_at in (*list(entered)[::17], self.now + timedelta(days=400)):
                self._compare(known_at)
        finally:
            super().teardown()

    def _compare(self, known_at: datetime) -> None:
        forward: dict[ApplicantKind, int] = {}
        for year in YEARS:
            compiled = compile_report(self.agency, year, known_at)
            counted = _counted(compiled)
            assert counted == by_hand.table_3(self.agency, year, known_at)
            assert _disputes(compiled) == by_hand.table_4(self.agency, year, known_at)
            fees = of_year(self.agency, year, known_at)
            in_yuan = [fees.notices, fees.noticed * 10_000, fees.received * 10_000]
            in_yuan += [fees.let_off_in, fees.let_off * 10_000]
            assert in_yuan == fees_recounted(self.agency, year, known_at)
            self._each_figure_is_its_cases(compiled)
            self._what_is_no_cell_is_recounted(year, known_at)
            assert {one.state for one in standings(compiled.report)} == {State.HOLDS}
            over = {one: counted[RequestRow.CARRIED_OVER, one] for one in ApplicantKind}
            assert over == (forward or over)
            forward = {one: counted[RequestRow.CARRIED_FORWARD, one] for one in ApplicantKind}

    def _what_is_no_cell_is_recounted(self, year: int, known_at: datetime) -> None:
        found = registry.values(self.agency, year, known_at)
        again = beside_the_tables_recounted(self.agency, year, known_at)
        for one in registry.figures(self.agency):
            if one.unit is Unit.CASES and not one.id.startswith("fee."):
                assert found[one.name] == again[one.id], (one.name, year, known_at)

    def _each_figure_is_its_cases(self, compiled: Compiled) -> None:
        assert self.office and compiled.report.year
        people, year = town.may(self.office.leader), compiled.report.year
        for number in (3, 4):
            for cell in compiled.report.tables[number].cell_ids:
                if many := compiled.report.value(cell):
                    cases = cases_behind(self.agency, year, cell, compiled.known_at, people)
                    assert len(cases) == many


def test_any_history_compiles_as_it_is_recounted_at_any_moment() -> None:
    run_state_machine_as_test(
        ThreeYears,
        settings=settings(
            max_examples=8,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
