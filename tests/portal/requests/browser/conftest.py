"""A browser and the site, which sees the test's own database: every request in its transaction."""

import threading
from collections.abc import Iterator
from contextlib import closing
from wsgiref.simple_server import make_server

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections

from tests.browsing import Quiet, Server


@pytest.fixture
def site(db: None) -> Iterator[str]:
    """The site's address for this test; requests are answered one at a time."""
    from django.core.wsgi import get_wsgi_application

    application, one_at_a_time = get_wsgi_application(), threading.Lock()
    connection = connections["default"]

    def answer(environ, start_response):
        with one_at_a_time:
            connections["default"] = connection
            with closing(application(environ, start_response)) as response:
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
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    connection.dec_thread_sharing()
