"""The office's pages where a hundred thousand requests lie: the 95th of a hundred, in ms.

A clerk who is signed in asks the served site over one connection.
"""

import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import quantiles
from typing import Any, Final

from bench.figure import Figure
from bench.full_office import FullOffice, measured_in_it
from bench.own_site import figures_of

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
    """The home page, every tab of the queue, cases, and a citizen's status."""
    yield from figures_of("bench.office")


def _measured(full: FullOffice) -> Iterator[Figure]:
    from tests.served import Served
    from tests.signing_in import signed_in
    from tests.visitor import Shown, Visitor

    if full.cases_a_second:
        yield Figure("office.cases_written", full.cases_a_second, "a second")
    cookies = {name: one.value for name, one in signed_in(full.office.handler).cookies.items()}
    chance = random.Random(20260209)
    with Served(full.environment) as site:
        clerk, citizen = Visitor(site.port, cookies), Visitor(site.port)
        yield _p95("home", lambda: clerk.get("/workspace/"))
        for name, query in QUEUES.items():
            yield _p95(f"queue.{name}", partial(clerk.get, f"/workspace/queue?{query}"))
        some = chance.sample(full.copied, WARM + TIMED)
        numbers = iter([one.number for one in some])
        yield _p95("case", lambda: clerk.get(f"/workspace/cases/{next(numbers)}"))
        seen = citizen.look_up(Shown(*some[0]))
        yield _p95("status", lambda: citizen.get(seen.address))


def _p95(name: str, ask: Callable[[], Any]) -> Figure:
    taken = []
    for _ in range(WARM + TIMED):
        started = time.perf_counter()
        assert ask().status == 200
        taken.append(1000 * (time.perf_counter() - started))
    return Figure(f"office.{name}.p95", quantiles(taken[WARM:], n=20)[-1], "ms", REQUIRED_MS)


if __name__ == "__main__":
    measured_in_it(_measured)
