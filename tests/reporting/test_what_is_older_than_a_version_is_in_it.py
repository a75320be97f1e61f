"""Who compiles for a version waits for an entry that is recorded and not committed yet.

Run on both databases: on PostgreSQL many write at once.
"""

from datetime import datetime, timedelta
from threading import Event as Signal
from time import sleep

import pytest
from django.db import connection, transaction

from tests import town
from tests.prepared import MONDAY, at_once
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import day, entered_late
from yangguang.casework import knowing, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.under_way import figures_to_send_up

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "table3.new.total"
LONG_ENOUGH = 0.5
"""Seconds for who would not wait to be done with compiling."""
_ON_POSTGRESQL = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time"
)


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


@_ON_POSTGRESQL
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


def _waits_for_the_writers() -> None:
    """Until somebody waits for the lock that writers share; for ten seconds at most."""
    asked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with connection.cursor() as cursor:
        for _ in range(1000):
            cursor.execute(asked)
            if cursor.fetchone()[0]:
                return
            sleep(0.01)


@_ON_POSTGRESQL
def test_on_postgresql_who_writes_too_long_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(knowing, "_PATIENCE", "50ms")
    writing, refused = Signal(), Signal()

    def write() -> bool:
        with transaction.atomic():
            knowing.writing()
            writing.set()
            return refused.wait(30)

    def ask() -> None:
        writing.wait(30)
        with pytest.raises(NotAllowed, match="请稍后再办"):
            knowing.known_now()
        refused.set()

    assert at_once([write, ask]) == [True, None]


@_ON_POSTGRESQL
def test_on_postgresql_writers_come_to_an_end_in_whatever_order_they_lock() -> None:
    """One says first that it writes and then locks the case, the other the other way round."""
    case = town.request_at(Reporting().agency).case
    has_said, has_locked, asks = Signal(), Signal(), Signal()

    def lock() -> None:
        Case.objects.select_for_update(no_key=True).get(pk=case.pk)

    def say_first() -> None:
        with transaction.atomic():
            knowing.writing()
            has_said.set()
            asks.wait(30)
            has_locked.wait(30)
            lock()

    def lock_first() -> None:
        with transaction.atomic():
            lock()
            has_locked.set()
            asks.wait(30)
            knowing.writing()

    def ask() -> datetime:
        has_said.wait(30)
        return knowing.known_now()

    def watch() -> None:
        _waits_for_the_writers()
        asks.set()

    found = at_once([say_first, lock_first, ask, watch])
    assert [found[0], found[1], found[3], type(found[2])] == [None, None, None, datetime]
