"""A port of this machine for a program that must be told on which one it is to listen."""

import socket
from contextlib import suppress
from random import SystemRandom
from typing import Final

_PORTS: Final = range(20_000, 32_768)
"""Below those that Linux gives to every connection: none is gone before the program takes it."""


def free_port() -> int:
    """A port that nobody has at the moment."""
    while True:
        port = SystemRandom().choice(_PORTS)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
