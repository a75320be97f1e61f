"""The system's Chromium, one for all tests of a process, and visits to a site with it.

A folder of browser tests gives the fixture `site`, the address that is visited.
"""

from collections.abc import Callable, Iterator
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

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


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The system's Chromium."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000)  # two cores, shared

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


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
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: _refused(message.text, complaints))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def violations(page: "Page") -> list[str]:
    """What axe finds wrong with a page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes'][:3]]}" for v in found]
