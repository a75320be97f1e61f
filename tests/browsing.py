"""The system's Chromium, one for all tests of a process, and visits to a site with it.

A folder of browser tests gives the fixture `site`, the address that is visited: for pages that
stand on the database it is `site_of_the_test`.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections

from tests.prepared import MONDAY
from yangguang.casework import moment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1280, 900)
PHONE = (390, 844)

Visit = Callable[..., "Page"]


class Server(ThreadingMixIn, WSGIServer):
    """Answers each visitor in a thread."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(name="site")
def site_of_the_test(db: None) -> Iterator[str]:
    """The site on the test's own database connection, and at MONDAY; one request at a time."""
    from django.core.wsgi import get_wsgi_application

    application, one_at_a_time = get_wsgi_application(), threading.Lock()
    connection = connections["default"]

    def answer(environment: Any, start: Any) -> Iterable[bytes]:
        with one_at_a_time, moment.standing_at(MONDAY):
            connections["default"] = connection
            with closing(application(environment, start)) as response:
                return list(response)

    connection.inc_thread_sharing()
    server = make_server("127.0.0.1", 0, answer, Server, Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    # In the middle of the test's transaction no request may close the connection.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    one_at_a_time.acquire()  # who is late is not answered: the connection is the next test's
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    connection.dec_thread_sharing()


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The system's Chromium."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000)  # two cores, shared

    # While the driver's event loop is there, this thread has database connections of its own: those
    # of before and of meanwhile are not left open, or PostgreSQL could not drop its database.
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()
        connections.close_all()


def _refused(text: str, complaints: list[str]) -> None:
    if "Content Security" in text:
        complaints.append(text)


@pytest.fixture
def visit(chromium: "Browser", site: str) -> Iterator[Visit]:
    """Open a page of the site as a new visitor; options as Playwright's contexts have them.

    Fails at the end if a page's script failed or the policy refused something.
    """
    from playwright.sync_api import ViewportSize

    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(path: str = "/", size: tuple[int, int] = WIDE, **options) -> "Page":
        viewport = ViewportSize(width=size[0], height=size[1])
        context = chromium.new_context(viewport=viewport, base_url=site, **options)
        context.set_default_timeout(15_000)
        context.set_default_navigation_timeout(60_000)  # an upload is answered when it is read
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: _refused(message.text, complaints))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == [], complaints


def through(thing: "Locator") -> None:
    """Click what leads to another page, and be there: it is loaded when this returns.

    A click alone does not wait: what follows it would still see the old page, or cut short the way
    to the new one.
    """
    with thing.page.expect_navigation():
        thing.click()


def press(page: "Page", name: str) -> None:
    """Press the button of that name, which leads to another page."""
    through(page.get_by_role("button", name=name, exact=True))


def follow(page: "Page", name: str) -> None:
    """Follow the first link of that name to another page."""
    through(page.get_by_role("link", name=name, exact=True).first)


def sound(page: "Page") -> None:
    """Nothing that axe finds, nothing that scrolls sideways; of the page that is there by now.

    Come to it by `through`, `press`, `follow`, or wait for something that only it has.
    """
    assert (found := violations(page)) == [], f"{page.url}: {found}"
    assert wider(page) == 0, f"{page.url} is wider than the window"


def wider(page: "Page") -> int:
    """By how many pixels a page is wider than the window."""
    page.wait_for_load_state("load")  # without its style yet it is wider
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    found: int = page.evaluate(beyond)
    return found


def violations(page: "Page") -> list[str]:
    """What axe finds wrong with a page."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state("load")  # without its style yet its colours are others
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes'][:3]]}" for v in found]
