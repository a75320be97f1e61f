"""When two printed names mean the same agency."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from yangguang.annual_report.fold import fold, simplify

_NOT_NAME: Final = re.compile(r"[\s《》“”\"'·]|\([^)]*\)|\d{4}\s*年度?")
_DIVISION: Final = re.compile(r"省|自治区|市|州|盟|县|区|旗|镇|乡|街道")
_ENDS_IN_DIVISION: Final = re.compile(rf"(?:{_DIVISION.pattern})$")
_PLACE: Final = re.compile(
    r".+(?:省|自治区|[州盟县旗]|街道|(?<!社)区(?!域)|镇(?!化)|(?<!城)乡(?!村|镇)"
    r"|市(?!场|容|政[^府])(?!(?<=城市)(?:管理|综合|更新|建设|运行|规划|治理)))"
)
"""A name up to its last division; 市场, 市容, 城市管理, 城乡, 乡村, 区域 … are none."""
_ABBREVIATED: Final = (("人民政府", "政府"), ("办公厅", "办公室"))


@lru_cache(maxsize=4096)
def normalised(name: str) -> str:
    """A name for comparing: folded, simplified, without spaces, brackets and years."""
    plain = _NOT_NAME.sub("", simplify(fold(name)))
    for full, short in _ABBREVIATED:
        plain = plain.replace(full, short)
    return plain


def is_same_agency(one: str, other: str) -> bool:
    """Whether two names are one agency's.

    They are if they are equal once normalised, or if one is the other without the divisions
    above it: 红旗区信访局 and 新乡市红旗区信访局. A name that begins with no place of its own
    (信访局, 市信访局) is nobody's in particular, nor is 某机关.
    """
    short, long = sorted((normalised(one), normalised(other)), key=len)
    if short == long:
        return bool(short) and not short.startswith("某")
    return long.endswith(short) and short in shorter_names(long)


def shorter_names(name: str) -> Iterator[str]:
    """The other normalised names by which the agency called `name` may go, longest first.

    They are its name without the divisions above it, as long as it begins with a place.
    """
    long = normalised(name)
    for start in range(1, len(long)):
        short = long[start:]
        place = _DIVISION.search(short)
        if place is None:
            return
        if place.start() and not short.startswith("某") and _ENDS_IN_DIVISION.search(long[:start]):
            yield short


def place_of(name: str) -> str | None:
    """The place in an agency's name: 云溪市, 新乡市红旗区; None where the name shows none."""
    found = _PLACE.match(normalised(name))
    return found[0] if found else None
