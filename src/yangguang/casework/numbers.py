"""Numbers in a row, without gaps and without doubles, however many write at once."""

from django.db import transaction
from django.db.models import F

from yangguang.casework.models import Counter


def next_number(series: str) -> int:
    """The next number of a series, from 1; only in the transaction that uses the number.

    The counter's row stays locked until that transaction ends: rolled back, the number is free.
    Raises TransactionManagementError outside of one: the number could be lost.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is drawn where it is used")
    mine = Counter.objects.filter(series=series)
    if not mine.update(value=F("value") + 1):
        Counter.objects.get_or_create(series=series)
        mine.update(value=F("value") + 1)
    return mine.values_list("value", flat=True).get()


def last_number(series: str) -> int:
    """The last number that was given in a series; 0 where none was."""
    return Counter.objects.filter(series=series).values_list("value", flat=True).first() or 0
