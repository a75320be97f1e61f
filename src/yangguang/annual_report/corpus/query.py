"""Asking a corpus in SQL: its tables, nothing else.

The SQL is a stranger's: one SELECT at a time over the tables of the corpus. DuckDB opens no file,
loads no extension, reaches no network, and its settings are locked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

import duckdb
import pyarrow as pa
from pyarrow.dataset import Dataset, dataset, partitioning

from yangguang.annual_report.corpus.place import Corpus, being_read
from yangguang.annual_report.corpus.schema import TABLES, Table
from yangguang.annual_report.errors import Unbuildable

MEMORY: Final = "1GB"
"""What a query may use before it goes on on disk."""
_ROWS: Final = 1_000

WRONG: Final = "这条查询执行不了：\n{message}\n表和列见：DESCRIBE reports（表有 {tables}）。"
ONE_SELECT: Final = "一次只能写一条查询，并且只能是 SELECT、FROM、DESCRIBE、SHOW 或 SUMMARIZE。"
GONE: Final = "查询的时候语料库换成了新的，请再运行一次。"


class Answer(NamedTuple):
    """What a query gives: the names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def opened(corpus: Corpus) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the tables of the newest generation, and nothing else.

    Raises Unbuildable where no build has ended yet.
    """
    generation = corpus.generation()
    with being_read(generation), TemporaryDirectory(prefix="yangguang-") as own:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": own,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
        }
        with duckdb.connect(":memory:", config=settings) as connection:
            try:
                for table in TABLES:
                    connection.register(table.name, _stored(table, generation))
            except OSError:
                raise Unbuildable(GONE) from None
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield connection


def _stored(table: Table, generation: Path) -> Dataset:
    """The files of a table. Opened here, not by DuckDB, which then needs no file at all.

    DuckDB does not tell reading a folder from writing there, and what a SELECT holds may write.
    """
    partitions = partitioning(pa.schema([("year", pa.int32())]), flavor="hive")
    folder = str(generation / table.name)
    return dataset(folder, schema=table.arrow, format="parquet", partitioning=partitions)


def ask(connection: duckdb.DuckDBPyConnection, sql: str) -> Answer:
    """The answer to one SELECT. Raises Unbuildable with a sentence, the rows likewise."""
    try:
        statements = connection.extract_statements(sql)
        if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
            raise Unbuildable(ONE_SELECT)
        asked = connection.execute(sql)
    except duckdb.Error as fault:
        raise _wrong(fault) from None
    return Answer(tuple(column[0] for column in asked.description or ()), _rows(asked))


def _rows(asked: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := asked.fetchmany(_ROWS):
            yield from rows
    except duckdb.Error as fault:
        raise _wrong(fault) from None


def _wrong(fault: duckdb.Error) -> Unbuildable:
    tables = "、".join(table.name for table in TABLES)
    return Unbuildable(WRONG.format(message=str(fault).strip(), tables=tables))
