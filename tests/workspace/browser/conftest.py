"""The site for a browser, on the test's own database connection and at the test's moment."""

import threading
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections

from tests.workspace.conftest import MONDAY
from yangguang.casework import moment


class _Server(ThreadedWSGIServer):
    """Every request uses the connection in whose transaction the test is."""

    def _close_connections(self) -> None:
        """Leave it open: it is the test's."""


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(_prepared: None) -> Iterator[str]:
    """The site's address for this test."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

    def at_the_moment(environment: Any, start: Any) -> Iterable[bytes]:
        with moment.standing_at(MONDAY):
            return application(environment, start)

    connection = connections["default"]
    connection.inc_thread_sharing()
    server = _Server(("127.0.0.1", 0), _Quiet, connections_override={"default": connection})
    server.set_app(at_the_moment)
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
