"""The tables of a corpus, made of its parts: one generation whole, then the link is turned to it.

A generation says what the parts said when it was made: each content once, under the first of its
files; nothing of files that are gone. Who reads it sees the old one or the new one, never a mix.
Memory is bounded (`scratch`), time is linear in the number of reports.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from yangguang.annual_report.corpus.batch import as_text
from yangguang.annual_report.corpus.index import Index
from yangguang.annual_report.corpus.pairs import findings_across_years, pair
from yangguang.annual_report.corpus.part import report_id
from yangguang.annual_report.corpus.part import write as write_part
from yangguang.annual_report.corpus.place import READERS, Corpus, is_being_read, settle
from yangguang.annual_report.corpus.rows import Row
from yangguang.annual_report.corpus.schema import (
    BY_YEAR,
    CELLS,
    FILES,
    FINDINGS,
    REPORTS,
    UNREADABLE,
    Table,
)
from yangguang.annual_report.corpus.scratch import columns, load, parquet, quoted, scratch

_LIVE: Final = pa.schema([("part", pa.string()), ("report", pa.string()), ("file", pa.string())])
_NO_YEAR: Final = "year=__HIVE_DEFAULT_PARTITION__"

_KNOWN: Final = """
CREATE TABLE known AS
    SELECT report, live.file AS file, year, agency, agency_key, shorter_keys, edition, figures
    FROM {reports} made JOIN live USING (part, report)
"""
_REPORTS: Final = """
SELECT {columns}
FROM (
    SELECT made.* REPLACE (
        live.file AS file,
        previous.previous AS previous,
        made.errors + coalesce(more.errors, 0) AS errors,
        made.warnings + coalesce(more.warnings, 0) AS warnings,
        made.notes + coalesce(more.notes, 0) AS notes
    )
    FROM {reports} made
    JOIN live USING (part, report)
    LEFT JOIN previous USING (report)
    LEFT JOIN (
        SELECT report, count(*) FILTER (severity = 'error') AS errors,
            count(*) FILTER (severity = 'warning') AS warnings,
            count(*) FILTER (severity = 'note') AS notes
        FROM across GROUP BY report
    ) more USING (report)
) rows
"""


class Published(NamedTuple):
    """What the newest generation holds."""

    reports: int
    duplicates: int
    unreadable: int


def publish(corpus: Corpus, index: Index) -> Published:
    """Make the next generation of the tables, and turn the link to it.

    Raises OSError or duckdb.Error where the disk does not take it; the old generation stays.
    """
    corpus.generations.mkdir(exist_ok=True)
    _clear_unfinished(corpus)
    name = f"{max(_numbers(corpus), default=0) + 1:06d}"
    unfinished = corpus.generations / f".{name}"
    unfinished.mkdir()
    try:
        (unfinished / READERS).touch()
        published = _make(corpus, index, unfinished)
        _settle_all(unfinished)
        unfinished.rename(corpus.generations / name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    settle(corpus.generations)
    _turn(corpus, name)
    index.note_published()
    return published


def _make(corpus: Corpus, index: Index, folder: Path) -> Published:
    with scratch(folder) as connection:
        parts = index.parts_in_use()
        empty = _empty_part(folder)
        of = {table: _from(corpus, parts, table, empty) for table in BY_YEAR}
        (folder / FILES.name).mkdir()
        (folder / UNREADABLE.name).mkdir()
        files = _Writer(folder / FILES.name / "files.parquet", FILES)
        unreadable = _Writer(folder / UNREADABLE.name / "unreadable.parquet", UNREADABLE)
        with files, unreadable:
            load(connection, "live", _LIVE, _live_reports(index, files, unreadable))
        connection.execute(_KNOWN.format(reports=of[REPORTS]))
        pair(connection)
        cells = f"(SELECT * FROM {of[CELLS]} SEMI JOIN live USING (part, report))"
        across = findings_across_years(connection, cells)
        load(connection, "across", FINDINGS.arrow, across)
        for table in BY_YEAR:
            _copy(connection, folder, table, _rows(of[table], table))
        shutil.rmtree(empty)
        reports = connection.execute("SELECT count(*) FROM live").fetchall()[0][0]
        return Published(reports, files.rows - reports - unreadable.rows, unreadable.rows)


def _empty_part(folder: Path) -> Path:
    """A part without rows, so that there is always one to read from."""
    empty = folder / ".empty"
    write_part(empty, [], {table.name: [] for table in BY_YEAR})
    return empty


class _Writer:
    """A Parquet file written a chunk at a time."""

    def __init__(self, path: Path, table: Table) -> None:
        self._schema = table.arrow
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[Row] = []
        self.rows = 0

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._file.close()

    def add(self, row: Row) -> None:
        """One more row."""
        self._waiting.append(row)
        self.rows += 1
        if len(self._waiting) >= 10_000:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(pa.Table.from_pylist(self._waiting, schema=self._schema))
        self._waiting.clear()


def _live_reports(index: Index, files: _Writer, unreadable: _Writer) -> Iterator[Row]:
    """Tell of every file, and give each content that is a report once."""
    last: str | None = None
    for file in index.live():
        known = {"file": as_text(file.path), "digest": file.digest, "bytes": file.bytes}
        if file.reason is not None:
            files.add({**known, "report": None, "outcome": "unreadable"})
            unreadable.add({**known, "reason": file.reason})
            continue
        is_duplicate = file.digest == last
        last = file.digest
        outcome = "duplicate" if is_duplicate else "report"
        report = report_id(file.digest or "")
        files.add({**known, "report": report, "outcome": outcome})
        if not is_duplicate:
            yield {"part": file.part, "report": report, "file": known["file"]}


def _from(corpus: Corpus, parts: Sequence[str], table: Table, empty: Path) -> str:
    """The SQL of a table in all parts, with the name of the part."""
    files = [corpus.parts / part / f"{table.name}.parquet" for part in parts]
    read = parquet([*files, empty / f"{table.name}.parquet"], ", filename=true")
    return f"(SELECT *, string_split(filename, '/')[-2] AS part FROM {read})"


def _rows(parts: str, table: Table) -> str:
    """The SQL of the rows of a table; `parts` is that of its rows in all parts."""
    if table is REPORTS:
        return _REPORTS.format(reports=parts, columns=columns(table, "rows"))
    rows = f"SELECT {columns(table, 'made')} FROM {parts} made SEMI JOIN live USING (part, report)"
    if table is FINDINGS:
        rows += f" UNION ALL SELECT {columns(table, 'across')} FROM across"
    return rows


def _copy(connection: duckdb.DuckDBPyConnection, folder: Path, table: Table, rows: str) -> None:
    """Write a table, a folder a year; and a file without rows, so that each table is there."""
    target = folder / table.name
    connection.execute(
        f"COPY ({rows}) TO {quoted(str(target))}"
        " (FORMAT parquet, PARTITION_BY (year), COMPRESSION zstd, OVERWRITE_OR_IGNORE)"
    )
    unknown = target / _NO_YEAR
    unknown.mkdir(parents=True, exist_ok=True)
    without_year = pa.schema([column for column in table.arrow if column.name != "year"])
    pq.write_table(without_year.empty_table(), unknown / "empty.parquet")


def _numbers(corpus: Corpus) -> list[int]:
    return [int(entry.name) for entry in corpus.generations.iterdir() if entry.name.isdecimal()]


def _clear_unfinished(corpus: Corpus) -> None:
    for left in corpus.generations.glob(".*"):
        shutil.rmtree(left, ignore_errors=True)


def _settle_all(folder: Path) -> None:
    """Have the disk hold a generation before anything points to it."""
    for inner, _, files in os.walk(folder):
        for file in files:
            settle(Path(inner, file))
        settle(Path(inner))


def _turn(corpus: Corpus, name: str) -> None:
    """Turn the link to a generation, at one stroke."""
    link = corpus.out / ".tables"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(corpus.generations.name, name), target_is_directory=True)
    link.replace(corpus.tables)
    settle(corpus.out)


def clear_away(corpus: Corpus, index: Index) -> None:
    """Remove older generations that nobody reads, and parts of which nothing is in use."""
    newest = corpus.generation().name
    for old in corpus.generations.iterdir():
        if old.name != newest and not is_being_read(old):
            shutil.rmtree(old, ignore_errors=True)
    for part in index.empty_parts():
        with suppress(OSError):
            shutil.rmtree(corpus.parts / part)
            index.forget(part)
