"""What a failure came of, where it is the machine's: a full disk, a database that is gone."""

import errno
from enum import StrEnum
from typing import Final

from django.db import InterfaceError, OperationalError

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FULL_IN_WORDS: Final = ("database or disk is full", "No space left on device")
"""What SQLite and PostgreSQL say of it; there is no code that both give."""


class Cause(StrEnum):
    """The machine's part, in words for the operator's log."""

    DISK = "the disk is full"
    DATABASE = "the database is out of reach or too busy"


def cause_of(fault: BaseException | None) -> Cause | None:
    """Whether `fault`, or what it came of, is the machine's; None where the program failed."""
    found = None
    while fault is not None:
        if _is_full(fault):
            return Cause.DISK
        if isinstance(fault, OperationalError | InterfaceError):
            found = Cause.DATABASE
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    return found


def _is_full(fault: BaseException) -> bool:
    if isinstance(fault, OSError):
        return fault.errno in _FULL
    return isinstance(fault, OperationalError) and any(one in str(fault) for one in _FULL_IN_WORDS)
