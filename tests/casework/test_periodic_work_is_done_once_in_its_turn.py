from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import override_settings

from tests.prepared import MONDAY
from yangguang.casework import moment, periodic
from yangguang.casework.models import PeriodicRun
from yangguang.casework.periodic import DAILY, HOURLY, Busy, Job, run_due

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def done(monkeypatch: pytest.MonkeyPatch, tmp_path) -> Iterator[list[str]]:
    """What was done, by two jobs that stand alone in the house."""
    did: list[str] = []

    def doing(name: str) -> str:
        did.append(name)
        return f"did {name}"

    monkeypatch.setattr(periodic, "_JOBS", {})
    periodic.register(Job("hourly", "每小时的", HOURLY, lambda: doing("hourly")))
    periodic.register(Job("daily", "每天的", DAILY, lambda: doing("daily")))
    with override_settings(TICK_LOCK=tmp_path / "tick.lock"):
        yield did


def test_what_was_never_done_is_due(done: list[str]) -> None:
    assert [one.said for one in run_due()] == ["did hourly", "did daily"]


def test_what_was_done_is_not_done_again_in_its_turn(done: list[str]) -> None:
    list(run_due())
    with moment.standing_at(MONDAY + HOUR / 2):
        list(run_due())

    assert done == ["hourly", "daily"]


def test_the_next_turn_brings_it_again(done: list[str]) -> None:
    for later in (timedelta(), HOUR, DAY):
        with moment.standing_at(MONDAY + later):
            list(run_due())

    assert done == ["hourly", "daily", "hourly", "hourly", "daily"]


def test_a_day_begins_at_midnight_of_the_office(done: list[str]) -> None:
    evening = MONDAY.replace(hour=23, minute=59)
    for now in (evening, evening + timedelta(minutes=2)):
        with moment.standing_at(now):
            list(run_due())

    assert done.count("daily") == 2


def _fail() -> str:
    raise ValueError("words of a stranger")


def test_a_failure_is_kept_and_does_not_keep_the_others(done: list[str]) -> None:
    periodic.register(Job("hourly", "每小时的", HOURLY, _fail))

    failed, good = run_due()

    assert (failed.succeeded, good.succeeded) == (False, True)
    kept = PeriodicRun.objects.get(job="hourly")
    assert not kept.succeeded
    assert "ValueError" in kept.said
    assert "stranger" not in kept.said


def test_what_failed_is_tried_again_after_a_while() -> None:
    periodic.register(Job("hourly", "每小时的", HOURLY, _fail))
    list(run_due())

    with moment.standing_at(MONDAY + periodic.AGAIN_AFTER - timedelta(seconds=1)):
        at_once = [one.job.name for one in run_due()]
    with moment.standing_at(MONDAY + periodic.AGAIN_AFTER):
        later = [one.job.name for one in run_due()]

    assert (at_once, later) == ([], ["hourly"])


def test_only_one_is_at_it(done: list[str]) -> None:
    """On PostgreSQL the other is another connection: a second hold of one connection is granted."""
    from tests.casework.holding import held_elsewhere

    with held_elsewhere(settings.TICK_LOCK), pytest.raises(Busy):
        list(run_due())

    assert done == []
    assert [one.job.name for one in run_due()] == ["hourly", "daily"]
