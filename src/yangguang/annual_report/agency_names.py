"""When two printed names mean the same agency."""

import re
from functools import lru_cache
from typing import Final

from yangguang.annual_report.fold import fold, simplify

_NOT_NAME: Final = re.compile(r"[\s《》“”\"'·]|\([^)]*\)|\d{4}\s*年度?")
_DIVISION: Final = re.compile(r"省|自治区|市|州|盟|县|区|旗|镇|乡|街道")
_ENDS_IN_DIVISION: Final = re.compile(rf"(?:{_DIVISION.pattern})$")
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
    if short.startswith("某"):
        return False
    if short == long:
        return bool(short)
    place = _DIVISION.search(short)
    if place is None or place.start() == 0 or not long.endswith(short):
        return False
    return _ENDS_IN_DIVISION.search(long[: -len(short)]) is not None
