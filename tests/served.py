"""The site as it is run: `yangguang serve`, in processes of its own, that can be killed."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from tests.ports import free_port

_COMMAND: Final = (sys.executable, "-c", "from yangguang.cli import main; main()", "serve")
_TICKS: Final = os.sysconf("SC_CLK_TCK")


class Served:
    """A site on a port of this machine; `environment` is what its processes are given more.

    What it says goes to `serve.log` in its folder (YANGGUANG_VAR).
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.port = free_port()
        self._environment = {**os.environ, **environment}
        self._environment["DJANGO_SETTINGS_MODULE"] = "yangguang.site.settings"
        self.log = Path(self._environment["YANGGUANG_VAR"], "serve.log")
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "Served":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start it, and wait until it takes visitors. RuntimeError where it does not start."""
        assert self._process is None
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*_COMMAND, "--port", str(self.port)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self._environment,
                start_new_session=True,
            )
        assert self._process.stdout
        if not re.search(r"http://\S+", self._process.stdout.readline()):
            self.kill()
            raise RuntimeError(f"the site did not start:\n{self.log.read_text(encoding='utf-8')}")

    def kill(self) -> None:
        """SIGKILL to all its processes, in the middle of whatever they are at."""
        if self._process is None:
            return
        for process in self.processes():
            _send(process, signal.SIGKILL)
        self._gone()

    def stop(self) -> None:
        """End it as an operator does; what then still runs is killed."""
        if self._process is None:
            return
        every = self.processes()
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            for process in every:
                _send(process, signal.SIGKILL)
        self._gone()

    def processes(self) -> list[int]:
        """The ids of its processes, the first first."""
        assert self._process is not None
        return list(_family(self._process.pid))

    def cpu_seconds(self) -> float:
        """What its processes have taken of the processors so far, of those that ended too."""
        return sum(_cpu_seconds(process) for process in self.processes())

    def _gone(self) -> None:
        assert self._process is not None and self._process.stdout
        self._process.wait()
        self._process.stdout.close()
        self._process = None


def _send(process: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # it has ended by itself
        os.kill(process, what)


def _family(process: int) -> Iterator[int]:
    """A process and all that it started, that they started, and so on (Linux)."""
    yield process
    children = Path(f"/proc/{process}/task/{process}/children")
    try:
        found = children.read_text().split()
    except OSError:
        return
    for child in found:
        yield from _family(int(child))


def _cpu_seconds(process: int) -> float:
    """Of the process and of its children that were waited for (proc(5): utime … cstime)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in fields[11:15]) / _TICKS
