"""Who compiles for a version waits for an entry that is recorded and not committed yet.

Run on both databases: on PostgreSQL many write at once.
"""

from datetime import timedelta
from threading import Event as Signal

import pytest
from django.db import connection, transaction

from tests import town
from tests.prepared import MONDAY, at_once
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import day, entered_late
from yangguang.casework import knowing, moment
from yangguang.casework.models import Event
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.under_way import figures_to_send_up

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "table3.new.total"
LONG_ENOUGH = 0.5
"""Seconds for who would not wait to be done with compiling."""


def test_an_entry_that_is_being_written_is_waited_for() -> None:
    reporting = Reporting()
    recorded, compiled = Signal(), Signal()

    def write() -> None:
        with transaction.atomic():
            entered_late(reporting.office, day(YEAR, 12, 30), MONDAY)
            recorded.set()
            compiled.wait(LONG_ENOUGH)

    def compile_for_a_version() -> Compiled:
        recorded.wait()
        with moment.standing_at(MONDAY + timedelta(minutes=1)):
            found = figures_to_send_up(reporting.report)
        compiled.set()
        return found

    _, found = at_once([write, compile_for_a_version])

    again = compile_report(reporting.agency, YEAR, found.known_at)
    assert Event.objects.latest("pk").recorded_at < found.known_at
    assert [found.records[NEW], again.records[NEW]] == [1, 1]


def test_no_moment_is_taken_while_this_one_keeps_others_from_writing() -> None:
    with transaction.atomic(), pytest.raises(RuntimeError):
        knowing.known_now()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_on_postgresql_writers_do_not_wait_for_each_other() -> None:
    reporting = Reporting()
    recorded, other = Signal(), Signal()

    def write() -> bool:
        with transaction.atomic():
            town.request_at(reporting.agency)
            recorded.set()
            return other.wait(30)

    def write_too() -> None:
        recorded.wait()
        with transaction.atomic():
            knowing.writing()
        other.set()

    assert at_once([write, write_too])[0] is True
