import json
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests import town
from tests.prepared import MONDAY, drop_triggers
from yangguang.casework import moment, unfinished
from yangguang.casework.models import PeriodicRun
from yangguang.law import calendar
from yangguang.site import readiness

MOST_QUERIES = 9


def told(status: int) -> dict:
    answer = Client().get("/readyz")
    assert answer.status_code == status, answer.content.decode()
    return json.loads(answer.content)


@pytest.mark.django_db
def test_a_sound_site_is_ready_and_says_so_in_words() -> None:
    with moment.standing_at(MONDAY), CaptureQueriesContext(connection) as queries:
        said = told(200)

    assert said["ready"]
    assert said["failing"] == []
    assert list(said["checks"]) == [
        "database",
        "migrations",
        "triggers",
        "jobs",
        "tick",
        "clock",
        "calendar",
        "disk",
    ]
    assert all(one["words"].endswith("。") for one in said["checks"].values())
    assert len(queries) <= MOST_QUERIES


def _a_step_is_left(_: pytest.MonkeyPatch) -> None:
    MigrationRecorder(connection).migration_qs.filter(app="casework").delete()


def _triggers_are_off(_: pytest.MonkeyPatch) -> None:
    drop_triggers()


def _a_job_waits(_: pytest.MonkeyPatch) -> None:
    before = timezone.now() - timedelta(minutes=11)
    made = DBTaskResult.objects.create(
        args_kwargs={}, task_path="x", backend_name="default", run_after=before
    )
    DBTaskResult.objects.filter(pk=made.pk).update(enqueued_at=before)


def _a_job_was_given_up(_: pytest.MonkeyPatch) -> None:
    DBTaskResult.objects.create(
        args_kwargs={},
        task_path="x",
        backend_name="default",
        run_after=timezone.now(),
        finished_at=timezone.now(),
        status="FAILED",
        worker_ids=["w"] * unfinished.MOST_ATTEMPTS,
    )


def _the_clock_went_back(_: pytest.MonkeyPatch) -> None:
    with moment.standing_at(MONDAY + timedelta(hours=1)):
        town.request_at(town.agency())


def _nothing_ticks(_: pytest.MonkeyPatch) -> None:
    before = MONDAY - timedelta(hours=4)
    PeriodicRun.objects.create(job="x", begun_at=before, ended_at=before, succeeded=True, said="x")


def _the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    full = SimpleNamespace(free=10_000_000)
    monkeypatch.setattr("yangguang.site.readiness.shutil.disk_usage", lambda _: full)


def _the_year_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    known = SimpleNamespace(years={2025: None})
    monkeypatch.setattr("yangguang.law.calendar.published", lambda: known)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("migrations", _a_step_is_left),
        ("triggers", _triggers_are_off),
        ("jobs", _a_job_waits),
        ("jobs", _a_job_was_given_up),
        ("clock", _the_clock_went_back),
        ("tick", _nothing_ticks),
        ("disk", _the_disk_is_full),
        ("calendar", _the_year_is_unknown),
    ],
)
@pytest.mark.django_db
def test_what_fails_is_named(
    name: str, spoil: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with moment.standing_at(MONDAY):
        spoil(monkeypatch)

        said = told(503)

    assert said["failing"] == [name]
    assert not said["checks"][name]["ok"]


@pytest.fixture
def _the_database_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("connection to server at 10.0.0.1 failed for user li")

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", fail)


@pytest.mark.usefixtures("_the_database_is_down")
def test_without_a_database_it_answers_and_quotes_nothing() -> None:
    with moment.standing_at(MONDAY):
        said = told(503)

    assert said["failing"] == ["database"]
    assert "10.0.0.1" not in json.dumps(said)


@pytest.mark.usefixtures("_the_database_is_down")
def test_that_the_program_runs_is_said_without_asking_the_database() -> None:
    answer = Client().get("/healthz")

    assert (answer.status_code, json.loads(answer.content)["alive"]) == (200, True)


def test_in_december_next_year_s_calendar_is_asked_for() -> None:
    known = max(calendar.published().years)

    with moment.standing_at(MONDAY.replace(year=known, month=12)):
        ok, words = readiness._calendar(moment.today())

    assert ok
    assert f"{known + 1} 年" in words
