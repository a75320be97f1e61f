"""A virus scanner that speaks clamd's protocol (clamd(8): zINSTREAM, zPING) on a real socket."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

VIRUS = "这是一段假装的病毒".encode()
"""What it finds."""


class Clamd(socketserver.ThreadingTCPServer):
    """Remembers what it was sent; answers `instead` where that is set, and nothing where empty."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.seen: list[bytes] = []
        self.instead: bytes | None = None

    @property
    def address(self) -> str:
        """Where it listens."""
        host, port = self.server_address[:2]
        return f"{host!s}:{port}"


class _Talk(socketserver.StreamRequestHandler):
    server: Clamd

    def handle(self) -> None:
        command = self._until_zero()
        if command == b"zPING":
            answer = b"PONG"
        elif command == b"zINSTREAM":
            content = b"".join(self._pieces())
            self.server.seen.append(content)
            answer = b"stream: Invented-1 FOUND" if VIRUS in content else b"stream: OK"
        else:
            answer = b"UNKNOWN COMMAND"
        said = answer if self.server.instead is None else self.server.instead
        self.wfile.write(said + b"\0" if said else b"")

    def _until_zero(self) -> bytes:
        said = b""
        while (one := self.rfile.read(1)) not in (b"\0", b""):
            said += one
        return said

    def _pieces(self) -> Iterator[bytes]:
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            yield self.rfile.read(size)


@contextmanager
def running() -> Iterator[Clamd]:
    """One that listens, in a thread of this process."""
    with Clamd() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def at(server: Clamd, **more: Any) -> dict[str, Any]:
    """The settings with which a site asks it."""
    from yangguang.casework.scanning import Scanner

    return {"SCANNER": Scanner.at(server.address), **more}
