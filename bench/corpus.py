"""A corpus of generated files: files a second on one core and two, and memory of all processes.

A quarter of the files and all of them, to see whether time grows with them and memory does not.
CORPUS_FILES says how many. Wall time: on a machine with other work, look at the processor time.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.figure import Figure
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example

FILES = int(os.environ.get("CORPUS_FILES", "10000"))
MIX = (
    (LAYOUTS["tabs"], "txt"),
    (LAYOUTS["html"], "html"),
    (LAYOUTS["docx"], "docx"),
    (LAYOUTS["xlsx"], "xlsx"),
    (PDF_LAYOUTS["pdf_ruled"], "pdf"),
)
_A_FOLDER = 500
_SAMPLED = 0.25
"""Seconds between two looks at the memory."""


class Run(NamedTuple):
    """One build: files, seconds by the clock, processor seconds, most bytes in all processes."""

    files: int
    seconds: float
    processor: float
    memory: int


def corpus() -> Iterator[Figure]:
    """Builds of a quarter of the files and of all, on one core and on two."""
    with TemporaryDirectory(prefix="corpus-") as name:
        folder = Path(name)
        _write(folder / "quarter", range(FILES // 4))
        _write(folder / "all", range(FILES))
        for cores in (1, 2):
            quarter = _build(folder / "quarter", folder / f"quarter-{cores}", cores)
            whole = _build(folder / "all", folder / f"all-{cores}", cores)
            yield from _figures(f"corpus.{cores}_core" + "s" * (cores > 1), quarter, whole)


def _figures(name: str, quarter: Run, whole: Run) -> Iterator[Figure]:
    yield Figure(f"{name}.files", whole.files / whole.seconds, "files/s")
    for part, run in (("quarter", quarter), ("all", whole)):
        yield Figure(f"{name}.{part}.seconds", run.seconds, f"s for {run.files} files")
        yield Figure(f"{name}.{part}.processor", 1000 * run.processor / run.files, "ms/file")
    ratio = (whole.processor / whole.files) / (quarter.processor / quarter.files)
    yield Figure(f"{name}.linear", ratio, "x a file of the quarter's", 1)
    mb = 1024 * 1024
    yield Figure(f"{name}.memory", whole.memory / mb, "MB, of the quarter's", quarter.memory / mb)


def _write(folder: Path, seeds: range) -> None:
    for seed in seeds:
        layout, ending = MIX[seed % len(MIX)]
        inner = folder / f"{seed // _A_FOLDER:04d}"
        inner.mkdir(parents=True, exist_ok=True)
        data, _ = example(seed, layout, HAZARDS["none"])
        (inner / f"{seed:06d}.{ending}").write_bytes(data)


def _build(folder: Path, out: Path, cores: int) -> Run:
    """Build with the command, as a user does, kept to some of this machine's cores."""
    ours = os.sched_getaffinity(0)
    program = str(Path(sys.executable).with_name("yangguang"))
    command = [program, "corpus", "build", str(folder), "--out", str(out)]
    started, before = time.monotonic(), os.times()
    os.sched_setaffinity(0, sorted(ours)[:cores])  # what is started from here is kept to them
    try:
        build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    finally:
        os.sched_setaffinity(0, ours)
    watch = _Watch(build.pid)
    watch.start()
    code = build.wait()
    watch.done.set()
    watch.join()
    if code:
        raise RuntimeError(f"the build ended with {code}")
    after = os.times()
    processor = sum(after[2:4]) - sum(before[2:4])
    files = sum(len(names) for _, _, names in os.walk(folder))
    return Run(files, time.monotonic() - started, processor, watch.most)


class _Watch(threading.Thread):
    """Looks now and then at the memory of a process and all that come of it."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.most = 0
        self._process = process

    def run(self) -> None:
        while not self.done.wait(_SAMPLED):
            self.most = max(self.most, sum(map(_memory, _family(self._process))))


def _family(process: int) -> set[int]:
    """A process and all that come of it."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(status.parent.name)] = int(
                status.read_text().rpartition(") ")[2].split()[1]
            )
        except OSError:
            continue
    family = {process}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _memory(process: int) -> int:
    """Bytes of a process; what it shares with others is divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
