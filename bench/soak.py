"""The served site under a mixed load for some minutes: errors, waits, memory, handles, file sizes.

`yangguang serve` with its worker and its minutely tick, in a database that holds a hundred thousand
requests. Citizens look around, send requests with files, look them up; clerks work through home,
queue, cases, statistics, assign what came in, write and approve letters; lists are taken out;
tables are brought in by the command. Each acts at a bounded pace; a visit counts from asking to the
last byte.
"""

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

from bench.bringing_in import import_command, table
from bench.figure import Figure
from bench.full_office import FullOffice, measured_in_it
from bench.own_site import figures_of, minutes
from bench.watched import Watched

if TYPE_CHECKING:
    from tests.visitor import Page, Visitor

CITIZENS: Final = 3
CLERKS: Final = 4
PAUSE_SECONDS: Final = 1.0
"""Between what one citizen or clerk does, on average."""
STEADY_AFTER: Final = 120
"""Seconds until memory is compared: everything has been loaded by then."""
SEVERAL: Final = 240
"""Seconds between two tables that are brought in."""
_PNG: Final = b"\x89PNG\r\n\x1a\n" + b"1" * 20_000
_PLACES: Final = ("/", "/agencies", "/agencies/jiaotong", "/answers", "/rules", "/requests")
_TABS: Final = ("", "tab=unassigned", "tab=soon", "tab=overdue", "tab=waiting", "tab=all&page=40")


def soak() -> Iterator[Figure]:
    """Errors, and of each kind of visit how many and how long; growth from minute 2 to the end."""
    yield from figures_of("bench.soak")


@dataclass
class _Load:
    """What all do together: the site's port, until when, what each kind took in ms, what failed."""

    port: int
    until: float
    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    sent: "SimpleQueue[str]" = field(default_factory=SimpleQueue)

    def timed(
        self, by: "Visitor", kind: str, ask: Callable[[], "Page"], expected: str = ""
    ) -> "Page | None":
        """Ask, and note how long it took; None, and noted, where it was not answered well."""
        started = time.perf_counter()
        try:
            page = ask()
        except Exception as fault:
            self.errors.append(f"{kind}: {type(fault).__name__} {fault}"[:200])
            return None
        finally:
            by.leave()  # the site waits two seconds for the next page, and pauses are longer
        self.taken[kind].append(1000 * (time.perf_counter() - started))
        if page.status != 200 or expected not in page.text:
            self.errors.append(f"{kind}: {page.status}")
            return None
        return page

    @property
    def goes_on(self) -> bool:
        """Whether it is not over."""
        return time.monotonic() < self.until

    def pause(self) -> None:
        """What a person does between two pages."""
        time.sleep(random.uniform(0, 2 * PAUSE_SECONDS))

    def acting(self, act: Callable[["_Load"], None]) -> None:
        """Act again and again until it is over; what breaks off is an error and begins anew."""
        while self.goes_on:
            try:
                act(self)
            except Exception as fault:
                self.errors.append(f"{_name(act)}: {type(fault).__name__} {fault}"[:200])
                self.pause()


def _name(act: Any) -> str:
    return getattr(getattr(act, "func", act), "__name__", type(act).__name__)


def _measured(full: FullOffice) -> Iterator[Figure]:
    from tests.served import Served

    cookies = _signed_in(full)
    with Served(full.environment) as site:
        load = _Load(site.port, time.monotonic() + 60 * minutes())
        watched = Watched(site, Path(full.environment["YANGGUANG_VAR"]), STEADY_AFTER)
        heads = [cookies["section_head"], cookies["disclosure_head"]]
        acts = [
            *[partial(_citizen, full)] * CITIZENS,
            _Applicant(),
            *[partial(_clerk, full, heads)] * CLERKS,
            partial(_office, full, cookies),
            partial(_bring_in, full),
        ]
        threads = [threading.Thread(target=load.acting, args=(act,), daemon=True) for act in acts]
        for one in threads:
            one.start()
        while load.goes_on:
            watched.look()
            time.sleep(5)
        for one in threads:
            one.join(timeout=120)
        load.errors += ["an actor did not end" for one in threads if one.is_alive()]
        watched.look()
        yield from _figures(load, watched)
        replaced = [line for line in site.log.read_text().splitlines() if "WORKER" in line]
        print("\n".join(replaced[:20]), file=sys.stderr, flush=True)


def _figures(load: _Load, watched: Watched) -> Iterator[Figure]:
    for error in sorted(set(load.errors)):
        print(f"{load.errors.count(error)} times {error}", file=sys.stderr, flush=True)
    yield Figure("soak.minutes", minutes(), "min")
    yield Figure("soak.visits", sum(map(len, load.taken.values())), "")
    yield Figure("soak.errors", len(load.errors), "")
    for kind, taken in sorted(load.taken.items()):
        yield Figure(f"soak.{kind}.count", len(taken), "")
        yield Figure(f"soak.{kind}.p50", median(taken), "ms")
        if len(taken) > 1:
            yield Figure(f"soak.{kind}.p95", quantiles(taken, n=20)[-1], "ms")
    yield from watched.figures("soak")


def _citizen(full: FullOffice, load: _Load) -> None:
    """Looks around, and looks a request up that was sent long ago."""
    from tests.visitor import Shown, Visitor

    one, shown = Visitor(load.port), Shown(*random.choice(full.copied))
    for place in random.sample(_PLACES, 3):
        load.timed(one, "public_page", partial(one.get, place))
        load.pause()
    load.timed(one, "look_up", partial(one.look_up, shown), shown.number)
    load.pause()


class _Applicant:
    """Fills in the form, every third time with a file; sends it; looks it up."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, load: _Load) -> None:
        """Once more."""
        from tests.visitor import Visitor, receipt_of

        self._count += 1
        one, wanted = Visitor(load.port), f"第 {self._count} 次要的路灯维修记录"
        file = b"" if self._count % 3 else _PNG
        page = load.timed(one, "form", partial(one.fill_in, "jiaotong", wanted, file), wanted)
        load.pause()
        carried = {"carried": page.held("carried")} if page else {}
        receipt = page and load.timed(
            one, "submission", partial(one.post, page.address, carried, page), "big"
        )
        if receipt:
            shown = receipt_of(receipt)
            load.sent.put(shown.number)
            load.pause()
            load.timed(one, "look_up", partial(one.look_up, shown), shown.number)
        load.pause()


def _clerk(full: FullOffice, cookies: list[dict[str, str]], load: _Load) -> None:
    """Reads: home, the queue's tabs, cases, statistics; now and then takes a list along."""
    from tests.visitor import Visitor

    one = Visitor(load.port, random.choice(cookies))
    load.timed(one, "home", partial(one.get, "/workspace/"))
    for tab in random.sample(_TABS, 2):
        load.pause()
        load.timed(one, "queue", partial(one.get, f"/workspace/queue?{tab}"))
    for shown in random.sample(full.copied, 2):
        load.pause()
        at = f"/workspace/cases/{shown.number}"
        load.timed(one, "case", partial(one.get, at), shown.number)
    if random.random() < 0.1:
        load.pause()
        load.timed(one, "statistics", partial(one.get, "/workspace/statistics"))
        load.pause()
        page = load.timed(one, "queue", partial(one.get, "/workspace/queue?tab=soon"))
        here = {"here": "tab=soon"}
        load.timed(one, "export", partial(one.post, "/workspace/queue/export", here, page))
    load.pause()


def _office(full: FullOffice, cookies: dict[str, dict[str, str]], load: _Load) -> None:
    """Takes what came in from the applicant to an issued letter, each step on its page."""
    from tests.visitor import Visitor

    steps: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("section_head", "assign", {"handler": str(full.office.handler.pk)}),
        ("handler", "note", {"words": "已经和科室联系。"}),
        ("handler", "draft-extension", {"filled_reason": "材料较多", "days": "10"}),
        ("handler", "submit", {}),
        ("disclosure_head", "decide", {"decision": "approved"}),
        ("handler", "issue", {"checked": "on"}),
    )
    try:
        number = load.sent.get(timeout=5)
    except Empty:
        return
    for who, move, filled in steps:
        one, at = Visitor(load.port, cookies[who]), f"/workspace/cases/{number}/{move}"
        page = load.timed(one, "move_page", partial(one.get, at))
        if page is None:
            return
        load.pause()
        fields = {**_fields(page), **filled}
        load.timed(one, f"move.{move}", partial(one.post, at, fields, page), number)


def _fields(page: "Page") -> dict[str, Any]:
    """What the form of a move holds already."""
    from lxml import html

    forms: Any = html.document_fromstring(page.text)
    for form in forms.forms:
        if "seen" in form.fields:
            return {name: value for name, value in form.fields.items() if value is not None}
    raise LookupError(f"{page.status} {page.address} has no form")


def _bring_in(full: FullOffice, load: _Load) -> None:
    """A table of a thousand rows, by the command; then a while nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = table(Path(folder, "table.xlsx"), f"浸泡 {time.monotonic_ns()}")
        started = time.perf_counter()
        command = import_command(full, file)
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    load.taken["table_of_1000"].append(1000 * (time.perf_counter() - started))
    if said.returncode:
        load.errors.append(f"import: {said.returncode} {said.stderr[-200:]}")
    until = time.monotonic() + SEVERAL
    while load.goes_on and time.monotonic() < until:
        time.sleep(1)


def _signed_in(full: FullOffice) -> dict[str, dict[str, str]]:
    from tests.signing_in import signed_in

    people = ("handler", "section_head", "disclosure_head")
    return {
        name: {key: one.value for key, one in signed_in(getattr(full.office, name)).cookies.items()}
        for name in people
    }


if __name__ == "__main__":
    measured_in_it(_measured)
