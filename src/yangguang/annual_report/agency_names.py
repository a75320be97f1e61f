"""When two printed names mean the same agency."""

import re
from functools import lru_cache
from typing import Final

from yangguang.annual_report.fold import fold, simplify

_NOT_NAME: Final = re.compile(r"[\s《》“”\"'·]|\([^)]*\)|\d{4}\s*年度?")
_DIVISIONS: Final = ("省", "自治区", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道")
_DIVISION: Final = re.compile("|".join(_DIVISIONS))
_NOBODY: Final = "某"
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
    if short.startswith(_NOBODY):
        return False
    return short == long != "" or short in shorter_names(long)


def is_somebody_s(name: str) -> bool:
    """Whether two reports under this name are one agency's: it is neither empty nor 某机关."""
    return is_same_agency(name, name)


def shorter_names(name: str) -> list[str]:
    """The other normalised names by which the agency called `name` may go, longest first.

    They are its name without the divisions above it, as long as it begins with a place.
    """
    name = normalised(name)
    ends = (end for end in range(1, len(name)) if name[:end].endswith(_DIVISIONS))
    return [short for end in ends if _names_its_place(short := name[end:])]


def _names_its_place(name: str) -> bool:
    """Whether a name begins with a place of its own, so that it is somebody's in particular."""
    place = _DIVISION.search(name)
    return place is not None and place.start() > 0 and not name.startswith(_NOBODY)


def place_of(name: str) -> str | None:
    """The place in an agency's name: 云溪市, 新乡市红旗区; None where the name shows none."""
    found = _PLACE.match(normalised(name))
    return found[0] if found else None
