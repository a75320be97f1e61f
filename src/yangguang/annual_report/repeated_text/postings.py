"""Which entries have a signature: an inverted index in eight bytes a pair."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Final

_BUCKETS: Final = 256
_BUCKET_SHIFT: Final = 56
_HIGH: Final = 0xFFFFFFFF00000000
_LOW: Final = 0x00000000FFFFFFFF
_FEWEST_NEW: Final = 2048
_NEW_SHARE: Final = 16


class Postings:
    """Pairs of a signature and an entry's number (below 2**32), in sorted arrays.

    Of a signature the upper half is kept: in ten million, one in four hundred finds an entry that
    has it not. What is found must be looked at in any case. New pairs are put in their place in a
    short array first, and from there into the long one many at a time.
    """

    def __init__(self) -> None:
        """Without pairs."""
        self._old = [array("Q") for _ in range(_BUCKETS)]
        self._new = [array("Q") for _ in range(_BUCKETS)]

    def add(self, signatures: Iterable[int], entry: int) -> None:
        """Note that an entry has some signatures."""
        for signature in signatures:
            new = self._new[signature >> _BUCKET_SHIFT]
            insort(new, signature & _HIGH | entry)
            if len(new) > _FEWEST_NEW:
                self._settle(signature >> _BUCKET_SHIFT)

    def _settle(self, bucket: int) -> None:
        old, new = self._old[bucket], self._new[bucket]
        if len(new) * _NEW_SHARE < len(old):
            return
        pairs = [*old, *new]
        pairs.sort()
        self._old[bucket] = array("Q", pairs)
        self._new[bucket] = array("Q")

    def entries(self, signature: int) -> Iterator[int]:
        """The entries that have a signature."""
        bucket = signature >> _BUCKET_SHIFT
        key = signature & _HIGH
        for pairs in (self._old[bucket], self._new[bucket]):
            for at in range(bisect_left(pairs, key), len(pairs)):
                if pairs[at] & _HIGH != key:
                    break
                yield pairs[at] & _LOW
