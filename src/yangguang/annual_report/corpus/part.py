"""A part of a corpus: what one batch of files gave, on disk whole or not at all.

A part is a folder of Parquet files: `read` (one row a file) and one for each table by year. It is
written under another name and renamed when the disk holds all of it: whatever kills the writer,
and however many write the same part, one whole part or none is there.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from yangguang.annual_report.corpus.place import settle
from yangguang.annual_report.corpus.schema import BY_YEAR, READ, REPORTS, SHORTER, Table

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Table name → its rows, as mappings from column to value."""


class FileRead(NamedTuple):
    """One file that was read, as in the table `read` of the schema."""

    path: bytes
    report: str | None
    digest: str | None
    bytes: int | None
    modified: int | None
    reason: str | None


def report_id(digest: str) -> str:
    """The id of the report in a content of this SHA-256."""
    return digest[:32]


def schema_of(table: Table) -> pa.Schema:
    """The schema of a table in a part; `reports` has a column more there."""
    if table is REPORTS:
        return table.arrow.append(pa.field(SHORTER.name, SHORTER.type))
    return table.arrow


def write(place: Path, files: Sequence[FileRead], rows: Rows) -> None:
    """Write the part at `place`; where another has written it meanwhile, that one stays.

    Raises OSError where the disk does not take it; then nothing is left.
    """
    unfinished = place.with_name(f".{place.name}.{token_hex(4)}")
    try:
        unfinished.mkdir()
        _write_table(unfinished, READ, [file._asdict() for file in files])
        for table in BY_YEAR:
            _write_table(unfinished, table, rows[table.name])
        settle(unfinished)
        try:
            unfinished.rename(place)
        except OSError:
            if not place.is_dir():
                raise
        settle(place.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write_table(folder: Path, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    path = folder / f"{table.name}.parquet"
    made = pa.Table.from_pylist(rows, schema=schema_of(table))
    pq.write_table(made, path, compression="zstd")
    settle(path)


def files_read(part: Path) -> Iterator[FileRead]:
    """The files that a part tells of."""
    rows = pq.read_table(part / f"{READ.name}.parquet", memory_map=False).to_pylist()
    return (FileRead(**row) for row in rows)


def clear_unfinished(parts: Path) -> None:
    """Remove what writers that were killed have left."""
    for left in parts.glob(".*"):
        with suppress(OSError):
            shutil.rmtree(left)


NAME: Final = "{build:06d}-{number:08d}"
"""The name of a part: later builds sort behind earlier ones."""
