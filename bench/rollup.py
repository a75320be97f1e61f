"""A government's report added up from three thousand members', on SQLite and PostgreSQL.

Two thirds of the members have published, the others only submitted; each report has the prose of a
usual one. Written in bulk; what is measured reads them as the pages do.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median
from typing import Any, Final

from bench.figure import Figure
from bench.members import reporting_members
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by

MEMBERS: Final = 3_000
REQUIRED_MS: Final = 10_000
RUNS: Final = 3


def rollup() -> Iterator[Figure]:
    """Adding up; the page; a figure's page; the workbook: medians, and how many queries."""
    for database in (SQLITE, POSTGRESQL):
        for one in figures_of("bench.rollup", database):
            yield replace(one, name=f"{database}.{one.name}")


def _measured(_environment: dict[str, str]) -> Iterator[Figure]:
    from django.test import Client, override_settings

    from tests.reporting.reported import YEAR
    from tests.reporting.rolling_up.rolled import NEW, a_city
    from tests.signing_in import signed_in
    from yangguang.reporting.rolling_up.prose import said

    city = a_city()
    reporting_members(city, int(sys.argv[1]) if len(sys.argv) > 1 else MEMBERS)
    city.scoped()
    page = f"/workspace/reports/zhengfu/{YEAR}/rollup"
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        browser: Client = signed_in(city.office.handler)
        yield _queries("sum", lambda: city.rollup().sum)
        yield from _of("sum", lambda: city.rollup().sum)
        yield from _of("words", lambda: said(city.rollup(), 1, "培训"))
        for name, address in (
            ("page", page),
            ("figure_page", f"{page}/figures/{NEW}"),
            ("workbook", f"{page}.xlsx"),
        ):
            yield from _of(name, partial(_got, browser, address))


def _got(browser: Any, address: str) -> None:
    """All of it: a workbook is written as it is read."""
    answer = browser.get(address)
    assert answer.status_code == 200
    if answer.streaming:
        assert sum(map(len, answer.streaming_content))


def _queries(name: str, work: Callable[[], object]) -> Figure:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        work()
    return Figure(f"rollup.{name}.queries", len(asked), "queries")


def _of(name: str, work: Callable[[], object]) -> Iterator[Figure]:
    work()
    walls, cpu = [], []
    for _ in range(RUNS):
        started, before = time.perf_counter(), time.process_time()
        work()
        walls.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - before))
    yield Figure(f"rollup.{name}", median(walls), "ms", REQUIRED_MS)
    yield Figure(f"rollup.{name}.cpu", median(cpu), "ms")


if __name__ == "__main__":
    measured_by(_measured)
