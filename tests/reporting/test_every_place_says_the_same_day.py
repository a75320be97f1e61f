"""Departments 31 January, governments 31 March, towns by local notice: the same everywhere.

Board, countdown, mails, the report's page and the note that a submission came late go by one date;
a day of rest does not put it off, and a local notice that comes late counts from then on.
"""

from datetime import date, timedelta

import pytest

from tests import town
from tests.prepared import at
from tests.reporting.reported import Reporting
from tests.reporting.told import everyone, told_in_the_morning
from tests.signing_in import signed_in
from tests.town import may
from yangguang.agencies.models import Agency, AgencyKind
from yangguang.casework import moment
from yangguang.law.clock.words import with_weekday
from yangguang.reporting.actions import begin
from yangguang.reporting.board import board
from yangguang.reporting.due import due_day, said_of_rest
from yangguang.reporting.events import What
from yangguang.reporting.whose_turn import WhoseTurn

YEAR = 2025


def _office(kind: AgencyKind) -> town.Office:
    made = town.office(kind=kind)
    everyone(made)
    return made


def _of_town() -> town.Office:
    made = _office(AgencyKind.TOWN)
    made.agency.rules.report_due = "03-15"  # a Sunday in 2026
    made.agency.rules.save()
    return made


@pytest.mark.parametrize(
    ("made", "due"),
    [
        (lambda: _office(AgencyKind.DEPARTMENT), date(2026, 1, 31)),
        (lambda: _office(AgencyKind.GOVERNMENT_OFFICE), date(2026, 1, 31)),
        (lambda: _office(AgencyKind.GOVERNMENT), date(2026, 3, 31)),
        (_of_town, date(2026, 3, 15)),
    ],
)
def test_board_first_page_mail_and_the_report_s_page(made, due: date) -> None:
    office = made()
    before = due - timedelta(days=5)
    with moment.standing_at(at(before.month, before.day)):
        begin.begin(office.agency, YEAR, may(office.handler))
        (line,) = board([office.agency.pk], YEAR, before)
        (own,) = WhoseTurn(may(office.handler), before).own
        way = signed_in(office.handler).get(f"/workspace/reports/{office.agency.slug}/{YEAR}/way")
    words = told_in_the_morning(at(before.month, before.day))[office.handler.email]

    assert due_day(office.agency, YEAR) == line.due == due
    assert (line.days, own.left, own.due) == (5, 5, with_weekday(due))
    assert f"{due} 以前" in way.content.decode()
    assert "年报还有 5 天到期" in words and f"期限 {with_weekday(due)}" in words


def test_a_town_without_a_local_notice_has_no_day_anywhere() -> None:
    office = _office(AgencyKind.TOWN)
    begin.begin(office.agency, YEAR, may(office.handler))

    (line,) = board([office.agency.pk], YEAR, date(2026, 4, 1))
    (own,) = WhoseTurn(may(office.handler), date(2026, 4, 1)).own

    assert (line.due, line.days, line.is_late, own.left) == (None, None, False, None)
    assert told_in_the_morning(at(4, 1)) == {}


def test_a_notice_that_comes_after_the_report_was_begun_counts() -> None:
    office = _office(AgencyKind.TOWN)
    begin.begin(office.agency, YEAR, may(office.handler))
    office.agency.rules.report_due = "02-20"
    office.agency.rules.save()

    way = signed_in(office.handler).get(f"/workspace/reports/{office.agency.slug}/{YEAR}/way")

    assert "2026-02-20 以前" in way.content.decode()
    assert "年报还有 1 天到期" in told_in_the_morning(at(2, 19))[office.handler.email]


def test_a_submission_is_late_by_the_day_that_counts_now() -> None:
    reporting = Reporting()
    Agency.objects.filter(pk=reporting.agency.pk).update(kind=AgencyKind.TOWN)
    reporting.agency.rules.report_due = "02-20"
    reporting.agency.rules.save()
    reporting.report.refresh_from_db()

    reporting.submitted()

    submitted = reporting.report.case.events.get(kind=What.SUBMITTED)
    assert "late" not in submitted.payload


def test_of_a_working_day_nothing_is_said_and_of_a_day_of_rest_the_last_before_it() -> None:
    assert said_of_rest(date(2025, 3, 31)) == ""
    assert "2026-01-30（星期五）" in said_of_rest(date(2026, 1, 31))
