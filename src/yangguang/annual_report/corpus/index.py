"""Which files of the folder are read, and what stands in which part.

The parts are the truth; the index only makes it quick to ask, and is made anew from them where it
is lost or damaged. On disk, so that memory does not grow with the number of files.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from yangguang.annual_report.corpus.part import FileRead, files_read

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS files (
    path BLOB PRIMARY KEY, bytes INTEGER, modified INTEGER, digest TEXT, part TEXT, reason TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_digest ON files (digest, path);
CREATE INDEX IF NOT EXISTS by_part ON files (part);
CREATE TABLE IF NOT EXISTS parts (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TEMP TABLE walked (path BLOB PRIMARY KEY, bytes INTEGER, modified INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE todo (path BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE hidden (path BLOB PRIMARY KEY, under BLOB, reason TEXT) WITHOUT ROWID;
"""
_PAGE: Final = 5_000
_UNPUBLISHED: Final = "unpublished"


class FoundFile(NamedTuple):
    """A file of the folder: the bytes of its path there, its size, its last change in ns."""

    path: bytes
    bytes: int
    modified: int


class HiddenFolder(NamedTuple):
    """A folder that could not be listed, and why. What was read of it before is kept."""

    path: bytes
    reason: str


class Changes(NamedTuple):
    """What the folder holds: files in all, those to read, those gone since the last build."""

    files: int
    todo: int
    gone: int


class Live(NamedTuple):
    """A file that is read, and in which part; in the order of digests, then of paths."""

    digest: str | None
    path: bytes
    bytes: int | None
    part: str
    reason: str | None


class Index:
    """The index of one corpus. Use it in a `with` block, by one build at a time."""

    def __init__(self, path: Path, parts: Path) -> None:
        """Open the index at `path`, made anew where it cannot be opened, and learn new parts."""
        try:
            self._connection = _opened(path)
        except sqlite3.DatabaseError:
            for name in (path.name, f"{path.name}-journal"):
                path.with_name(name).unlink(missing_ok=True)
            self._connection = _opened(path)
        known = {name for (name,) in self._connection.execute("SELECT name FROM parts")}
        for part in sorted(parts.iterdir()):
            if not part.name.startswith(".") and part.name not in known:
                self.learn(part)

    def __enter__(self) -> Self:
        """Ready."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._connection.close()

    def learn(self, part: Path) -> None:
        """Take in what a part holds; later parts hold newer readings of the same files."""
        with self._connection as connection:
            connection.execute("INSERT INTO parts VALUES (?)", (part.name,))
            for file in files_read(part):
                if not self._is_known(file):
                    self._set(_UNPUBLISHED, 1)
                row = (file.path, file.bytes, file.modified, file.digest, part.name, file.reason)
                connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", row)

    def _is_known(self, file: FileRead) -> bool:
        """Whether the tables say of the file what was read of it now."""
        known = self._connection.execute(
            "SELECT bytes, digest, reason FROM files WHERE path = ?", (file.path,)
        ).fetchone()
        return bool(known == (file.bytes, file.digest, file.reason))

    def compare(self, found: Iterable[FoundFile | HiddenFolder]) -> Changes:
        """Hold the index against what the folder holds now, and forget what is gone from it."""
        count = 0
        stream = iter(found)
        while page := list(islice(stream, _PAGE)):
            files = [one for one in page if isinstance(one, FoundFile)]
            hidden = [one for one in page if isinstance(one, HiddenFolder)]
            with self._connection as connection:
                connection.executemany("INSERT OR REPLACE INTO walked VALUES (?, ?, ?)", files)
                connection.executemany(
                    "INSERT OR REPLACE INTO hidden VALUES (?1, CAST(?1 || x'2f' AS BLOB), ?2)",
                    hidden,
                )
            count += len(files)
        return Changes(count, self._find_todo(), self._forget_gone())

    def _find_todo(self) -> int:
        with self._connection as connection:
            return connection.execute(
                """INSERT INTO todo SELECT path FROM walked WHERE NOT EXISTS (
                    SELECT 1 FROM files WHERE files.path = walked.path
                    AND files.bytes = walked.bytes AND files.modified = walked.modified)"""
            ).rowcount

    def _forget_gone(self) -> int:
        with self._connection as connection:
            gone = connection.execute(
                """DELETE FROM files WHERE path NOT IN (SELECT path FROM walked) AND NOT EXISTS (
                    SELECT 1 FROM hidden
                    WHERE under = x'2f' OR substr(files.path, 1, length(under)) = under)"""
            ).rowcount
            if gone:
                self._set(_UNPUBLISHED, 1)
        return gone

    def todo(self) -> Iterator[bytes]:
        """The paths to read, in order."""
        last = b""
        while True:
            page = self._connection.execute(
                "SELECT path FROM todo WHERE path > ? ORDER BY path LIMIT ?", (last, _PAGE)
            ).fetchall()
            if not page:
                return
            for (path,) in page:
                yield path
            last = page[-1][0]

    def live(self) -> Iterator[Live]:
        """All files that are read, those of one content beside each other."""
        rows = self._connection.execute(
            "SELECT digest, path, bytes, part, reason FROM files ORDER BY digest, path"
        )
        return map(Live._make, rows)

    def hidden(self) -> list[HiddenFolder]:
        """The folders that could not be listed this time."""
        rows = self._connection.execute("SELECT path, reason FROM hidden ORDER BY path")
        return list(map(HiddenFolder._make, rows))

    def next_build(self) -> int:
        """A number for this build, above that of every build before."""
        row = self._connection.execute("SELECT max(name) FROM parts").fetchone()
        by_parts = int(row[0].partition("-")[0]) if row[0] else 0
        number = max(by_parts, self._get("build")) + 1
        with self._connection:
            self._set("build", number)
        return number

    def is_published(self) -> bool:
        """Whether the tables say what the parts say."""
        return not self._get(_UNPUBLISHED)

    def note_published(self) -> None:
        """The tables say what the parts say."""
        with self._connection:
            self._set(_UNPUBLISHED, 0)

    def parts_in_use(self) -> list[str]:
        """The parts that hold the reading of a file, in order."""
        rows = self._connection.execute("SELECT DISTINCT part FROM files ORDER BY part")
        return [name for (name,) in rows]

    def empty_parts(self) -> list[str]:
        """Parts of which nothing is in use any more."""
        rows = self._connection.execute(
            "SELECT name FROM parts WHERE name NOT IN (SELECT part FROM files)"
        )
        return [name for (name,) in rows]

    def forget(self, part: str) -> None:
        """A part that was cleared away."""
        with self._connection as connection:
            connection.execute("DELETE FROM parts WHERE name = ?", (part,))

    def _get(self, name: str) -> int:
        found = self._connection.execute("SELECT value FROM about WHERE name = ?", (name,))
        row = found.fetchone()
        return int(row[0]) if row else 0

    def _set(self, name: str, value: int) -> None:
        self._connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(os.fspath(path))
    try:
        connection.executescript(_TABLES)
        connection.execute("SELECT count(*) FROM files, parts, about").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
