"""The database: SQLite beside the data, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

_BUSY_SECONDS: Final = 20
_PRAGMAS: Final = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA secure_delete = ON;
"""


def checked(address: str) -> str:
    """The address itself. Raises ValueError for one of another database, saying what it must be."""
    if address and urlsplit(address).scheme not in ("postgresql", "postgres"):
        raise ValueError("只能是 postgresql://…；不设则用 SQLite")
    return address


def database(address: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database at `address`, or for SQLite in `folder` where it is empty.

    SQLite: a write-ahead log, every commit on disk before it is acknowledged, writers that wait for
    each other instead of failing, what is deleted overwritten. PostgreSQL: what the address says
    after `?` goes to the driver; `host` may be the folder of a Unix socket. Raises as `checked`.
    """
    if not address:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(folder / "yangguang.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": _BUSY_SECONDS,
                "init_command": _PRAGMAS,
            },
        }
    parts = urlsplit(checked(address))
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
