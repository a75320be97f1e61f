"""What a version froze is found again as known at its moment, whatever was entered since."""

import gzip
import json

from tests import played
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.test_an_explained_difference_is_carried_by_the_ledger import NEXT
from tests.reporting.years import asked, day, entered_late
from tests.town import may
from yangguang.casework import moment
from yangguang.inforequests.actions import registry
from yangguang.inforequests.events import VoidReason
from yangguang.reporting import behind, drafting
from yangguang.reporting.actions import send_up, write
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.compiling.findings import CARRIED_OVER
from yangguang.reporting.models import Version
from yangguang.reporting.under_way import figures_under_way

LICENCES = "table2.licences.decisions"


def _counted(version: Version) -> dict[str, list[int]]:
    found: dict[str, list[int]] = json.loads(gzip.decompress(bytes(version.counted)))
    return found


def _with_a_year(reporting: Reporting) -> Version:
    """Requests, a dispute, and a version that counts them."""
    office = reporting.office
    played.answered(office, day(YEAR, 4, 1))
    played.disputed(office, day(YEAR, 5, 6))
    played.split_up(office, day(YEAR, 9, 2))
    asked(office, day(YEAR, 12, 31))
    with moment.standing_at(day(YEAR + 1, 1, 20)):
        return reporting.sent_up()


def test_its_cases_are_as_many_as_every_figure_says() -> None:
    reporting = Reporting()
    version = _with_a_year(reporting)
    said, counted = drafting.content(version), _counted(version)

    leaves = [
        table.cell_id(row.id, column.id)
        for table in (said.tables[3], said.tables[4])
        for row in table.rows
        for column in row.columns
        if "total" not in (row.id, column.id)
    ]

    assert {cell: len(counted.get(cell, ())) for cell in leaves} == {
        cell: said.value(cell) for cell in leaves
    }
    assert sum(map(len, counted.values())) > 5


def test_later_entries_corrections_and_figures_change_nothing_of_it() -> None:
    reporting = Reporting()
    office = reporting.office
    with moment.standing_at(day(YEAR, 3, 3)):
        mistaken = asked(office, day(YEAR, 3, 3))
    version = _with_a_year(reporting)
    entered_late(office, day(YEAR, 12, 30), day(YEAR + 1, 2, 2))
    with moment.standing_at(day(YEAR + 1, 3, 2)):
        registry.void(mistaken, VoidReason.TWICE, may(office.handler))
        later = Entry(LICENCES, reporting.figures().report.value(LICENCES), "审批科", "核对过")
        enter_figure(reporting.agency, YEAR, later, may(office.handler))

    again = compile_report(reporting.agency, YEAR, version.known_at)
    now = compile_report(reporting.agency, YEAR, day(YEAR + 1, 3, 3))

    assert again.report.cells == drafting.content(version).cells
    assert behind.snapshot(reporting.agency, YEAR, version.known_at) == _counted(version)
    assert now.report.value("table3.new.total") == drafting.content(version).value(
        "table3.new.total"
    )
    assert behind.snapshot(reporting.agency, YEAR, now.known_at) != _counted(version)


def test_what_was_carried_over_by_an_explanation_stays_so_when_that_is_taken_back() -> None:
    reporting = Reporting()
    office, people = reporting.office, may(reporting.office.handler)
    asked(office, day(YEAR, 12, 29))
    with moment.standing_at(day(YEAR + 1, 1, 20)):
        reporting.published()
    entered_late(office, day(YEAR, 12, 30), day(YEAR + 1, 2, 2))
    with moment.standing_at(NEXT):
        report = begin(reporting.agency, YEAR + 1, people)
        found = figures_under_way(report, moment.now()).findings
        key = next(one.key for one in found if one.rule == CARRIED_OVER)
        write.explain(report, key, "补登", people)
        compiled = figures_under_way(report, moment.now())
        version = send_up.send_up(report, compiled, people, send_up.Words(override="期限将至"))
    with moment.standing_at(day(YEAR + 2, 1, 13)):
        send_up.take_back(report, people)
        write.explain(report, key, "", people)

    assert version.known_at
    again = figures_under_way(report, version.known_at)
    now = figures_under_way(report, day(YEAR + 2, 1, 14))
    assert again.report.cells == drafting.content(version).cells
    assert now.report.cells != again.report.cells
