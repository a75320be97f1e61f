"""Requests sent and looked up in a second, by sixteen people at once, over HTTP."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

from bench.figure import Figure
from bench.own_site import POSTGRESQL, SQLITE, figures_of, measured_by

if TYPE_CHECKING:
    from tests.served import Served

CONNECTIONS: Final = 16
FORMS: Final = 15
"""For each connection."""
REQUESTS: Final = 2
"""A form that is sent leads to its receipt, a look-up to how the request stands."""


def submissions() -> Iterator[Figure]:
    """The last step of the form with its receipt; a look-up by number and code."""
    for database in (SQLITE, POSTGRESQL):
        yield from figures_of("bench.submissions", database)


def _measured(environment: dict[str, str]) -> Iterator[Figure]:
    from django.db import connection

    from tests import town
    from tests.served import Served

    town.agency()
    with Served(environment) as site:
        people = [_Person(site.port, name) for name in range(CONNECTIONS)]
        _at_once([person.fill_in for person in people])
        for what, doings in (
            ("submissions", [person.send for person in people]),
            ("look_ups", [person.look_up for person in people]),
        ):
            yield from _figures(f"{what}.{connection.vendor}", site, doings)


def _figures(name: str, site: "Served", doings: Sequence[Callable[[], Any]]) -> Iterator[Figure]:
    many = CONNECTIONS * FORMS
    cpu = site.cpu_seconds()
    seconds = _at_once(doings)
    cpu = site.cpu_seconds() - cpu
    yield Figure(f"{name}.a_second", many / seconds, "a second")
    yield Figure(f"{name}.cpu", 1000 * cpu / (many * REQUESTS), "ms a request")


def _at_once(doings: Sequence[Callable[[], Any]]) -> float:
    """Do all, each in a thread, begun together; how many seconds until the last is done."""
    begin = threading.Barrier(len(doings) + 1)

    def wait_and_do(doing: Callable[[], Any]) -> None:
        begin.wait()
        doing()

    with ThreadPoolExecutor(len(doings)) as pool:
        waiting = [pool.submit(wait_and_do, doing) for doing in doings]
        begin.wait()
        started = time.perf_counter()
        for one in waiting:
            one.result()
        return time.perf_counter() - started


class _Person:
    """Someone with a connection and a pile of forms to send."""

    def __init__(self, port: int, name: int) -> None:
        from tests.visitor import Visitor, connection_to

        self._connection = connection_to(port)
        self._forms = [
            (Visitor(port, connection=self._connection), f"文件 {name}-{number}")
            for number in range(FORMS)
        ]
        self._pages: list[Any] = []
        self._receipts: list[Any] = []

    def fill_in(self) -> None:
        """Everything up to the check before sending."""
        for visitor, wanted in self._forms:
            self._pages.append(visitor.fill_in("jiaotong", wanted))
        self._connection.close()  # the site waits two seconds for what comes next

    def send(self) -> None:
        """Send them all; read every receipt."""
        for (visitor, _), page in zip(self._forms, self._pages, strict=True):
            self._receipts.append(visitor.send(page))
        self._connection.close()

    def look_up(self) -> None:
        """Look them all up, as somebody who has not been here before."""
        from tests.visitor import Visitor

        visitor = Visitor(0, connection=self._connection)
        page = visitor.get("/requests")
        for receipt in self._receipts:
            found = visitor.look_up(receipt, page)
            assert receipt.number in found.text
        self._connection.close()


if __name__ == "__main__":
    measured_by(_measured)
