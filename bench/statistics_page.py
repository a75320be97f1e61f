"""The statistics and what is taken along, where a hundred thousand requests lie.

The pages are asked of the application in this process, signed in as the head of the disclosure
office: p50 and p95 in ms, processor time, statements to the database.
"""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import unescape
from statistics import median, quantiles
from typing import Any, Final

from bench.figure import Figure
from bench.full_office import FullOffice, measured_in_it
from bench.own_site import POSTGRESQL, SQLITE, figures_of

REQUIRED_MS: Final = 1_000
"""A page that counts a year may take a second."""
MOST_MS: Final = 30_000
"""A list of an eighth of all, some twelve thousand, may take half a minute."""
WARM, TIMED, EXPORTED = 1, 15, 3
_SINCE: Final = 5


def statistics() -> Iterator[Figure]:
    """A year, five years, lists behind figures, a list taken along; on both databases."""
    for database in (SQLITE, POSTGRESQL):
        yield from figures_of("bench.statistics_page", database)


def _measured(full: FullOffice) -> Iterator[Figure]:
    from django.db import connection

    from tests.signing_in import signed_in
    from yangguang.casework import moment

    client, today = signed_in(full.office.disclosure_head), moment.today()
    client.defaults["SERVER_NAME"] = "localhost"
    last = f"/workspace/statistics?since={today.year - 1}-01-01&until={today.year - 1}-12-31"
    years = f"/workspace/statistics?since={date(today.year - _SINCE + 1, 1, 1)}&until={today}"
    asked = {
        "this_year": partial(client.get, "/workspace/statistics"),
        "last_year": partial(client.get, last),
        "five_years": partial(client.get, years),
    }
    page = client.get(years).content.decode()
    behind = [
        unescape(one) for one in re.findall(r'href="(/workspace/queue\?[^"]*since[^"]*)"', page)
    ]
    for name, link in (("first", behind[0]), ("last", behind[-1])):
        asked[f"list_behind.{name}"] = partial(client.get, link)
    for name, ask in asked.items():
        yield from _figures(f"statistics.{connection.vendor}.{name}", ask)
    here = {"here": f"tab=all&handler={full.office.handler.pk}"}
    export = partial(_export, client, here)
    yield from _figures(f"statistics.{connection.vendor}.export", export, EXPORTED, MOST_MS)


def _export(client: Any, here: dict[str, str]) -> Any:
    answer = client.post("/workspace/queue/export", here)
    answer.size = sum(map(len, answer.streaming_content))
    return answer


def _figures(
    name: str, ask: Callable[[], Any], timed: int = TIMED, required: int = REQUIRED_MS
) -> Iterator[Figure]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        assert ask().status_code == 200, name
    queries = len(asked)
    walls, cpu = [], []
    for _ in range(timed + WARM):
        started, before = time.perf_counter(), time.process_time()
        ask()
        walls.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - before))
    yield Figure(f"{name}.p50", median(walls[WARM:]), "ms", required)
    yield Figure(f"{name}.p95", quantiles(walls[WARM:], n=20)[-1], "ms", required)
    yield Figure(f"{name}.cpu", median(cpu[WARM:]), "ms")
    yield Figure(f"{name}.queries", queries, "")


if __name__ == "__main__":
    measured_in_it(_measured)
