"""The database into a file of a backup, and back: as of one moment, while the site works.

SQLite by its own backup, into one file. PostgreSQL by pg_dump and pg_restore: what is asked beside
it is asked of the very snapshot that is dumped.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction

from yangguang.casework.backup.manifest import Unfit

FILES: Final = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
"""What the database's file is called in a backup."""

ASIDE: Final = "before_restore_"
"""How the name begins under which a restore puts aside what was there."""

Query = Callable[[str], list[tuple[Any, ...]]]


def file_in(folder: Path) -> Path:
    """The file of a database of the kind that the site has."""
    return folder / FILES[connection.vendor]


@contextmanager
def dumped(folder: Path) -> Iterator[Query]:
    """Put the database into a backup; gives a way to ask what was put there. Raises Unfit."""
    path = file_in(folder)
    with (_postgresql if connection.vendor == "postgresql" else _sqlite)(path) as query:
        path.chmod(0o600)
        yield query


def server_version() -> str:
    """The version of the database's program."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            return str(cursor.fetchone()[0])
    return sqlite3.sqlite_version


@contextmanager
def _sqlite(path: Path) -> Iterator[Query]:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, whole in itself
        if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise Unfit("数据库文件有损坏，没有备份成。请从以前的备份恢复。")
        yield lambda sql: copy.execute(sql).fetchall()


@contextmanager
def _postgresql(path: Path) -> Iterator[Query]:
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        _run(
            "pg_dump",
            "--format=custom",
            f"--snapshot={snapshot}",
            f"--exclude-schema={ASIDE}*",
            "--file",
            str(path),
        )

        def query(sql: str) -> list[tuple[Any, ...]]:
            cursor.execute(sql)
            return cursor.fetchall()

        yield query


def load(path: Path, *, aside: str) -> None:
    """Put a backup's database in the place of the site's. Raises Unfit; the site's stands then.

    PostgreSQL: what was there is kept as the schema `aside`, or dropped where that is empty.
    SQLite: what was there is gone; keep it before (`keep_aside`).
    """
    if connection.vendor == "postgresql":
        _load_postgresql(path, aside)
        return
    connection.close()
    with (
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=20)) as target,
    ):
        try:
            source.backup(target)
        except sqlite3.OperationalError:
            raise Unfit("数据库正被使用，没有恢复。请先停止网站。") from None


def keep_aside(folder: Path) -> None:
    """Copy the site's SQLite database into a folder; PostgreSQL keeps its own (`load`)."""
    if connection.vendor == "sqlite":
        with _sqlite(folder / FILES["sqlite"]):
            pass


def _load_postgresql(path: Path, aside: str) -> None:
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
        put_away = aside or f"{ASIDE}nothing"
        cursor.execute(f'ALTER SCHEMA "{schema}" RENAME TO "{put_away}"')
        cursor.execute(f'CREATE SCHEMA "{schema}"')
    try:
        _run("pg_restore", "--single-transaction", "--exit-on-error", str(path))
    except Unfit:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute(f'DROP SCHEMA "{schema}" CASCADE')
            cursor.execute(f'ALTER SCHEMA "{put_away}" RENAME TO "{schema}"')
        raise
    if not aside:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP SCHEMA "{put_away}" CASCADE')
    connection.close()


def _run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on the site's database; the password is on no command line."""
    if not shutil.which(program):
        raise Unfit(f"没有找到 {program}，请安装 PostgreSQL 的客户端程序（版本不低于服务器）。")
    command = [program, "--no-owner", "--no-privileges", "--dbname", _address(), *arguments]
    password = str(connection.settings_dict["PASSWORD"])
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        why = next(iter(done.stderr.strip().splitlines()), "")
        raise Unfit(f"{program} 没有做成：{why}")


def _address() -> str:
    from psycopg.conninfo import make_conninfo

    told = connection.settings_dict
    parts = {"dbname": told["NAME"], "user": told["USER"], "host": told["HOST"]}
    parts["port"] = told["PORT"]
    parts |= {name: value for name, value in told["OPTIONS"].items() if isinstance(value, str)}
    return make_conninfo(**{name: value for name, value in parts.items() if value})
