"""Tables to which rows are only ever added: guarded by the database itself, on both databases.

A model says so by `append_only = True`. The triggers are made anew after every migration, for
SQLite drops them when it rebuilds a table; and at start-up a check says which are missing.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

REFUSED: Final = "append-only"
"""What the database says of a refused change."""

_SQLITE: Final = (
    (
        "{table}_no_update",
        "CREATE TRIGGER {name} BEFORE UPDATE ON {table} "
        "BEGIN SELECT RAISE(ABORT, '{refused}: {table}'); END",
    ),
    (
        "{table}_no_delete",
        "CREATE TRIGGER {name} BEFORE DELETE ON {table} "
        "BEGIN SELECT RAISE(ABORT, '{refused}: {table}'); END",
    ),
    (
        # REPLACE deletes without telling a delete trigger; it must not find a row to replace.
        "{table}_no_replace",
        "CREATE TRIGGER {name} BEFORE INSERT ON {table} "
        "WHEN EXISTS (SELECT 1 FROM {table} WHERE {key}) "
        "BEGIN SELECT RAISE(ABORT, '{refused}: {table}'); END",
    ),
)
_POSTGRESQL_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION yangguang_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{refused}: %', TG_TABLE_NAME; END $$
"""
_POSTGRESQL: Final = (
    (
        "{table}_no_change",
        "CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION yangguang_append_only()",
    ),
    (
        "{table}_no_truncate",
        "CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION yangguang_append_only()",
    ),
)


def models() -> Iterator[type[Model]]:
    """The models whose tables are append-only."""
    return (model for model in apps.get_models() if getattr(model, "append_only", False))


def guard_after_migrating(using: str, **_: Any) -> None:
    """Receiver of post_migrate: guard what is there by now."""
    guard(connections[using])


def guard(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers of every append-only table that exists, those it has included."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION.format(refused=REFUSED))
        for model in models():
            table = model._meta.db_table
            if table not in tables:
                continue
            for name, statement in _statements(connection, model):
                drop = f"DROP TRIGGER IF EXISTS {name}"
                cursor.execute(drop + (f" ON {table}" if _is_postgresql(connection) else ""))
                cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that ought to be there and are not, of tables that exist."""
    tables = set(connection.introspection.table_names())
    expected = {
        name
        for model in models()
        if model._meta.db_table in tables
        for name, _ in _statements(connection, model)
    }
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
        if _is_postgresql(connection)
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(expected - {row[0] for row in cursor.fetchall()})


def tables_are_guarded(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The check at start-up: an error for each trigger that is missing."""
    return [
        Error(
            f"The trigger {name} is missing: rows could be changed unseen.",
            hint="Run yangguang migrate, which makes it anew, and yangguang verify-ledger.",
            id="yangguang.E002",
        )
        for alias in databases or ()
        for name in missing(connections[alias])
    ]


def _statements(connection: BaseDatabaseWrapper, model: type[Model]) -> Iterator[tuple[str, str]]:
    table = model._meta.db_table
    for pattern, statement in _POSTGRESQL if _is_postgresql(connection) else _SQLITE:
        name = pattern.format(table=table)
        yield (
            name,
            statement.format(name=name, table=table, refused=REFUSED, key=_same_row(model)),
        )


def _same_row(model: type[Model]) -> str:
    """The condition that a row of the table has a key, or a unique value, of the new one."""
    keys = [(field.column,) for field in model._meta.local_fields if field.unique]
    keys += [
        tuple(model._meta.get_field(name).column for name in constraint.fields)
        for constraint in model._meta.total_unique_constraints
    ]
    return " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in keys
    )


def _is_postgresql(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "postgresql"
