"""Reading the batches of a build on a Dask cluster: the same function, on other machines.

The machines share the folder of the reports and that of the corpus under the same paths. What a
machine that goes away had in hand is read by another; a batch that is done twice gives one part.
"""

import logging
import time
from contextlib import suppress
from secrets import token_hex
from types import TracebackType
from typing import Any, Final, Self

from yangguang.annual_report.corpus.batch import Batch, Told, read_batch
from yangguang.annual_report.errors import Unbuildable

CONNECTING: Final = 15
"""Seconds to wait for the scheduler."""
_RETRIES: Final = 3
_RECOUNTED: Final = 10
"""Seconds between two counts of the workers."""

UNREACHED: Final = (
    "连不上调度器 {address}。请核对地址（例如 tcp://主机:8786），看它是否在运行：dask scheduler"
)
NO_WORKERS: Final = "调度器 {address} 上没有工作进程。请在各台机器上启动：dask worker {address}"
BROKEN_OFF: Final = (
    "集群没有做完（{kind}）：调度器停了，或工作进程一再中断。读过的都还在，恢复后再运行同一条命令。"
)


class Cluster:
    """The workers of a scheduler. Use it in a `with` block; leaving it takes back what is left."""

    def __init__(self, address: str) -> None:
        """`address` is the scheduler's. Raises Unbuildable where it or its workers are missing."""
        from distributed import Client, as_completed

        for name in ("distributed", "asyncio", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told here
        try:
            self._client = Client(address, timeout=CONNECTING, set_as_default=False)
        except (OSError, TimeoutError, ValueError):
            raise Unbuildable(UNREACHED.format(address=address)) from None
        self._threads, self._counted = self._count(), time.monotonic()
        if not self._threads:
            self._client.close()
            raise Unbuildable(NO_WORKERS.format(address=address))
        self._done = as_completed(loop=self._client.loop, raise_errors=False)
        self._futures: set[Any] = set()

    def _count(self) -> int:
        return sum(self._client.nthreads().values())

    @property
    def slots(self) -> int:
        """Two batches a thread: one being read, one waiting. Workers may come and go."""
        if time.monotonic() - self._counted > _RECOUNTED:
            with suppress(OSError):  # where the scheduler is gone, the batches in hand will tell
                self._threads = self._count() or self._threads
            self._counted = time.monotonic()
        return 2 * self._threads

    def __enter__(self) -> Self:
        """Ready."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take back what was not begun, and leave the cluster."""
        for future in self._futures:
            future.cancel()
        self._client.close()

    def submit(self, batch: Batch) -> None:
        """Hand a batch to whichever worker is free."""
        key = f"yangguang-{batch.part}-{token_hex(8)}"
        future = self._client.submit(read_batch, batch, key=key, pure=False, retries=_RETRIES)
        self._futures.add(future)
        self._done.add(future)

    def next_done(self) -> Told:
        """Wait for the first that is done."""
        future = next(self._done)
        self._futures.discard(future)
        try:
            told: Told = future.result()
        except Unbuildable:
            raise
        except Exception as fault:
            raise Unbuildable(BROKEN_OFF.format(kind=type(fault).__name__)) from None
        return told
