"""A new master key: every key that is kept under an older one is wrapped anew; no text is touched.

The new key stands first in the settings, the old one behind it until this is done. It may be
broken off and run again, and the site works meanwhile.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.apps import apps
from django.conf import settings

from yangguang.casework import sealing
from yangguang.casework.models import WrappedKey

_CHUNK: Final = 500


class Rotated(NamedTuple):
    """How many keys were wrapped anew, and how many cannot be opened by any key at hand."""

    wrapped: int
    stuck: int


def kept_keys() -> Iterator[type[WrappedKey]]:
    """Every model whose rows are keys under a master key."""
    return (model for model in apps.get_models() if issubclass(model, WrappedKey))


def rotate() -> Rotated:
    """Wrap anew what is under older master keys. A key destroyed meanwhile stays destroyed."""
    current = sealing.name_of(settings.MASTER_KEYS[0])
    done = stuck = 0
    for model in kept_keys():
        older = model.objects.exclude(master=current).exclude(wrapped=b"")
        after = 0
        while rows := list(older.filter(pk__gt=after).order_by("pk")[:_CHUNK]):
            after = rows[-1].pk
            for row in rows:
                try:
                    plain = sealing.unwrap(bytes(row.wrapped), row.master)
                except sealing.CannotOpen:
                    stuck += 1
                    continue
                wrapped, master = sealing.wrap(plain)
                unchanged = model.objects.filter(pk=row.pk, wrapped=row.wrapped)
                done += unchanged.update(wrapped=wrapped, master=master)
    return Rotated(done, stuck)
