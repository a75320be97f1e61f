"""Folders of invented reports, corpora made of them, and what stands in a corpus."""

import atexit
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import example
from yangguang.annual_report.corpus.batch import Batch, Told, read_batch
from yangguang.annual_report.corpus.build import Built, build
from yangguang.annual_report.corpus.place import find
from yangguang.annual_report.corpus.processes import Readers
from yangguang.annual_report.corpus.query import ask, opened
from yangguang.annual_report.corpus.schema import TABLES
from yangguang.annual_report.worker import Worker


def reports_in(folder: Path, count: int, layout: str = "tabs", first: int = 0) -> Path:
    """`count` invented reports as text, some folders deep."""
    for seed in range(first, first + count):
        inner = folder / f"{seed % 3}"
        inner.mkdir(parents=True, exist_ok=True)
        data, _ = example(seed, LAYOUTS[layout], HAZARDS["none"])
        (inner / f"{seed:04d}.txt").write_bytes(data)
    return folder


_worker = Worker()
atexit.register(_worker.__exit__, None, None, None)


def read_here(batch: Batch) -> Told:
    """Read a batch in one worker for the whole test run: starting one takes longest."""
    return read_batch(batch, _worker)


class OneByOne:
    """Readers that read in this process, and note what they were given."""

    def __init__(self, slots: int = 2, read: Callable[[Batch], Told] = read_here) -> None:
        self.slots = slots
        self.most_in_hand = 0
        self.batches: list[Batch] = []
        self._waiting: list[Batch] = []
        self._read = read

    @property
    def handed_out(self) -> Counter[bytes]:
        """How often each file was handed out."""
        return Counter(path for batch in self.batches for path in batch.paths)

    def __call__(self) -> AbstractContextManager[Readers]:
        """As `build` asks for readers."""
        return nullcontext(self)

    def submit(self, batch: Batch) -> None:
        """Take a batch."""
        self.batches.append(batch)
        self._waiting.append(batch)
        self.most_in_hand = max(self.most_in_hand, len(self._waiting))

    def next_done(self) -> Told:
        """Read the batch that waits longest."""
        return self._read(self._waiting.pop(0))


def built(folder: Path, out: Path, **options: Any) -> Built:
    """The corpus of a folder, brought up to date in this process."""
    return build(folder, out, **{"readers": OneByOne(), **options})


def asked(out: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows that a query of the corpus in `out` gives."""
    with opened(find(out)) as connection:
        return list(ask(connection, sql).rows)


def everything(out: Path) -> dict[str, list[str]]:
    """All rows of all tables, in an order of their own, to compare two corpora."""
    return {table.name: sorted(map(str, asked(out, f"FROM {table.name}"))) for table in TABLES}
