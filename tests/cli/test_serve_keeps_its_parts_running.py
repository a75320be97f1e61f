import json
import os
import signal
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import Popen

import pytest

from tests.cli.serving import all_below, is_alive, parts, serving, until
from tests.ports import free_port
from yangguang.cli import background
from yangguang.cli.background import Part, keep_running


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def site(tmp_path: Path, port: int) -> Iterator[Popen[str]]:
    with serving(tmp_path / "var", port) as started:
        assert until(lambda: len(parts(started.pid)) == 3)
        yield started


def test_web_worker_and_tick_run_together_log_lines_of_json_and_end_together(
    site: Popen[str], port: int
) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/requests", timeout=20) as answer:
        number = answer.headers["X-Request-ID"]
    everyone = all_below(site.pid)
    assert set(parts(site.pid)) == {"web", "worker", "tick"}
    site.send_signal(signal.SIGTERM)
    _, errors = site.communicate()

    assert site.returncode == 0
    assert [pid for pid in everyone if is_alive(pid)] == []
    lines = [json.loads(line) for line in errors.splitlines()]
    (asked,) = [one for one in lines if one.get("route") == "requests"]
    assert asked["request"] == number


def test_a_part_that_dies_is_started_again_and_ctrl_c_ends_all(site: Popen[str]) -> None:
    before = parts(site.pid)
    for pid in before.values():
        os.kill(pid, signal.SIGKILL)

    def are_new() -> bool:
        now = parts(site.pid)
        return now.keys() == before.keys() and set(now.values()).isdisjoint(before.values())

    assert until(are_new)
    everyone = all_below(site.pid)
    site.send_signal(signal.SIGINT)
    assert site.wait(timeout=60) == 0
    assert [pid for pid in everyone if is_alive(pid)] == []


def test_killed_itself_it_leaves_nobody_behind(site: Popen[str]) -> None:
    everyone = all_below(site.pid)
    os.kill(site.pid, signal.SIGKILL)
    site.wait()

    assert until(lambda: not any(is_alive(pid) for pid in everyone))


def test_when_the_web_cannot_stay_alive_the_whole_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "LONGEST_PAUSE", 0)
    read, write = os.pipe()

    def die() -> None:
        os.write(write, b"x")

    code = keep_running([Part("web", die, is_vital=True), Part("tick", lambda: time.sleep(600))])

    os.close(write)
    with os.fdopen(read, "rb") as starts:
        assert len(starts.read()) == background.GIVE_UP_AFTER
    assert code == 1


def test_a_death_told_to_another_thread_is_heard_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(background, "LONGEST_PAUSE", 0)
    until_next = background._until_next

    def reckon_slowly(kept: Sequence[background._Kept]) -> float:
        time.sleep(0.2)  # so that a part is dead before anyone waits for it
        return until_next(kept)

    monkeypatch.setattr(background, "_until_next", reckon_slowly)
    is_over = threading.Event()
    other = threading.Thread(target=is_over.wait)
    other.start()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    started = time.monotonic()
    try:
        code = keep_running([Part("web", lambda: None, is_vital=True)])
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        is_over.set()
        other.join()

    assert code == 1
    assert time.monotonic() - started < background.STEADY_SECONDS
