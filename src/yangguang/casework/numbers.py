"""Numbers in a row, without gaps and without doubles, however many write at once."""

from django.db import transaction
from django.db.models import F

from yangguang.casework.models import Counter


def next_number(series: str) -> int:
    """The next number of a series, from 1. Call it in the transaction that uses the number.

    The counter's row stays locked until that transaction ends: rolled back, the number is free.
    """
    with transaction.atomic():
        if not Counter.objects.filter(series=series).update(value=F("value") + 1):
            Counter.objects.get_or_create(series=series)
            Counter.objects.filter(series=series).update(value=F("value") + 1)
        return Counter.objects.values_list("value", flat=True).get(series=series)
