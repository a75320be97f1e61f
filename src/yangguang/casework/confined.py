"""A stranger's bytes, looked into by a confined child; they reach it through memory."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from yangguang.annual_report.worker import LIMITS, Limits, Worker


def ask(content: bytes, command: Sequence[str], limits: Limits = LIMITS) -> dict[str, Any]:
    """What a child says of some bytes (`command`: what the interpreter runs). Raises Unreadable.

    It takes part of a second: call it outside of transactions.
    """
    with in_memory(content) as path, Worker(limits, command) as worker:
        return worker.ask({"path": path})


@contextmanager
def in_memory(content: bytes) -> Iterator[str]:
    """A path by which a child reads some bytes that are never on disk."""
    descriptor = os.memfd_create("looked-into", os.MFD_CLOEXEC)
    try:
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.write(content)
        yield f"/proc/{os.getpid()}/fd/{descriptor}"
    finally:
        os.close(descriptor)
