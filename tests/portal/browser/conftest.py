"""The site for the browser: the WSGI application on a port of its own."""

import threading
from collections.abc import Iterator
from wsgiref.simple_server import make_server

import pytest

from tests.browsing import PHONE, WIDE, Quiet, Server, Visit

__all__ = ["PHONE", "WIDE", "Visit"]


@pytest.fixture
def site() -> Iterator[str]:
    """The site's address for this test."""
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
