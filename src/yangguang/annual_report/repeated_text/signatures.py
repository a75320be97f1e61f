"""MinHash signatures of stretches: by them sentences that may share one find each other.

Every window of LONG characters has as its signature the least hash (rensa's) of the n-grams in it:
a MinHash of one permutation. Two sentences that share LONG characters share a window, and with it
a signature: no repetition is missed, as it would be by signatures of whole sentences, of which a
shared stretch may be a small part. Neighbouring windows mostly have the same least n-gram, so
that about every other one adds a signature ("winnowing", Schleimer, Wilkerson and Aiken, 2003).
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from rensa import RMinHash

from yangguang.annual_report.repeated_text.definition import LONG

_GRAM: Final = LONG - 2
"""Shorter n-grams would give fewer signatures, but ones that stock phrases share too."""
_GRAMS: Final = LONG - _GRAM + 1
"""How many n-grams a window holds."""


def signatures(texts: Iterable[str]) -> list[set[int]]:
    """The signatures (64 bits each) of the windows of each text; none of a text below LONG."""
    grams = [[text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)] for text in texts]
    return [set(_least(hashes)) for hashes in RMinHash.hash_token_sets(grams)]


def _least(hashes: Sequence[int]) -> Iterable[int]:
    """The least of each _GRAMS neighbours."""
    if len(hashes) < _GRAMS:
        return ()
    return map(min, *(islice(hashes, first, None) for first in range(_GRAMS)))
