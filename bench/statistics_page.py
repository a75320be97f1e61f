"""The statistics and what is taken along, where a hundred thousand requests lie.

The pages are asked of the application in this process, signed in as the head of the disclosure
office: p50 and p95 in ms, processor time, statements to the database.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from html import unescape
from typing import Any, Final

from bench.asking import asked
from bench.figure import Figure
from bench.full_office import FullOffice, measured_in_it
from bench.own_site import POSTGRESQL, SQLITE, figures_of

REQUIRED_MS: Final = 1_000
"""A page that counts a year may take a second."""
MOST_MS: Final = 30_000
"""A list of an eighth of all, some twelve thousand, may take half a minute."""
TIMED, EXPORTED = 15, 3
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
    pages = {
        "this_year": partial(client.get, "/workspace/statistics"),
        "last_year": partial(client.get, last),
        "five_years": partial(client.get, years),
    }
    page = client.get(years).content.decode()
    behind = [
        unescape(one) for one in re.findall(r'href="(/workspace/queue\?[^"]*since[^"]*)"', page)
    ]
    for name, link in (("first", behind[0]), ("last", behind[-1])):
        pages[f"list_behind.{name}"] = partial(client.get, link)
    for name, ask in pages.items():
        yield from asked(f"statistics.{connection.vendor}.{name}", ask, TIMED, REQUIRED_MS)
    here = {"here": f"tab=all&handler={full.office.handler.pk}"}
    export = partial(_export, client, here)
    yield from asked(f"statistics.{connection.vendor}.export", export, EXPORTED, MOST_MS)


def _export(client: Any, here: dict[str, str]) -> Any:
    return client.post("/workspace/queue/export", here)


if __name__ == "__main__":
    measured_in_it(_measured)
