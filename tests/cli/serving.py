"""A site of its own that is started as a program, and the processes it consists of."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30


def environment(var: Path, **told: str) -> dict[str, str]:
    """What a program is told: its own folder and SQLite, nothing of the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("YANGGUANG_", "DATABASE_URL", "DJANGO_"))
    }
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "yangguang.site.settings",
        "YANGGUANG_VAR": str(var),
        **told,
    }


@contextmanager
def serving(var: Path, port: int, **told: str) -> Iterator[subprocess.Popen[str]]:
    """A site that has said where it is; killed at the end if it still runs."""
    command = [sys.executable, "-c", "from yangguang.cli import main; main()", "serve"]
    with subprocess.Popen(
        [*command, "--port", str(port)],
        env=environment(var, **told),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as site:
        try:
            assert site.stdout
            assert f"http://127.0.0.1:{port}/" in site.stdout.readline()
            yield site
        finally:
            parts = all_below(site.pid) if site.poll() is None else []
            for pid in (site.pid, *parts):
                if is_alive(pid):
                    os.kill(pid, signal.SIGKILL)


def parts(site: int) -> dict[str, int]:
    """The parts of a site by name: web, worker, tick."""
    found = {_stat(pid)[0]: pid for pid in _children(site)}
    return {name.removeprefix("yg-"): pid for name, pid in found.items() if name[:3] == "yg-"}


def all_below(pid: int) -> list[int]:
    """Every process that descends from one."""
    return [one for child in _children(pid) for one in (child, *all_below(child))]


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that waits to be buried does not."""
    try:
        return _stat(pid)[1] != "Z"
    except OSError:
        return False


def until(condition: Callable[[], bool]) -> bool:
    """Whether a condition comes true before patience ends."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _children(pid: int) -> list[int]:
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(one) for one in listed.split()]


def _stat(pid: int) -> tuple[str, str]:
    """Name and state of a process."""
    before, _, after = Path(f"/proc/{pid}/stat").read_text().rpartition(")")
    return before.partition("(")[2], after.split()[0]
