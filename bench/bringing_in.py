"""A table of a thousand requests brought into a database that holds a hundred thousand.

How many rows a second are looked through and brought in, and how long somebody who sends a request
waits meanwhile: the command runs in a process of its own, and another sends one after the other.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from bench.figure import Figure
from bench.full_office import FullOffice, measured_in_it
from bench.own_site import figures_of

ROWS: Final = 1_000
RUNS: Final = 2
_COMMAND: Final = (sys.executable, "-c", "from yangguang.cli import main; main()")
_PAUSE_SECONDS: Final = 0.02


def bringing_in() -> Iterator[Figure]:
    """Rows a second; the longest wait of another writer; the same where nobody brings in."""
    yield from figures_of("bench.bringing_in")


def _measured(full: FullOffice) -> Iterator[Figure]:
    from tests import town
    from yangguang.inforequests.actions.bring_in import bring_in
    from yangguang.inforequests.importing import child
    from yangguang.inforequests.importing.checking import check

    people, at = town.may(full.office.handler), full.office.agency
    checked, brought, cpu, waits = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for run in range(RUNS):
            file = table(Path(folder, f"{run}.xlsx"), f"旧系统 {run}")
            started = time.perf_counter()
            lines = child.read(file)
            assert not check(lines, at, people).faults
            checked.append(ROWS / (time.perf_counter() - started))
            started, before = time.perf_counter(), time.process_time()
            assert len(bring_in(lines, at, people)) == ROWS
            cpu.append(time.process_time() - before)
            brought.append(ROWS / (time.perf_counter() - started))
        alone = _sent(full, lambda count: count < 100)
        for run in range(RUNS):
            file = table(Path(folder, f"command {run}.xlsx"), f"命令 {run}")
            waits.append(_while_brought_in(full, file))
    yield Figure("bringing_in.looked_through", median(checked), "rows a second")
    yield Figure("bringing_in.brought_in", median(brought), "rows a second")
    yield Figure("bringing_in.brought_in.cpu", 1000 * median(cpu) / ROWS, "ms a row")
    yield Figure("bringing_in.another_writer.alone.p50", median(alone), "ms")
    yield Figure("bringing_in.another_writer.alone.longest", max(alone), "ms")
    meanwhile = [one for each in waits for one in each]
    yield Figure("bringing_in.another_writer.p95", quantiles(meanwhile, n=20)[-1], "ms")
    yield Figure("bringing_in.another_writer.longest", median(map(max, waits)), "ms")


def table(file: Path, source: str) -> Path:
    """ROWS requests of a source, each its own, as a workbook."""
    import random

    from bench.told import told
    from tests.inforequests import tables

    asked = told(random.Random(source))
    requests = [
        tables.request(
            f"{number}",
            SOURCE=source,
            WANTED=one.wanted,
            NAME=one.name,
            PAPER="护照",
            PAPER_NUMBER=one.paper_number,
        )
        for number, one in zip(range(ROWS), asked, strict=False)
    ]
    file.write_bytes(tables.as_xlsx(tables.rows(requests)))
    return file


def import_command(full: FullOffice, file: Path) -> list[str]:
    """The command that brings a table in."""
    at, by = full.office.agency.slug, full.office.handler.username
    return [*_COMMAND, "requests", "import", str(file), "--agency", at, "--by", by]


def _while_brought_in(full: FullOffice, file: Path) -> list[float]:
    """How long each request that is sent takes, in ms, while the command brings in a table."""
    with subprocess.Popen(import_command(full, file), stdout=subprocess.DEVNULL) as importing:
        taken = _sent(full, lambda _: importing.poll() is None)
    assert importing.returncode == 0
    return taken


def _sent(full: FullOffice, more: Any) -> list[float]:
    from tests import town

    taken: list[float] = []
    while more(len(taken)):
        started = time.perf_counter()
        token = f"meanwhile {time.monotonic_ns()}"
        town.request_at(full.office.agency, token=token)
        taken.append(1000 * (time.perf_counter() - started))
        time.sleep(_PAUSE_SECONDS)
    return taken


if __name__ == "__main__":
    measured_in_it(_measured)
