"""What tests of cases stand on: the database, a folder for files, a moment; and ways around."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import override_settings

from yangguang.casework import append_only, moment

MONDAY = datetime(2026, 2, 9, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""Received on this day, a request is due on 13 March."""


def at(month: int, day: int) -> datetime:
    """Ten in the morning of a day of 2026."""
    return datetime(2026, month, day, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def prepared(request: pytest.FixtureRequest, db: None, tmp_path: Path) -> Iterator[None]:
    """Every test has its folder and stands at MONDAY."""
    folder = override_settings(
        ATTACHMENTS_FOLDER=tmp_path / "attachments", ANCHORS_FILE=tmp_path / "anchors.jsonl"
    )
    with folder, moment.standing_at(MONDAY):
        yield
    marker = request.node.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        drop_triggers()  # or the tables could not be emptied; they are made anew after that


@pytest.fixture(autouse=True)
def folders(tmp_path: Path) -> Iterator[None]:
    """Check-ups, files on their way in and the lock of the periodic work have their own places."""
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    places = {
        "CHECKUPS_FOLDER": tmp_path / "checkups",
        "PACKAGES_FOLDER": tmp_path / "packages",
        "FILE_UPLOAD_TEMP_DIR": incoming,
        "TICK_LOCK": tmp_path / "tick.lock",
    }
    with override_settings(**places):
        yield


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no reason to answer before the reading of a report is done."""
    monkeypatch.setattr("yangguang.portal.views.start.SHORT_WAIT_SECONDS", 60)


def drop_triggers() -> None:
    """What nobody but the owner of the database can do."""
    is_postgresql = connection.vendor == "postgresql"
    connection.check_constraints()  # what is put off to the end would be in the way
    with connection.cursor() as cursor:
        for model in append_only.models():
            table = model._meta.db_table
            for name in append_only.triggers(connection, model):
                on = f" ON {table}" if is_postgresql else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


@contextmanager
def unguarded() -> Iterator[Any]:
    """A cursor of someone who owns the database, while the triggers are off."""
    drop_triggers()
    with connection.cursor() as cursor:
        yield cursor
    connection.check_constraints()
    append_only.guard(connection)


def at_once(doings: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each gives, or the exception it ends with, when all begin together, in threads."""
    start = Barrier(len(doings))

    def run(doing: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return doing()
        except Exception as fault:
            return fault
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as pool:
        waiting = [pool.submit(copy_context().run, run, doing) for doing in doings]
        return [one.result() for one in waiting]
