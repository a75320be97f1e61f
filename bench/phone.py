"""How soon a phone shows a page: the system's Chromium, slowed down, nothing in its cache.

390 by 844 points, a processor of a quarter of this machine's speed, 1.6 Mbit/s and 150 ms there and
back, as Lighthouse takes for slow 4G. First contentful paint, largest contentful paint, what came
over the line.
"""

from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bench.figure import Figure
from bench.own_site import figures_of, measured_by

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RUNS: Final = 5
REQUIRED_MS: Final = 1_800
"""Of the first contentful paint: what is called good on a phone."""
REQUIRED_LARGEST_MS: Final = 2_500
_CPU: Final = 4
_LINE: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_PAINTS: Final = """() => new Promise(done => {
  const watch = (type, name, told) => new PerformanceObserver(list => {
    const found = list.getEntries().filter(entry => !name || entry.name === name).at(-1)
    if (found) told(found.startTime)
  }).observe({type, buffered: true})
  watch('paint', 'first-contentful-paint', first =>
    setTimeout(() => watch('largest-contentful-paint', '', largest => done([first, largest])), 500))
})"""
"""The largest is settled half a second after the first: nothing on the pages comes later."""


class _Shown(NamedTuple):
    """One visit: paints in ms, what came over the line in bytes, in how many requests."""

    first: float
    largest: float
    came: int
    requests: int


def phone() -> Iterator[Figure]:
    """The first page, a form's first step, how a request stands, a check-up, a public answer."""
    yield from figures_of("bench.phone")


def _measured(environment: dict[str, str]) -> Iterator[Figure]:
    from django.db import connections
    from playwright.sync_api import sync_playwright

    from tests.browsing import ARGUMENTS
    from tests.served import Served

    answer = _public_answer()
    connections.close_all()
    with Served(environment) as site, sync_playwright() as playwright:
        pages = {"public_answer": (answer, {}), **_pages(site.port)}
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for name, (address, cookies) in pages.items():
            url = f"http://127.0.0.1:{site.port}{address}"
            seen = [_visit(browser, url, cookies) for _ in range(RUNS + 1)][1:]
            first, largest = median(one.first for one in seen), median(one.largest for one in seen)
            yield Figure(f"phone.{name}.first_paint", first, "ms", REQUIRED_MS)
            yield Figure(f"phone.{name}.largest_paint", largest, "ms", REQUIRED_LARGEST_MS)
            yield Figure(f"phone.{name}.came", median(one.came for one in seen) / 1024, "KB")
            yield Figure(f"phone.{name}.requests", median(one.requests for one in seen), "")
        browser.close()


def _public_answer() -> str:
    """A city with an agency that has opened an answer to all; the answer's address."""
    from django.urls import reverse
    from django.utils import timezone

    from tests import played, town
    from yangguang.inforequests.models import PublicAnswer

    case = played.open_to_all(town.office(), timezone.localtime() - timedelta(days=40))
    found = PublicAnswer.objects.get(case=case)
    return reverse("public-answer", args=[found.address])


def _pages(port: int) -> dict[str, tuple[str, dict[str, str]]]:
    """The addresses, and what the visitor's browser has kept until then."""
    from tests.visitor import Visitor

    asked, sent, read = Visitor(port), Visitor(port), Visitor(port)
    asked.get("/agencies/jiaotong/request/who")
    receipt = sent.send(sent.fill_in("jiaotong", "2025 年长宁路改造工程的招标文件"))
    status = sent.look_up(receipt)
    checkup = read.post("/checkups/sample", {}, read.get("/checkups/new"))
    return {
        "first_page": ("/", {}),
        "form": ("/agencies/jiaotong/request/who", {}),
        "status": (status.address, sent.cookies),
        "checkup": (checkup.address, read.cookies),
    }


def _visit(browser: "Browser", url: str, cookies: dict[str, str]) -> _Shown:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=3)
    kept: Any = [{"name": name, "value": value, "url": url} for name, value in cookies.items()]
    context.add_cookies(kept)
    page = context.new_page()
    line = context.new_cdp_session(page)
    came: list[float] = []
    line.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", _LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": _CPU})
    answered = page.goto(url, wait_until="load")
    assert answered and answered.status == 200, url
    first, largest = page.evaluate(_PAINTS)
    context.close()
    return _Shown(first, largest, int(sum(came)), len(came))


if __name__ == "__main__":
    measured_by(_measured)
