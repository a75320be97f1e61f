import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.casework.holding import held_elsewhere
from tests.cli.running import yangguang
from yangguang.casework import periodic
from yangguang.casework.periodic import DAILY, Job

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The site has one job."""
    monkeypatch.setattr(periodic, "_JOBS", {})
    periodic.register(Job("sweep", "清理", DAILY, lambda: "清除了 2 个文件。"))
    with override_settings(TICK_LOCK=tmp_path / "tick.lock"):
        yield tmp_path / "tick.lock"


def test_it_says_what_was_done_and_then_that_nothing_is_due() -> None:
    first, second = yangguang("tick"), yangguang("tick")

    assert (first.exit_code, first.stdout) == (0, "清理：清除了 2 个文件。\n")
    assert (second.exit_code, second.stdout) == (0, "现在没有到期的例行工作。\n")


def test_a_job_that_fails_ends_with_one() -> None:
    def fail() -> str:
        raise ValueError

    periodic.register(Job("sweep", "清理", DAILY, fail))

    done = yangguang("tick", "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "job": "sweep",
        "succeeded": False,
        "said": "没有做成（ValueError）。",
    }


def test_the_list_shows_the_last_run_and_does_nothing() -> None:
    before = yangguang("tick", "--list").stdout
    yangguang("tick")
    after = yangguang("tick", "--list").stdout
    (record,) = map(json.loads, yangguang("tick", "--list", "--json").stdout.splitlines())

    assert before == "sweep  清理（每天）\n  还没有做过\n"
    assert after.startswith("sweep  清理（每天）\n  上次 ")
    assert after.endswith(" 做成：清除了 2 个文件。\n")
    assert record["last"]["succeeded"]


def test_while_another_is_at_it_this_one_leaves(lock: Path) -> None:
    with held_elsewhere(lock):
        done = yangguang("tick")

    assert done.exit_code == 0
    assert done.stderr == "另一个 tick 正在进行，这次不做。\n"
