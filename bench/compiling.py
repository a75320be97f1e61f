"""A year compiled from a million requests of one agency, in seconds, on both databases.

Some two hundred requests are played through the actions over five years; the database then copies
their cases, ledgers and states, under ids and numbers of their own. The chains of the copies are
not reckoned anew: nothing here reads them.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from bench.figure import Figure
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by

CASES: Final = 1_000_000
PLAYED: Final = 200
REQUIRED_SECONDS: Final = {"postgresql": 5.0, "sqlite": 15.0}
_TIMES: Final = 3


def compiling() -> Iterator[Figure]:
    """As known now; and as it was known on 20 January, with what was entered since folded back."""
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
    year = now.year - 1
    january = now.replace(year=now.year, month=1, day=20)
    for name, known_at in (("now", now), ("in_january", january)):
        taken = min(_seconds(office.agency, year, known_at) for _ in range(_TIMES))
        required = REQUIRED_SECONDS[connection.vendor]
        yield Figure(f"compile.{name}.{connection.vendor}", taken, "s", required)


def _seconds(agency: Any, year: int, known_at: datetime) -> float:
    from yangguang.annual_report.checking.sums import State, standings
    from yangguang.reporting.compiling import compile_report

    started = time.perf_counter()
    report = compile_report(agency, year, known_at).report
    taken = time.perf_counter() - started
    assert {one.state for one in standings(report)} == {State.HOLDS}
    return taken


def _play(office: Any, now: datetime) -> None:
    """As many as are copied: three of a hundred open, one contested, the rest closed."""
    from tests import played

    chance = random.Random(20260209)
    plain = (played.answered, played.answered_late, played.withheld, played.lapsed)
    turns = (*plain, played.withdrawn, played.voided)
    contested = (played.disputed, played.answered_anew)
    for place in range(PLAYED):
        if place % 100 < 3:
            play, days = played.handling, chance.randrange(6, 50)
        else:
            play = chance.choice(contested if place % 100 == 3 else turns)
            days = chance.randrange(90, 1800)
        play(office, now - timedelta(days=days))


def _copy(times: int) -> None:
    """Every case, its events and its state, so many times in all."""
    from django.db import connection
    from django.db.models import Max

    from yangguang.casework.models import Case, CaseState, Event

    last = {model: model._base_manager.aggregate(last=Max("pk"))["last"] for model in (Case, Event)}
    # Ids that name a case move by as many as there are cases, an event's own by as many events.
    moved = {"number": "number || '-' || k"}
    of_case = f"+ k * {last[Case]}"
    columns: dict[Any, dict[str, str]] = {
        Case: {**moved, "id": f"id {of_case}"},
        Event: {"id": f"id + k * {last[Event]}", "case_id": f"case_id {of_case}"},
        CaseState: {**moved, "case_id": f"case_id {of_case}"},
    }
    with connection.cursor() as cursor:
        for model, changed in columns.items():
            names = [field.column for field in model._meta.local_concrete_fields]
            values = ", ".join(changed.get(name, name) for name in names)
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) "
                f"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < %s) "
                f"SELECT {values} FROM {model._meta.db_table}, n",
                [times - 1],
            )
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    measured_by(_measured)
