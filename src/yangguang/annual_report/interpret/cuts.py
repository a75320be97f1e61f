"""Cutting a run of glued digits (`0000000`, `4370001666`) into figures whose last is their sum."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Final

Cut = tuple[Decimal, ...]

LONGEST: Final = 60
MOST_CUTS: Final = 400
"""No run longer than this is looked at, and no more ways than this are kept: then none is read."""


@lru_cache(maxsize=4096)
def adding_up(digits: str, parts: int) -> tuple[Cut, ...]:
    """All ways to cut `digits` into `parts` whole numbers of which the last is the others' sum.

    No number has a leading zero. Empty where there is no way, or where there are too many.
    """
    if not digits.isascii() or not digits.isdecimal() or not parts <= len(digits) <= LONGEST:
        return ()
    found: list[Cut] = []
    for length in range(1, len(digits) - parts + 2):
        last = digits[-length:]
        if length > 1 and last[0] == "0":
            continue
        for cut in _summing_to(digits[:-length], parts - 1, int(last), length):
            found.append((*map(Decimal, cut), Decimal(last)))
            if len(found) > MOST_CUTS:
                return ()
    return tuple(found)


def _summing_to(digits: str, parts: int, total: int, longest: int) -> Iterator[tuple[int, ...]]:
    """The ways to cut `digits` into `parts` numbers, none above `longest` digits, with that sum."""
    if parts == 0:
        if not digits and total == 0:
            yield ()
        return
    if not parts <= len(digits) <= parts * longest:
        return
    for length in range(1, 2 if digits[0] == "0" else min(longest, len(digits)) + 1):
        number = int(digits[:length])
        if number > total:
            return
        for rest in _summing_to(digits[length:], parts - 1, total - number, longest):
            yield (number, *rest)


def single_digits(digits: str, parts: int) -> tuple[Cut, ...]:
    """The one way to cut as many digits as there are parts; empty for any other run."""
    if len(digits) == parts and digits.isdecimal():
        return (tuple(map(Decimal, digits)),)
    return ()


def any_cut(digits: str, parts: int) -> tuple[Cut, ...]:
    """The ways to cut a run where no sum is known, if there are few: zeros lead no number."""
    if not digits.isascii() or not digits.isdecimal() or not parts <= len(digits) <= LONGEST:
        return ()
    found = tuple(islice(_cut_anyhow(digits, parts), MOST_CUTS + 1))
    return () if len(found) > MOST_CUTS else found


def _cut_anyhow(digits: str, parts: int) -> Iterator[Cut]:
    if parts == 1:
        if digits == "0" or digits[0] != "0":
            yield (Decimal(digits),)
        return
    for length in range(1, 2 if digits[0] == "0" else len(digits) - parts + 2):
        for rest in _cut_anyhow(digits[length:], parts - 1):
            yield (Decimal(digits[:length]), *rest)


def groups_adding_up(digits: str, groups: int, parts: int) -> tuple[Cut, ...]:
    """All ways to cut `digits` into `groups` runs of `parts` numbers, each run adding up."""
    if groups == 0:
        return () if digits else ((),)
    found: list[Cut] = []
    for end in range(parts, len(digits) - (groups - 1) * parts + 1):
        for first in adding_up(digits[:end], parts):
            for rest in groups_adding_up(digits[end:], groups - 1, parts):
                found.append((*first, *rest))
                if len(found) > MOST_CUTS:
                    return ()
    return tuple(found)
