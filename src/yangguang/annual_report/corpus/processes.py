"""Reading batches in processes of this machine, a fixed number of them.

A process that dies costs its batch another try, not the build. None outlives the build: each ends
when its pipe does, whatever becomes of the one who started it.
"""

import os
import signal
import sys
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Final, Protocol, Self

from yangguang.annual_report.corpus.batch import Batch, Told, read_batch
from yangguang.annual_report.errors import Unbuildable
from yangguang.annual_report.worker import Limits, Worker

_SPAWN: Final = get_context("spawn")
_TRIES: Final = 3
_PATIENCE: Final = 5.0
"""Seconds that a process is given to put its things away."""

DIED: Final = (
    "读文件的进程一再中断，可能是内存不够。请用 --processes 减少同时读的进程数，再运行一次。"
)


class Readers(Protocol):
    """Who reads batches: processes here, or a cluster. At most `slots` are in their hands."""

    @property
    def slots(self) -> int:
        """How many batches they can hold at once."""

    def submit(self, batch: Batch) -> None:
        """Hand out a batch."""

    def next_done(self) -> Told:
        """Wait until any batch is done. Raises Unbuildable where it cannot be."""


class Processes:
    """Processes of this machine. Use it in a `with` block; leaving it ends them."""

    def __init__(self, count: int) -> None:
        """`count` processes; each starts with its first batch."""
        self._count = count
        self._idle: list[_Process] = []
        self._busy: dict[Connection, _Process] = {}

    @property
    def slots(self) -> int:
        """As many as there are processes."""
        return self._count

    def __enter__(self) -> Self:
        """Ready."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End them all, in the middle of a batch too: its part is then not written."""
        for process in self._idle:
            process.pipe.close()  # it ends by itself
        for process in self._busy.values():
            process.stop()
        for process in (*self._idle, *self._busy.values()):
            process.wait()

    def submit(self, batch: Batch) -> None:
        """Hand a batch to an idle process."""
        process = self._idle.pop() if self._idle else _Process(batch.limits)
        self._hand(process, batch)

    def _hand(self, process: "_Process", batch: Batch, tries: int = 1) -> None:
        self._busy[process.pipe] = process
        process.begin(batch, tries)

    def next_done(self) -> Told:
        """Wait for the first that is done; a batch whose process died is tried again."""
        while True:
            pipe = wait(list(self._busy))[0]
            assert isinstance(pipe, Connection)
            process = self._busy.pop(pipe)
            try:
                answer = pipe.recv()
            except (EOFError, OSError):
                process.stop()
                process.wait()
                if process.tries >= _TRIES or process.batch is None:
                    raise Unbuildable(DIED) from None
                self._hand(_Process(process.batch.limits), process.batch, process.tries + 1)
                continue
            self._idle.append(process)
            if isinstance(answer, BaseException):
                raise answer
            assert isinstance(answer, Told)
            return answer


class _Process:
    """One process and our end of its pipe."""

    def __init__(self, limits: Limits) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(theirs, limits), daemon=True)
        self._process.start()
        theirs.close()
        self.batch: Batch | None = None
        self.tries = 0

    def begin(self, batch: Batch, tries: int) -> None:
        """Send a batch; a process that is dead already shows when its answer is awaited."""
        self.batch, self.tries = batch, tries
        with suppress(OSError):
            self.pipe.send(batch)

    def stop(self) -> None:
        """Ask it to end now, in the middle of what it does."""
        self._process.terminate()

    def wait(self) -> None:
        """See it end."""
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.pipe.close()


def _serve(pipe: Connection, limits: Limits) -> None:
    """A process: read batches until the pipe ends, all in one worker as long as it lives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # leave by the doors, to clear up
    with Worker(limits) as worker, suppress(EOFError, OSError):
        while True:
            pipe.send(_answer(pipe.recv(), worker))


def _answer(batch: Batch, worker: Worker) -> Told | Exception:
    try:
        return read_batch(batch, worker)
    except Exception as fault:
        return fault


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0))
