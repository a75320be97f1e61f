"""The office's pages where a hundred thousand requests lie: the 95th of a hundred, in ms.

One agency has them all; three of a hundred are open. A clerk who is signed in asks the served site
over one connection. The cases are written in bulk (`bench.bulk_cases`), without files on disk.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from statistics import quantiles
from typing import Any, Final

from bench.figure import Figure
from bench.own_site import figures_of, measured_by

CASES: Final = 100_000
OPEN_OF_A_HUNDRED: Final = 3
HANDLERS: Final = 8
REQUIRED_MS: Final = 150
WARM, TIMED = 5, 100

QUEUES: Final = {
    "mine": "",
    "unassigned": "tab=unassigned",
    "soon": "tab=soon",
    "overdue": "tab=overdue",
    "waiting": "tab=waiting",
    "to_approve": "tab=to_approve",
    "all": "tab=all",
    "all.last_page": "tab=all&page=4000",
    "all.by_due_date": "tab=all&sort=due",
    "all.by_receipt": "tab=all&sort=received",
    "all.by_number": "tab=all&sort=number",
    "all.part_of_a_number": "tab=all&q=1234",
    "all.of_a_stage": "tab=all&stage=withdrawn",
}


def office() -> Iterator[Figure]:
    """Writing the cases; the home page, every tab of the queue, cases, and a citizen's status."""
    yield from figures_of("bench.office")


def _measured(environment: dict[str, str]) -> Iterator[Figure]:
    from tests import town
    from tests.served import Served
    from tests.signing_in import signed_in
    from tests.visitor import Visitor

    offices = _offices(town.office())
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    started = time.perf_counter()
    codes = _written(offices, cases)
    yield Figure("office.cases_written", cases / (time.perf_counter() - started), "a second")
    cookies = {name: one.value for name, one in signed_in(offices[0].handler).cookies.items()}
    chance = random.Random(20260209)
    with Served(environment) as site:
        clerk, citizen = Visitor(site.port, cookies), Visitor(site.port)
        yield _p95("home", lambda: clerk.get("/workspace/"))
        for name, query in QUEUES.items():
            yield _p95(f"queue.{name}", partial(clerk.get, f"/workspace/queue?{query}"))
        some = chance.sample(codes, WARM + TIMED)
        numbers = iter([one.number for one in some])
        yield _p95("case", lambda: clerk.get(f"/workspace/cases/{next(numbers)}"))
        seen = citizen.look_up(some[0])
        yield _p95("status", lambda: citizen.get(seen.address))


def _p95(name: str, ask: Callable[[], Any]) -> Figure:
    taken = []
    for _ in range(WARM + TIMED):
        started = time.perf_counter()
        assert ask().status == 200
        taken.append(1000 * (time.perf_counter() - started))
    return Figure(f"office.{name}.p95", quantiles(taken[WARM:], n=20)[-1], "ms", REQUIRED_MS)


def _offices(office: Any) -> list[Any]:
    """The office, once for each of its handlers."""
    from tests import town
    from yangguang.agencies.models import Role

    more = (town.person(f"承办人{n}", Role.HANDLER, office.agency) for n in range(1, HANDLERS))
    return [office, *(replace(office, handler=one) for one in more)]


def _written(offices: list[Any], many: int) -> list[Any]:
    """The cases: what is open came lately, what is closed in the last five years."""
    from django.db import connection
    from django.utils import timezone

    from bench.bulk_cases import copies
    from tests import played

    now = timezone.localtime().replace(hour=10)
    turns = [(days, play) for days in range(6, 50, 9) for play in played.OPEN]
    still_open = _played(turns, offices, now)
    turns = [(days, play) for days in range(60, 1800, 340) for play in played.CLOSED]
    closed = _played(turns, offices, now)
    chance = random.Random(20260209)
    mixed = chance.choices(closed, k=(100 - OPEN_OF_A_HUNDRED) * 50)
    mixed += chance.choices(still_open, k=OPEN_OF_A_HUNDRED * 50)
    chance.shuffle(mixed)
    made = list(copies(mixed, many, with_files=False))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def _played(turns: list[Any], offices: list[Any], now: Any) -> list[Any]:
    return [
        play(offices[place % len(offices)], now - timedelta(days=days))
        for place, (days, play) in enumerate(turns)
    ]


if __name__ == "__main__":
    measured_by(_measured)
