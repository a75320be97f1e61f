"""A page asked of the application in this process: of the clock, of the processor, statements."""

import resource
import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import Any

from bench.figure import Figure

WARM = 1


def asked(name: str, ask: Callable[[], Any], times: int, required: int) -> Iterator[Figure]:
    """p50 and p95 in ms of some times after a first; processor ms, statements to the database.

    `ask` gives an answer of Django's test client; what is streamed is read to its end. Processor
    time includes that of processes which ended meanwhile (a limited worker, say).
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as statements:
        size = _read(name, ask())
        queries = len(statements)  # now: the next answer begins to count anew
    walls, cpu = [], []
    for _ in range(times + WARM):
        started, before = time.perf_counter(), _processor()
        _read(name, ask())
        walls.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (_processor() - before))
    yield Figure(f"{name}.p50", median(walls[WARM:]), "ms", required)
    yield Figure(f"{name}.p95", quantiles(walls[WARM:], n=20)[-1], "ms", required)
    yield Figure(f"{name}.cpu", median(cpu[WARM:]), "ms")
    yield Figure(f"{name}.queries", queries, "")
    yield Figure(f"{name}.size", size / 1024, "KB")


def _read(name: str, answer: Any) -> int:
    assert answer.status_code == 200, name
    return sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
