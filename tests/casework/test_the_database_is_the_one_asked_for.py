"""`scripts/suite-on-postgresql` says what it asked for; this says what it got."""

import os

from django.db import connection


def test_the_tests_run_on_the_database_that_was_asked_for() -> None:
    assert connection.vendor == os.environ.get("YANGGUANG_TESTED_ON", "sqlite")


def test_what_is_committed_is_on_the_disk() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
            assert cursor.fetchone() == ("on", "on")
        else:
            full = 2
            assert cursor.execute("PRAGMA synchronous").fetchone() == (full,)
            assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
