"""A virus scanner, where the operator has one: clamd, asked over a socket before a file is kept.

Off where no address is set. What it finds is refused; where it does not answer, a file is refused
too, or kept with a mark, as the operator has said. The log tells of it without the file's name.
"""

import logging
import re
import socket
import struct
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.conf import settings

LOG: Final = logging.getLogger(__name__)

_SECONDS: Final = 30
_CHUNK: Final = 1 << 16
_END: Final = b"\0\0\0\0"
_LONGEST_ANSWER: Final = 4096
_FOUND: Final = re.compile(rb"stream: ([\x21-\x7e]{1,120}) FOUND")
"""What clamd answers to INSTREAM (clamd(8)); a name of a signature has no spaces."""


class WhenDown(StrEnum):
    """What becomes of a file of which the scanner says nothing."""

    REFUSE = "refuse"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class Scanner:
    """Where clamd listens: a socket's path, or a host and its port."""

    path: str = ""
    host: str = ""
    port: int = 0

    @classmethod
    def at(cls, address: str) -> "Scanner | None":
        """The scanner at an address; none where it is empty. Raises ValueError."""
        if not address:
            return None
        if address.startswith("/"):
            return cls(path=address)
        host, _, port = address.rpartition(":")
        if not host or not (port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16):
            raise ValueError("应当像 127.0.0.1:3310 或 /run/clamav/clamd.ctl 这样")
        return cls(host=host.strip("[]"), port=int(port))

    def connected(self) -> socket.socket:
        """A connection. Raises OSError."""
        if not self.path:
            return socket.create_connection((self.host, self.port), timeout=_SECONDS)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(_SECONDS)
            connection.connect(self.path)
        except OSError:
            connection.close()
            raise
        return connection


class Infected(Exception):
    """The scanner has found something in it."""


class NoAnswer(Exception):
    """The scanner said nothing of it, and what is not looked at is refused."""


def scanned(content: bytes) -> bool:
    """Have a file looked at; False where it is kept though nobody did, for the scanner is down.

    True too where there is no scanner: nothing is missing then. Raises Infected, NoAnswer.
    """
    scanner: Scanner | None = settings.SCANNER
    if scanner is None:
        return True
    try:
        answer = _asked(scanner, content)
    except OSError:
        answer = b""
    if found := _FOUND.fullmatch(answer):
        LOG.warning("an infected file was refused: %s", found[1].decode("ascii"))
        raise Infected
    if answer == b"stream: OK":
        return True
    LOG.critical("the virus scanner does not answer as it should")
    if settings.SCANNER_DOWN is WhenDown.REFUSE:
        raise NoAnswer
    return False


def answers() -> bool:
    """Whether the scanner is there; True where none is set."""
    scanner: Scanner | None = settings.SCANNER
    if scanner is None:
        return True
    try:
        with closing(scanner.connected()) as connection:
            connection.sendall(b"zPING\0")
            return _answer(connection) == b"PONG"
    except OSError:
        return False


def _asked(scanner: Scanner, content: bytes) -> bytes:
    with closing(scanner.connected()) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            piece = content[start : start + _CHUNK]
            connection.sendall(struct.pack("!L", len(piece)) + piece)
        connection.sendall(_END)
        return _answer(connection)


def _answer(connection: socket.socket) -> bytes:
    """What it says, up to the zero byte that ends it."""
    said = b""
    while b"\0" not in said and len(said) < _LONGEST_ANSWER:
        piece = connection.recv(_LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said.partition(b"\0")[0]
