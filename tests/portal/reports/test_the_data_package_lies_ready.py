"""The package is made in the background, so that nobody waits for it."""

import pytest

from tests.portal.reports.packages import taken
from tests.portal.reports.runs import run_of_years
from yangguang.casework import periodic
from yangguang.portal.jobs import PACKAGE
from yangguang.reporting import data_package


def _run() -> str:
    (job,) = (job for job, _ in periodic.last_runs() if job.name == PACKAGE)
    return job.run()


def test_who_asks_after_it_was_made_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    run_of_years({2024: {}, 2025: {}})

    first, again = _run(), _run()

    monkeypatch.setattr(data_package, "write", lambda to: pytest.fail("made again"))
    assert len(taken().rows("reports")) == 2
    assert "做好了" in first
    assert "没有变化" in again


def test_without_any_report_none_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_package, "write", lambda to: pytest.fail("made"))

    assert "没有变化" in _run()
