"""An agency that has a hundred thousand requests: written once, measured many times.

Three of a hundred are open, the others were closed in the last five years; each is somebody's own
(`bench.told`). The cases are written in bulk (`bench.bulk_cases`), without files on disk.

The folder named by YANGGUANG_BENCH_OFFICE keeps it (SQLite): the first child fills the folder, the
others copy it. `python -m bench` gives them one for as long as it runs.
"""

import json
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.figure import Figure
from bench.own_site import measured_by

if TYPE_CHECKING:
    from bench.bulk_cases import Copied
    from tests.town import Office

KEPT_IN: Final = "YANGGUANG_BENCH_OFFICE"
CASES: Final = 100_000
OPEN_OF_A_HUNDRED: Final = 3
HANDLERS: Final = 8
_SAMPLE: Final = 2_000
_TOLD: Final = "copied.json"


@dataclass(frozen=True)
class FullOffice:
    """The site's environment, the office, some of its requests with their codes.

    `cases_a_second`: how fast they were written; None where they were copied.
    """

    environment: dict[str, str]
    office: "Office"
    cases: int
    copied: "list[Copied]"
    cases_a_second: float | None


Measure = Callable[[FullOffice], Iterator[Figure]]


def measured_in_it(measure: Measure) -> None:
    """In the child: have the office, measure, print. A number on the command line: of cases."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    kept = os.environ.get(KEPT_IN, "")
    is_kept = bool(kept) and not os.environ.get("DATABASE_URL")
    folder = Path(kept) / str(cases) if is_kept else None
    found = folder if folder and (folder / _TOLD).is_file() else None
    measured_by(partial(_measured, measure, cases, folder), found)


def _measured(
    measure: Measure, cases: int, folder: Path | None, environment: dict[str, str]
) -> Iterator[Figure]:
    own = Path(environment["YANGGUANG_VAR"])
    if (own / _TOLD).is_file():
        yield from measure(_found(environment, cases))
        return
    started = time.perf_counter()
    made = _written(cases)
    rate = cases / (time.perf_counter() - started)
    some = random.Random(20260209).sample(made, min(_SAMPLE, len(made)))
    (own / _TOLD).write_text(json.dumps(some), encoding="utf-8")
    if folder:
        from django.db import connections

        connections.close_all()
        shutil.copytree(own, folder, dirs_exist_ok=True)
    yield from measure(replace(_found(environment, cases), cases_a_second=rate))


def _found(environment: dict[str, str], cases: int) -> FullOffice:
    from bench.bulk_cases import Copied
    from tests.town import Office
    from yangguang.agencies.models import Agency, Person, Role

    of = {one.posts.get().role: one for one in Person.objects.order_by("-pk")}
    office = Office(
        Agency.objects.get(),
        *(
            of[role]
            for role in (
                Role.HANDLER,
                Role.SECTION_HEAD,
                Role.DISCLOSURE_HEAD,
                Role.LEADER,
                Role.SECRECY_REVIEWER,
            )
        ),
    )
    told = json.loads(Path(environment["YANGGUANG_VAR"], _TOLD).read_text(encoding="utf-8"))
    return FullOffice(environment, office, cases, [Copied(*one) for one in told], None)


def _written(many: int) -> "list[Copied]":
    from django.db import connection
    from django.utils import timezone

    from bench.bulk_cases import copies
    from bench.told import told
    from tests import played, town

    offices = _offices(town.office())
    now = timezone.localtime().replace(hour=10)
    turns = [(days, play) for days in range(6, 50, 9) for play in played.OPEN]
    still_open = _played(turns, offices, now)
    turns = [(days, play) for days in range(60, 1800, 340) for play in played.CLOSED]
    closed = _played(turns, offices, now)
    chance = random.Random(20260209)
    mixed = chance.choices(closed, k=(100 - OPEN_OF_A_HUNDRED) * 50)
    mixed += chance.choices(still_open, k=OPEN_OF_A_HUNDRED * 50)
    chance.shuffle(mixed)
    made = list(copies(mixed, many, with_files=False, told=told(chance)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def _offices(office: "Office") -> "list[Office]":
    """The office, once for each of its handlers."""
    from tests import town
    from yangguang.agencies.models import Role

    more = (town.person(f"承办人{n}", Role.HANDLER, office.agency) for n in range(1, HANDLERS))
    return [office, *(replace(office, handler=one) for one in more)]


def _played(turns: list[Any], offices: "list[Office]", now: Any) -> list[Any]:
    return [
        play(offices[place % len(offices)], now - timedelta(days=days))
        for place, (days, play) in enumerate(turns)
    ]
