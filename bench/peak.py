"""What a piece of work takes at its height: seconds, and memory of this process (Linux)."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.figure import Figure

_KB = 1024


def taken(name: str, work: Callable[[], object], required: float | None = None) -> Iterator[Figure]:
    """Seconds of the clock and of the processor; MB by which memory grew at its height."""
    before = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the height is measured anew
    started, spent = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - started, time.process_time() - spent
    yield Figure(f"{name}.clock", wall, "s", required)
    yield Figure(f"{name}.cpu", cpu, "s")
    yield Figure(f"{name}.memory", (_memory("VmHWM") - before) / _KB, "MB")


def _memory(which: str) -> int:
    """KB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{which}:"))
