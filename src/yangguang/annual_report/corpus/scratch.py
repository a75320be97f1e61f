"""A DuckDB database for making one generation of tables, gone afterwards.

Whatever passes through it is bounded in memory: what does not fit stands on disk.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from glob import escape
from itertools import islice
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from yangguang.annual_report.corpus.schema import Table

MEMORY: Final = "256MB"
_THREADS: Final = 4
_CHUNK: Final = 10_000


@contextmanager
def scratch(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a database of its own, which spills into `folder`."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".scratch-") as own:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": own,
            "threads": min(_THREADS, os.cpu_count() or 1),
            "preserve_insertion_order": False,
        }
        # In memory, tables too go to `temp_directory` when memory is full.
        with duckdb.connect(":memory:", config=settings) as connection:
            yield connection


def parquet(paths: Iterable[Path], options: str = "") -> str:
    """The SQL that reads these Parquet files, whatever stands in their names."""
    names = ", ".join(quoted(escape(str(path))) for path in paths)
    return f"read_parquet([{names}]{options})"


def quoted(text: str) -> str:
    """Text as a string of SQL."""
    return "'" + text.replace("'", "''") + "'"


def load(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    schema: pa.Schema,
    rows: Iterable[Mapping[str, Any]],
) -> None:
    """Make the table `name` of `rows`, a chunk at a time."""
    empty = schema.empty_table()
    connection.register("chunk", empty)
    connection.execute(f"CREATE TABLE {name} AS FROM chunk")
    for chunk in chunks(rows):
        connection.register("chunk", pa.Table.from_pylist(chunk, schema=schema))
        connection.execute(f"INSERT INTO {name} FROM chunk")
    connection.unregister("chunk")


def chunks(rows: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    """Rows, some thousands at a time."""
    stream = iter(rows)
    while chunk := list(islice(stream, _CHUNK)):
        yield chunk


def columns(table: Table, alias: str) -> str:
    """The columns of a table in their order, as SQL selects them from `alias`."""
    return ", ".join(f'{alias}."{column.name}"' for column in table.columns)
