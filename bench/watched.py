"""The processes of a served site over time: memory, open files, the database's size (Linux)."""

import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.figure import Figure

if TYPE_CHECKING:
    from tests.served import Served

_MB: Final = 1024 * 1024
_Seen = tuple[str, float, int]
"""A process: its name, its own share of memory in MB, its open files."""


class Watched:
    """A site that is looked at every few seconds; compared with the first look after `steady` s."""

    def __init__(self, site: "Served", folder: Path, steady: float) -> None:
        self._site, self._folder = site, folder
        self._steady_at = time.monotonic() + steady
        self._first: dict[int, _Seen] = {}
        self._last: dict[int, _Seen] = {}
        self._wal = 0
        self._size_at_first = 0

    def look(self) -> None:
        """Note how it stands now."""
        self._last = dict(self._processes())
        self._wal = max(self._wal, self._size("yangguang.sqlite3-wal"))
        if not self._first and time.monotonic() >= self._steady_at:
            self._first, self._size_at_first = self._last, self._database()

    def figures(self, name: str) -> Iterator[Figure]:
        """Of each kind of process: memory at first and now, open files; the database, its log.

        `replaced`: of the processes of the first look, those that are there no more.
        """
        for part, at_first, now in self._by_name():
            yield Figure(f"{name}.{part}.memory", sum(one[1] for one in now), "MB")
            if at_first:
                grown = sum(one[1] for one in now) - sum(one[1] for one in at_first)
                yield Figure(f"{name}.{part}.memory_grown", grown, "MB")
            yield Figure(f"{name}.{part}.open_files", sum(one[2] for one in now), "")
            if at_first:
                more = sum(one[2] for one in now) - sum(one[2] for one in at_first)
                yield Figure(f"{name}.{part}.open_files_grown", more, "")
        yield Figure(f"{name}.processes_replaced", len(self._first.keys() - self._last.keys()), "")
        yield Figure(f"{name}.database", self._database() / _MB, "MB")
        if self._size_at_first:
            grown = self._database() - self._size_at_first
            yield Figure(f"{name}.database_grown", grown / _MB, "MB")
        yield Figure(f"{name}.log_longest", self._wal / _MB, "MB")

    def _by_name(
        self,
    ) -> Iterator[tuple[str, list[_Seen], list[_Seen]]]:
        first: defaultdict[str, list[_Seen]] = defaultdict(list)
        last: defaultdict[str, list[_Seen]] = defaultdict(list)
        for found, kept in ((self._first, first), (self._last, last)):
            for one in found.values():
                kept[one[0]].append(one)
        return ((name, first[name], last[name]) for name in sorted(last))

    def _processes(self) -> Iterator[tuple[int, _Seen]]:
        for process in self._site.processes():
            about = Path(f"/proc/{process}")
            try:
                name = (about / "comm").read_text().strip()
                memory = (about / "smaps_rollup").read_text()
                files = len(list((about / "fd").iterdir()))
            except OSError:  # a child that has just ended
                continue
            if name.startswith("yg-") or process == self._site.processes()[0]:
                share = next(line for line in memory.splitlines() if line.startswith("Pss:"))
                yield process, (name, int(share.split()[1]) / 1024, files)

    def _database(self) -> int:
        return self._size("yangguang.sqlite3")

    def _size(self, name: str) -> int:
        file = self._folder / name
        return file.stat().st_size if file.exists() else 0
