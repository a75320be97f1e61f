"""Another process at the periodic work, for tests."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from yangguang.casework import periodic


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    """Somebody else holds the lock of the periodic work."""
    if connection.vendor == "postgresql":
        with connection.copy().cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [periodic._ADVISORY_LOCK])
            yield
            cursor.execute("SELECT pg_advisory_unlock(%s)", [periodic._ADVISORY_LOCK])
            cursor.db.close()
    else:
        with path.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
