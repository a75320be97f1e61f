"""How alike the words of two cases are, told without opening them: keyed signatures (MinHash).

The pairs of neighbouring characters of a text are hashed under the site's index key; of each of
SIZE orderings of the hashes the least stands in the signature. The share of places at which two
signatures agree estimates the share of pairs that the texts have in common (Jaccard; the standard
error at a half is 6 %). Neither words nor pairs can be told from it without the key. What is kept
must be comparable for decades, so the orderings are reckoned here and rest on no package.
"""

import struct
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final, NamedTuple

from yangguang.casework import sealing
from yangguang.casework.digests import digest
from yangguang.casework.models import Case, DataKey, Likeness, LikenessBand

LIKE: Final = 0.5
"""From here on two texts are shown as alike: half of what both say is in each."""
MOST: Final = 300
"""Cases that are compared at once, the newest first, however many ask for the same."""

_BANDS: Final = 24
_ROWS: Final = 3
"""A signature falls into bands; texts of likeness s share one with 1 - (1 - s^3)^24: 96 % at a
half, 17 % at a fifth."""
_SIZE: Final = _BANDS * _ROWS
_PACKED: Final = f">{_SIZE}I"
_PRIME: Final = 2**61 - 1
_FEWEST: Final = 3
"""Pairs; fewer say nothing."""
_FILLERS: Final = (
    "申请公开",
    "请公开",
    "申请人",
    "贵单位",
    "贵局",
    "本人",
    "申请",
    "公开",
    "提供",
    "关于",
    "有关",
    "相关",
    "政府信息",
    "的",
)
"""Words that any request may have: they would make short texts look alike, or unlike."""


class Alike(NamedTuple):
    """A case whose words are like another's: its id, and how alike, from 0 to 1."""

    case: int
    likeness: float


def index(case: Case, key: DataKey, words: str) -> None:
    """Make a case's words, sealed under `key`, comparable; in the transaction that keeps them.

    Five queries and two writes, whatever the words.
    """
    signature = signature_of(words)
    bands = _bands(signature)
    nearest = max(
        _compared(case.agency_id, signature, _candidates(case.agency_id, case.pk, bands)),
        key=lambda one: (one.likeness, -one.case),
        default=None,
    )
    row = Likeness.objects.create(
        case=case,
        agency_id=case.agency_id,
        key=key,
        signature=signature,
        group=_group_of(nearest.case) if nearest else case.pk,
    )
    LikenessBand.objects.bulk_create(
        LikenessBand(likeness=row, agency_id=case.agency_id, band=band) for band in bands
    )


def like(case: Case, others: Collection[int] = ()) -> list[Alike]:
    """The cases of the same agency whose words are like this one's, the most alike first.

    Three queries; at most MOST cases, and of `others` (ids) all that are alike.
    """
    found = Likeness.objects.filter(case=case).values_list("signature", flat=True).first()
    if not found:
        return []
    signature = bytes(found)
    candidates = _candidates(case.agency_id, case.pk, _bands(signature))
    return _compared(case.agency_id, signature, {*candidates, *others})


def signature_of(words: str) -> bytes:
    """The signature of words; empty where there are too few to compare. One query, for the key."""
    pairs = _pairs(words)
    if len(pairs) < _FEWEST:
        return b""
    hidden = sealing.blinder("likeness")
    hashes = [int.from_bytes(hidden(pair)[:8]) % _PRIME for pair in pairs]
    least = (
        min((a * one + b) % _PRIME for one in hashes) & 0xFFFFFFFF for a, b in _orderings(hidden)
    )
    return struct.pack(_PACKED, *least)


def likeness(one: bytes, other: bytes) -> float:
    """How alike the words of two signatures are, from 0 to 1."""
    if not one or not other:
        return 0.0
    places = zip(struct.unpack(_PACKED, one), struct.unpack(_PACKED, other), strict=True)
    return sum(a == b for a, b in places) / _SIZE


def _pairs(words: str) -> set[str]:
    """Neighbouring characters: of letters and figures alone, in one width and case."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    plain = "".join(c for c in plain if c.isalnum())
    for filler in _FILLERS:
        plain = plain.replace(filler, "")
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def _orderings(hidden: Callable[[str], bytes]) -> Iterable[tuple[int, int]]:
    for place in range(_SIZE):
        drawn = hidden(f"ordering {place}")
        yield int.from_bytes(drawn[:8]) % (_PRIME - 1) + 1, int.from_bytes(drawn[8:16]) % _PRIME


def _bands(signature: bytes) -> list[int]:
    """Each band of a signature as a number that fits a column; the same bytes elsewhere differ."""
    width = 4 * _ROWS
    parts = [signature[at : at + width] for at in range(0, len(signature), width)]
    taken = (digest(bytes([place]) + part)[:16] for place, part in enumerate(parts))
    return [int.from_bytes(bytes.fromhex(one), signed=True) for one in taken]


def _candidates(agency: int, case: int, bands: Sequence[int]) -> list[int]:
    """The cases that share a band, the newest first. One query, by the index alone."""
    if not bands:
        return []
    shared = LikenessBand.objects.filter(agency=agency, band__in=bands).exclude(likeness=case)
    newest = shared.order_by("-likeness").values_list("likeness", flat=True).distinct()
    return list(newest[:MOST])


def _compared(agency: int, signature: bytes, others: Collection[int]) -> list[Alike]:
    if not signature or not others:
        return []
    rows = Likeness.objects.filter(agency=agency, pk__in=others).values_list("pk", "signature")
    measured = (Alike(case, likeness(signature, bytes(other))) for case, other in rows)
    found = [one for one in measured if one.likeness >= LIKE]
    return sorted(found, key=lambda one: (-one.likeness, -one.case))


def _group_of(case: int) -> int:
    return Likeness.objects.values_list("group", flat=True).get(pk=case)
