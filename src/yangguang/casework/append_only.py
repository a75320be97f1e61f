"""Tables to which rows are only ever added: guarded by the database itself, on both databases.

A model says so by `append_only = True`. The triggers are made anew after every migration, for
SQLite drops them when it rebuilds a table; and at start-up a check says which are missing or do
something else than they must.
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

TAG: Final = "append_only"
"""The check's tag, by which the site asks for it when it starts."""

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
        "WHEN {is_there} "
        "BEGIN SELECT RAISE(ABORT, '{refused}: {table}'); END",
    ),
)
_POSTGRESQL_BODY: Final = f"BEGIN RAISE EXCEPTION '{REFUSED}: %', TG_TABLE_NAME; END"
_POSTGRESQL_FUNCTION: Final = (
    "CREATE OR REPLACE FUNCTION yangguang_append_only() RETURNS trigger LANGUAGE plpgsql "
    f"AS $${_POSTGRESQL_BODY}$$"
)
_POSTGRESQL_STANDING: Final = """
SELECT trigger.tgname FROM pg_trigger trigger
JOIN pg_class class ON class.oid = trigger.tgrelid
JOIN pg_proc function ON function.oid = trigger.tgfoid
WHERE trigger.tgenabled IN ('O', 'A') AND function.prosrc = %s
AND trigger.tgname LIKE class.relname || '%%' AND pg_table_is_visible(class.oid)
AND trigger.tgqual IS NULL AND trigger.tgtype = %s
"""
"""Triggers that are on, at their own table, unconditional, and refuse."""
_POSTGRESQL_TYPES: Final = {"change": 1 | 2 | 8 | 16, "truncate": 2 | 32}
"""pg_trigger.tgtype: a row's 1, before 2, delete 8, update 16, truncate 32."""
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
            cursor.execute(_POSTGRESQL_FUNCTION)
        for model in models():
            table = model._meta.db_table
            if table not in tables:
                continue
            for name, statement in _statements(connection, model):
                drop = f"DROP TRIGGER IF EXISTS {name}"
                cursor.execute(drop + (f" ON {table}" if _is_postgresql(connection) else ""))
                cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that ought to be there, as they ought to be, and are not; of existing tables."""
    tables = set(connection.introspection.table_names())
    expected = {
        (name, statement)
        for model in models()
        if model._meta.db_table in tables
        for name, statement in _statements(connection, model)
    }
    standing = set()
    with connection.cursor() as cursor:
        if _is_postgresql(connection):
            for what, kind in _POSTGRESQL_TYPES.items():
                cursor.execute(_POSTGRESQL_STANDING, [_POSTGRESQL_BODY, kind])
                found = {name for (name,) in cursor.fetchall() if name.endswith(what)}
                standing |= {one for one in expected if one[0] in found}
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            standing = set(cursor.fetchall())
    return sorted(name for name, _ in expected - standing)


def triggers(connection: BaseDatabaseWrapper, model: type[Model]) -> list[str]:
    """The names of the triggers that guard a model's table."""
    return [name for name, _ in _statements(connection, model)]


def tables_are_guarded(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The check at start-up: an error for each trigger that is missing."""
    return [
        Error(
            f"The trigger {name} is missing or altered: rows could be changed unseen.",
            hint="Run `python -m django migrate`, which makes it anew; then `yangguang "
            "verify-ledger`, which says whether anything was.",
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
            statement.format(name=name, table=table, refused=REFUSED, is_there=_is_there(model)),
        )


def _is_there(model: type[Model]) -> str:
    """The condition that a row of the table has a key, or a unique value, of the new one.

    Each is looked for by itself, and only where the new row has it: put together, a column that is
    mostly empty makes SQLite look through the whole table at every row.
    """
    keys = [(field.column,) for field in model._meta.local_fields if field.unique]
    keys += [
        tuple(model._meta.get_field(name).column for name in constraint.fields)
        for constraint in model._meta.total_unique_constraints
    ]
    return " OR ".join(_has(model._meta.db_table, key) for key in keys)


def _has(table: str, key: Sequence[str]) -> str:
    given = " AND ".join(f"NEW.{column} IS NOT NULL" for column in key)
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    return f"({given} AND EXISTS (SELECT 1 FROM {table} WHERE {same}))"


def _is_postgresql(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "postgresql"
