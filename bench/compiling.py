"""A year compiled from a million requests of one agency, in seconds, on both databases.

Some two hundred requests are played through the actions over five years; the database then copies
their cases, ledgers and states, under ids and numbers of their own. The chains of the copies are
not reckoned anew: nothing here reads them.
"""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from operator import itemgetter
from statistics import median
from typing import Any, Final

from bench.asking import asked
from bench.figure import Figure
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by
from bench.peak import taken

CASES: Final = 1_000_000
PLAYED: Final = 200
REQUIRED_SECONDS: Final = {"postgresql": 5.0, "sqlite": 15.0}
PAGE_MS: Final = 10_000
EXPORT_MS: Final = 60_000
PAGES: Final = 5
_TIMES: Final = 3
_EARLIEST, _LONGEST_AGO = 90, 1800
"""Days: when what is closed came in."""


def compiling() -> Iterator[Figure]:
    """As known now; as it was known on 20 January, and three years ago, when most was otherwise.

    Then the pages over these figures, and freezing the year with the cases that it counts.
    """
    for database in (SQLITE, POSTGRESQL):
        yield from figures_of("bench.compiling", database)


def _measured(_environment: dict[str, str]) -> Iterator[Figure]:
    from django.db import connection
    from django.utils import timezone

    from tests import town

    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    office, now = town.office(), timezone.localtime().replace(hour=10)
    started = time.perf_counter()
    _play(office, now)
    _copy(cases // PLAYED)
    yield Figure(
        f"compile.cases_written.{connection.vendor}",
        cases / (time.perf_counter() - started),
        "a second",
    )
    for figure in figures(office, now):
        yield replace(figure, name=f"{figure.name}.{connection.vendor}")


def figures(office: Any, now: datetime) -> Iterator[Figure]:
    """Of an office that has its requests."""
    from django.db import connection
    from django.utils import timezone

    from yangguang.casework.models import FormerCount
    from yangguang.reporting import behind
    from yangguang.reporting.actions.send_up import packed

    agency, year = office.agency, now.year - 1
    required = REQUIRED_SECONDS[connection.vendor]
    # What is the case: the office's clock may not have come to ten yet.
    today, january = timezone.now(), now.replace(month=1, day=20)
    long_ago = january.replace(year=now.year - 3)
    for name, known_at in (("now", today), ("in_january", january), ("long_ago", long_ago)):
        yield from _compiled(name, agency, known_at.year - 1, known_at, required)
    changed = FormerCount.objects.filter(known_until__gt=january, known_from__lte=january)
    yield Figure("compile.in_january.changed_since", changed.count(), "requests")
    yield from taken("compile.frozen", lambda: packed(behind.snapshot(agency, year, today)))
    yield from _pages(office, year, january)


def _compiled(
    name: str, agency: Any, year: int, known_at: datetime, required: float
) -> Iterator[Figure]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked_for:
        _compile(agency, year, known_at)
    walls, cpu = [], []
    for _ in range(_TIMES):
        started, before = time.perf_counter(), time.process_time()
        _compile(agency, year, known_at)
        walls.append(time.perf_counter() - started)
        cpu.append(time.process_time() - before)
    yield Figure(f"compile.{name}", median(walls), "s", required)
    yield Figure(f"compile.{name}.cpu", median(cpu), "s")
    yield Figure(f"compile.{name}.queries", len(asked_for), "")


def _compile(agency: Any, year: int, known_at: datetime) -> None:
    from yangguang.annual_report.checking.sums import State, standings
    from yangguang.reporting.compiling import compile_report

    report = compile_report(agency, year, known_at).report
    assert {one.state for one in standings(report)} == {State.HOLDS}


def _pages(office: Any, year: int, january: datetime) -> Iterator[Figure]:
    """The tables; the list behind the largest figure; a list that is taken along."""
    from tests.signing_in import signed_in
    from yangguang.inforequests.exchanges import MOST
    from yangguang.reporting.compiling import compile_report

    client = signed_in(office.disclosure_head)
    client.defaults["SERVER_NAME"] = "localhost"
    tables = f"/workspace/reports/{office.agency.slug}/{year}"
    then = f"?known_at={january:%Y-%m-%dT%H:%M:%S}"
    largest = f"{tables}/figures/table3.new.total"
    pages = {
        "tables": tables,
        "tables.in_january": tables + then,
        "list.first": largest,
        "list.last": f"{largest}?page=last",
        "list.in_january": largest + then,
    }
    for name, page in pages.items():
        yield from asked(f"compile.page.{name}", partial(client.get, page), PAGES, PAGE_MS)
    counted = compile_report(office.agency, year, january).records
    cells = {cell: many for cell, many in counted.items() if cell[:6] == "table3" and many <= MOST}
    cell = max(cells, key=lambda one: cells[one])
    yield Figure("compile.taken_along.requests", float(cells[cell]), "")
    export = partial(client.post, f"{tables}/figures/{cell}/export{then}")
    yield from asked("compile.taken_along", export, _TIMES, EXPORT_MS)


def _play(office: Any, now: datetime) -> None:
    """As many as are copied: three of a hundred open, one contested, the rest closed.

    Evenly over the years, so that on any day some are under way; the oldest first, as in life.
    """
    from tests import played

    chance = random.Random(20260209)
    plain = (played.answered, played.answered_late, played.withheld, played.lapsed)
    closed = (*plain, played.withdrawn, played.voided)
    contested = (played.disputed, played.answered_anew)
    many = PLAYED * 97 // 100
    turns = [(played.handling, chance.randrange(6, 50)) for _ in range(PLAYED - many)]
    for place in range(many):
        days = _EARLIEST + place * (_LONGEST_AGO - _EARLIEST) // many
        turns.append((chance.choice(closed if place % 100 else contested), days))
    for play, days in sorted(turns, key=itemgetter(1), reverse=True):
        play(office, now - timedelta(days=days))


def _copy(times: int) -> None:
    """Every case, its events and its state, so many times in all; ids in the order of the played.

    Numbers are such as addresses have: five digits more.
    """
    from django.db import connection
    from django.db.models import Max

    from yangguang.casework.models import Case, CaseState, Event, FormerCount

    numbered = (Case, Event, FormerCount)
    last = {model: model._base_manager.aggregate(last=Max("pk"))["last"] for model in numbered}
    moved = {"number": "number || substr(CAST(100000 + k AS TEXT), 2)"}
    of_case, of_event, of_former = (f"{{}} * {times} + {last[one]} + k" for one in numbered)
    columns: dict[Any, dict[str, str]] = {
        Case: {**moved, "id": of_case.format("id")},
        Event: {"id": of_event.format("id"), "case_id": of_case.format("case_id")},
        CaseState: {**moved, "case_id": of_case.format("case_id")},
        FormerCount: {"id": of_former.format("id"), "case_id": of_case.format("case_id")},
    }
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # millions of keys, all of rows that are there
            cursor.execute("SET session_replication_role = replica")
        for model, changed in columns.items():
            names = [field.column for field in model._meta.local_concrete_fields]
            values = ", ".join(changed.get(name, name) for name in names)
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) "
                f"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < %s) "
                f"SELECT {values} FROM {model._meta.db_table}, n",
                [times - 1],
            )
        if connection.vendor == "postgresql":
            cursor.execute("RESET session_replication_role")
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    measured_by(_measured)
