"""Building a corpus: what is new in a folder is read, what is gone is forgotten, tables are made.

Killed at any moment and run again, it goes on with the files that are in no part yet; at most the
batches in hand are read again. A file whose size or time of change is another is read anew, and
what it gave before leaves the tables; so does a file that is gone. The tables change at the end
of a build, all at once.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import duckdb

from yangguang.annual_report.corpus import place
from yangguang.annual_report.corpus.batch import SECONDS, Batch
from yangguang.annual_report.corpus.index import FoundFile, HiddenFolder, Index
from yangguang.annual_report.corpus.part import NAME, clear_unfinished
from yangguang.annual_report.corpus.place import Corpus
from yangguang.annual_report.corpus.processes import Processes, Readers, cores
from yangguang.annual_report.corpus.publish import Published, clear_away, publish
from yangguang.annual_report.corpus.walk import walk
from yangguang.annual_report.errors import Unbuildable
from yangguang.annual_report.worker import LIMITS, Limits

LARGEST_BATCH: Final = 100
SMALLEST_BATCH: Final = 8
"""Fewer are not worth starting a worker for."""
_ROUNDS: Final = 4
"""Batches a reader should get at least, so that none idles at the end."""

NOTHING_THERE: Final = (
    "{folder} 里没有文件（隐藏文件和打不开的文件夹不算）。请核对路径和权限；"
    "原先收进来的报告都还在，没有除名。"
)


class Progress:
    """Who is told how a build goes. By itself it tells nobody."""

    def counted(self, files: int) -> None:
        """So many files were found so far."""

    def begun(self, todo: int) -> None:
        """The files are counted: so many are to be read."""

    def read(self, files: int, unreadable: int) -> None:
        """So many more files were read, so many of these gave no report."""

    def making_tables(self) -> None:
        """All is read; the tables are made."""


class Built(NamedTuple):
    """What a build did: files in the folder, read now, of these without a report, forgotten.

    `published` tells what the tables hold, None where there was nothing to do. `hidden` are the
    folders that could not be listed.
    """

    files: int
    read: int
    unreadable: int
    gone: int
    published: Published | None
    hidden: list[HiddenFolder]


def build(
    folder: Path,
    out: Path,
    readers: Callable[[], AbstractContextManager[Readers]] | None = None,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
    seconds: float = SECONDS,
) -> Built:
    """Make, or bring up to date, the corpus in `out` of the reports in `folder`.

    `readers` are asked for only when there is something to read; by default a process a core.
    Raises Unbuildable with the sentence for the user; what was read until then stays.
    """
    try:
        corpus = place.found(out, folder)
        with place.locked(corpus):
            place.found(out, folder)  # anew: another build may have been first
            corpus.parts.mkdir(exist_ok=True)
            clear_unfinished(corpus.parts)
            with Index(corpus.index, corpus.parts) as index:
                hands = readers or (lambda: Processes(cores()))
                cut = _Cut(corpus, index, limits, seconds)
                return _build(cut, folder, hands, progress or Progress())
    except OSError as fault:
        raise place.cannot_write(out, fault) from None
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except (duckdb.Error, sqlite3.Error) as fault:
        raise place.tables_fail(out, fault) from None


def _build(
    batches: "_Cut",
    folder: Path,
    readers: Callable[[], AbstractContextManager[Readers]],
    progress: Progress,
) -> Built:
    corpus, index = batches.corpus, batches.index
    changes = index.compare(_counted(walk(corpus.source), progress, folder))
    progress.begun(changes.todo)
    made = _Made(0, 0)
    if changes.todo:
        with readers() as hands:
            made = _read_all(batches, changes.todo, hands, progress)
    published = None
    if not index.is_published() or not corpus.tables.exists():
        progress.making_tables()
        published = publish(corpus, index)
    clear_away(corpus, index)
    return Built(changes.files, *made, changes.gone, published, index.hidden())


def _counted(
    found: Iterator[FoundFile | HiddenFolder], progress: Progress, folder: Path
) -> Iterator[FoundFile | HiddenFolder]:
    """Raises Unbuildable before anything is forgotten where the folder is empty all at once."""
    files = hidden = 0
    for one in found:
        match one:
            case FoundFile():
                files += 1
                if files % 1000 == 0:
                    progress.counted(files)
            case HiddenFolder():
                hidden += 1
        yield one
    if not files:
        raise Unbuildable(NOTHING_THERE.format(folder=folder))


class _Made(NamedTuple):
    read: int
    unreadable: int


class _Cut:
    """The files to read, cut into batches; what a batch has left over is handed out again."""

    def __init__(self, corpus: Corpus, index: Index, limits: Limits, seconds: float) -> None:
        self.index, self.corpus = index, corpus
        self._limits, self._seconds = limits, seconds
        self._build = index.next_build()
        self._number = 0
        self._todo = index.todo()
        self._left: deque[bytes] = deque()

    def next(self, size: int) -> Batch | None:
        """The next batch of at most `size` files; None where there are none for now."""
        paths = [self._left.popleft() for _ in range(min(size, len(self._left)))]
        paths += islice(self._todo, size - len(paths))
        if not paths:
            return None
        self._number += 1
        name = NAME.format(build=self._build, number=self._number)
        return Batch(
            self.corpus.out, self.corpus.source, name, tuple(paths), self._limits, self._seconds
        )

    def put_back(self, paths: tuple[bytes, ...]) -> None:
        """Files that a batch did not come to."""
        self._left.extend(paths)


def _read_all(batches: _Cut, todo: int, readers: Readers, progress: Progress) -> _Made:
    size = min(LARGEST_BATCH, max(SMALLEST_BATCH, todo // (readers.slots * _ROUNDS)))
    read = unreadable = in_hand = 0
    while True:
        while in_hand < readers.slots and (batch := batches.next(size)):
            readers.submit(batch)
            in_hand += 1
        if not in_hand:
            return _Made(read, unreadable)
        told = readers.next_done()
        in_hand -= 1
        batches.index.learn(batches.corpus.parts / told.part)
        batches.put_back(told.left)
        read += told.files
        unreadable += told.unreadable
        progress.read(told.files, told.unreadable)
