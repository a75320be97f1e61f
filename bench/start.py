"""How long the command line takes to say what it can do."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.figure import Figure

ALLOWED = 0.3
RUNS = 15


def start() -> Iterator[Figure]:
    """The wall time of `yangguang --help`: the median over some runs."""
    command = [str(Path(sys.executable).with_name("yangguang")), "--help"]
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    yield Figure("start.help", median(times), "s", ALLOWED)
