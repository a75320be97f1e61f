"""31 December, 23:59, is the year that ends; 1 January, 0:00, the one that begins.

In the figure, in its list of cases, in the snapshot of a version, and of a moment that is past.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import town
from tests.portal.requests import working
from tests.reporting import by_hand
from tests.reporting.years import asked, day
from yangguang.annual_report.form import table3, table4
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests.actions import dispute, registry
from yangguang.inforequests.events import VoidReason, Way, What
from yangguang.law.disputes import DisputeResult, DisputeTrack, Ruling
from yangguang.law.requests import RequestRow
from yangguang.reporting.behind import cases_behind, snapshot
from yangguang.reporting.compiling import compile_report

LAST_MINUTE = datetime(2025, 12, 31, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST_MINUTE = LAST_MINUTE + timedelta(minutes=1)
SOON, LATER = day(2026, 1, 20), day(2027, 2, 1)
YEARS = (2025, 2026)
COUNTED = (RequestRow.NEW, RequestRow.CARRIED_OVER, RequestRow.GRANTED, RequestRow.CARRIED_FORWARD)


@pytest.fixture
def office() -> town.Office:
    return town.office()


def _answered(office: town.Office, case: Case, at: datetime) -> None:
    with moment.standing_at(at):
        working.answer(case, office, Way.BY_HAND)


def _void(office: town.Office, case: Case, at: datetime) -> None:
    with moment.standing_at(at):
        registry.void(case, VoidReason.TWICE, town.may(office.handler))


def _rows(office: town.Office, year: int, known_at: datetime) -> list[int]:
    """The figures of COUNTED, each the same wherever it is asked for."""
    report = compile_report(office.agency, year, known_at).report
    cells = [table3.TABLE_2021.cell_id(row, "total") for row in COUNTED]
    found = [int(report.value(cell) or 0) for cell in cells]
    leader = town.may(office.leader)
    listed = [len(cases_behind(office.agency, year, one, known_at, leader)) for one in cells]
    kept = snapshot(office.agency, year, known_at)
    frozen = [
        sum(len(ids) for cell, ids in kept.items() if cell.split(".")[1:-1] == row.split("."))
        for row in COUNTED
    ]
    counted = by_hand.table_3(office.agency, year, known_at)
    by_row = [sum(many for (each, _), many in counted.items() if each == row) for row in COUNTED]
    assert found == listed == frozen == by_row
    return found


def _of_both_years(office: town.Office, known_at: datetime) -> list[list[int]]:
    return [_rows(office, year, known_at) for year in YEARS]


def test_what_comes_and_ends_in_the_last_minute_is_of_the_year_that_ends(
    office: town.Office,
) -> None:
    case = asked(office, LAST_MINUTE)
    _answered(office, case, LAST_MINUTE)
    expected = [[1, 0, 1, 0], [0, 0, 0, 0]]

    assert _of_both_years(office, SOON) == expected
    _void(office, case, day(2026, 2, 2))
    assert _of_both_years(office, SOON) == expected
    assert _of_both_years(office, LATER) == [[0, 0, 0, 0], [0, 0, 0, 0]]


def test_a_minute_later_it_is_of_the_year_that_begins(office: town.Office) -> None:
    case = asked(office, FIRST_MINUTE)
    _answered(office, case, FIRST_MINUTE)
    expected = [[0, 0, 0, 0], [1, 0, 1, 0]]

    assert _of_both_years(office, SOON) == expected
    _void(office, case, day(2026, 2, 2))
    assert _of_both_years(office, SOON) == expected


def test_what_came_before_midnight_and_ends_after_it_is_carried(office: town.Office) -> None:
    case = asked(office, LAST_MINUTE)
    _answered(office, case, FIRST_MINUTE)
    expected = [[1, 0, 0, 1], [0, 1, 1, 0]]

    assert _of_both_years(office, SOON) == expected
    _void(office, case, day(2026, 2, 2))
    assert _of_both_years(office, SOON) == expected


def test_an_answer_that_is_issued_and_has_not_left_is_carried(office: town.Office) -> None:
    case = asked(office, day(2025, 12, 1))
    with moment.standing_at(LAST_MINUTE):
        working.issue_answer(case, office)

    assert _of_both_years(office, SOON) == [[1, 0, 0, 1], [0, 1, 0, 1]]


def test_an_entry_is_known_from_its_own_moment_on(office: town.Office) -> None:
    case = asked(office, day(2025, 6, 2))
    entered = case.events.get().recorded_at

    assert _rows(office, 2025, entered) == [1, 0, 0, 1]
    assert _rows(office, 2025, entered - timedelta(microseconds=1)) == [0, 0, 0, 0]


def test_what_was_void_when_it_was_looked_at_stays_uncounted_then(office: town.Office) -> None:
    case = asked(office, day(2025, 6, 2))
    _void(office, case, day(2026, 1, 10))
    with moment.standing_at(day(2026, 2, 2)):
        voided = case.events.get(kind=What.VOIDED).seq
        registry.void_entry(case, voided, town.may(office.handler))

    assert _rows(office, 2025, SOON) == [0, 0, 0, 0]
    assert _rows(office, 2025, LATER) == [1, 0, 0, 1]


def test_a_review_decided_on_new_year_s_day_was_pending_the_day_before(
    office: town.Office,
) -> None:
    handler = town.may(office.handler)
    case = asked(office, day(2025, 11, 3))
    _answered(office, case, day(2025, 11, 5))
    with moment.standing_at(LAST_MINUTE):
        dispute.notified(case, dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府"), handler)
    with moment.standing_at(FIRST_MINUTE):
        dispute.decided(case, 1, dispute.Decision(Ruling.UPHELD, "青政复决〔2026〕1号"), handler)

    results = []
    for year in (*YEARS, 2027):
        report = compile_report(office.agency, year, LATER).report
        counted = by_hand.table_4(office.agency, year, LATER)
        found = {
            one: int(report.value(table4.TABLE.cell_id(DisputeTrack.REVIEW, one)) or 0)
            for one in DisputeResult
        }
        assert found == {one: counted[DisputeTrack.REVIEW, one] for one in DisputeResult}
        results.append([one for one, many in found.items() if many])

    assert results == [[DisputeResult.PENDING], [DisputeResult.UPHELD], []]
