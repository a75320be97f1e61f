"""The database: SQLite beside the data, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

_BUSY_SECONDS: Final = 20
_PRAGMAS: Final = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
"""


def database(address: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database at `address`, or for SQLite in `folder` where it is empty.

    SQLite: a write-ahead log, every commit on disk before it is acknowledged, writers that wait for
    each other instead of failing. Raises ValueError for an address of another database.
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
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError("DATABASE_URL 只能是 postgresql://…；不写则用 SQLite。")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
