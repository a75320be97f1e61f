"""Work that somebody waits for, in a limited process: only so much at the same time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from yangguang.annual_report.worker import Limits, Worker

_AT_ONCE: Final = threading.BoundedSemaphore(2)
_PATIENCE_SECONDS: Final = 20


class Crowded(Exception):
    """No turn came in time."""


@contextmanager
def worker(limits: Limits) -> Iterator[Worker]:
    """A worker, when it is our turn. Raises Crowded."""
    if not _AT_ONCE.acquire(timeout=_PATIENCE_SECONDS):
        raise Crowded
    try:
        with Worker(limits) as ready:
            yield ready
    finally:
        _AT_ONCE.release()
