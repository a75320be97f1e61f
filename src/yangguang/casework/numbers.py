"""Numbers in a row, without gaps and without doubles, however many write at once."""

from django.db import transaction
from django.db.models import F

from yangguang.casework.models import Counter


def next_number(series: str) -> int:
    """The next number of a series, from 1; as `next_numbers`."""
    return next_numbers(series, 1)[0]


def next_numbers(series: str, many: int) -> range:
    """So many next numbers of a series; only in the transaction that uses them.

    The counter's row stays locked until that transaction ends (of no number, too): rolled back, the
    numbers are free. Raises TransactionManagementError outside of one: they could be lost.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is drawn where it is used")
    mine = Counter.objects.filter(series=series)
    if not mine.update(value=F("value") + many):
        Counter.objects.get_or_create(series=series)
        mine.update(value=F("value") + many)
    last = mine.values_list("value", flat=True).get()
    return range(last - many + 1, last + 1)


def last_number(series: str) -> int:
    """The last number that was given in a series; 0 where none was."""
    return Counter.objects.filter(series=series).values_list("value", flat=True).first() or 0
