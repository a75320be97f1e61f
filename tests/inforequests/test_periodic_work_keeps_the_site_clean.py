"""Each job of the site does what its title says."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests import town
from tests.prepared import MONDAY
from yangguang.casework import jobs, moment, periodic
from yangguang.casework.models import CaseState, PeriodicRun
from yangguang.inforequests import drafts
from yangguang.inforequests.models import FormDraft


@pytest.fixture(autouse=True)
def _lock(tmp_path):
    with override_settings(TICK_LOCK=tmp_path / "tick.lock"):
        yield


def tick() -> dict[str, periodic.Outcome]:
    return {one.job.name: one for one in periodic.run_due()}


def test_every_job_succeeds_on_a_site_at_work() -> None:
    town.request_at(town.agency())

    done = tick()

    assert [one for one in done.values() if not one.succeeded] == []
    assert PeriodicRun.objects.filter(succeeded=True).count() == len(done) >= 7
    assert "新增 1 条记录、1 个案件" in done["anchor"].said


def test_a_form_left_alone_for_a_day_goes() -> None:
    drafts.begin(town.agency(), {})

    with moment.standing_at(MONDAY + timedelta(days=1, hours=1)):
        done = tick()

    assert done["drafts"].said == "清除了 1 份没有提交的申请。"
    assert not FormDraft.objects.exists()


def test_sessions_that_ended_go_and_others_stay() -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for seconds in (-1, 60):
        session = store()
        session["person"] = 1
        session.set_expiry(seconds)
        session.save()

    tick()

    assert store.get_model_class().objects.count() == 1


def test_counts_of_attempts_that_expired_go_and_others_stay() -> None:
    cache.set("old", 1, timeout=60)
    cache.set("new", 1, timeout=60)
    long_ago = connection.ops.adapt_datetimefield_value(timezone.now() - timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cache SET expires = %s WHERE cache_key LIKE '%%old'", [long_ago])

    tick()

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert [key for (key,) in cursor.fetchall()] == [":1:new"]


def test_finished_jobs_go_after_two_weeks() -> None:
    for days in (13, 15):
        ended = timezone.now() - timedelta(days=days)
        made = DBTaskResult.objects.create(
            args_kwargs={"args": [], "kwargs": {}},
            task_path="x",
            backend_name="default",
            run_after=ended,
            status="SUCCESSFUL",
        )
        DBTaskResult.objects.filter(pk=made.pk).update(finished_at=ended)

    tick()

    assert DBTaskResult.objects.count() == 1


def test_a_new_year_s_calendar_reckons_the_states_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    case = town.request_at(town.agency()).case
    tick()
    CaseState.objects.filter(pk=case.pk).update(due_on=MONDAY.date())

    unchanged = tick()
    monkeypatch.setattr(periodic, "_JOBS", dict(periodic._JOBS))
    monkeypatch.setattr(jobs, "known_calendar", lambda now: "2026/2027")
    jobs.register_all()
    done = tick()

    assert "rebuild" not in unchanged
    assert "写回 1 处" in done["rebuild"].said
    assert str(CaseState.objects.get(pk=case.pk).due_on) == "2026-03-13"


def test_a_new_year_s_turn_is_another_one() -> None:
    assert jobs.known_calendar(MONDAY) != jobs.known_calendar(MONDAY.replace(year=2027))
