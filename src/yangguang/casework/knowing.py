"""What is known at a moment is known for good: who asks waits for those who are at writing.

An entry bears the moment at which it was recorded and is there for others only when its transaction
ends. Who takes a moment in between would not see an entry that is older than it, and would see it
when looking again.
"""

from datetime import datetime
from typing import Final

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed

_LOCK: Final = 0x79616E68
"""PostgreSQL's advisory lock: whoever writes shares it, who takes a moment has it alone."""
_PATIENCE: Final = "10s"
"""How long that one waits, and others who want to write behind it: PostgreSQL's lock_timeout."""
_NOT_IN_TIME: Final = "55P03"
"""PostgreSQL's lock_not_available."""


def writing() -> None:
    """Say, before the moment of what is written is taken, that this transaction writes.

    Only in a transaction. SQLite has one writer at a time, from its transaction's beginning.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("what is said holds for a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_LOCK])


def known_now() -> datetime:
    """The moment, when all that was recorded before it is there to be read.

    Not in a transaction: it would keep others from writing until that ended. Raises NotAllowed
    where one who writes does not come to an end.
    """
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_PATIENCE])
                try:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
                except OperationalError as fault:
                    if getattr(fault.__cause__, "sqlstate", "") != _NOT_IN_TIME:
                        raise
                    said = _("有一项登记正在保存，还没有结束，这一步没有执行。请稍后再办。")
                    raise NotAllowed(said) from None
        return moment.now()
