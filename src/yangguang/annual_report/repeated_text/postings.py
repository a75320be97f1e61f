"""Which entries have a signature: an inverted index in eight bytes a pair."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

_BUCKETS: Final = 256
_BUCKET_SHIFT: Final = 56
_HIGH: Final = 0xFFFFFFFF00000000
_FEWEST_PENDING: Final = 2048


class Postings:
    """Pairs of a signature and an entry's number (below 2**32), in sorted arrays.

    Of a signature the upper half is kept: in ten million, one in four hundred finds an entry that
    has it not. What is found must be looked at in any case.
    """

    def __init__(self) -> None:
        """Without pairs."""
        self._sorted = [array("Q") for _ in range(_BUCKETS)]
        self._pending: list[dict[int, list[int]]] = [{} for _ in range(_BUCKETS)]
        self._waiting = [0] * _BUCKETS

    def add(self, signatures: Iterable[int], entry: int) -> None:
        """Note that an entry has some signatures."""
        for signature in signatures:
            bucket = signature >> _BUCKET_SHIFT
            self._pending[bucket].setdefault(signature & _HIGH, []).append(entry)
            self._waiting[bucket] += 1
            if self._waiting[bucket] > max(_FEWEST_PENDING, len(self._sorted[bucket]) // 4):
                self._settle(bucket)

    def _settle(self, bucket: int) -> None:
        """Sort in what waits. Each time a fifth is new, so the work per pair is bounded."""
        pairs = self._sorted[bucket].tolist()
        for key, entries in self._pending[bucket].items():
            pairs.extend(key | entry for entry in entries)
        pairs.sort()
        self._sorted[bucket] = array("Q", pairs)
        self._pending[bucket] = {}
        self._waiting[bucket] = 0

    def entries(self, signature: int) -> Iterator[int]:
        """The entries that have a signature."""
        bucket = signature >> _BUCKET_SHIFT
        key = signature & _HIGH
        pairs = self._sorted[bucket]
        for at in range(bisect_left(pairs, key), len(pairs)):
            pair = pairs[at]
            if pair & _HIGH != key:
                break
            yield pair & ~_HIGH
        yield from self._pending[bucket].get(key, ())
