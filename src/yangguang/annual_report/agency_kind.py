"""What an agency's name says of its kind and its level."""

import re
from typing import Final

from yangguang.annual_report.fold import fold, simplify
from yangguang.law.reporting import AgencyKind

_NOT_NAME: Final = re.compile(r"\s|\([^)]*\)")
_OTHER_BODIES: Final = re.compile(
    r"中共|党委|纪委|监察委|人大|人民代表大会|政协|法院|检察院|管理委员会|管委会|居委会|村委会|居民委员会"
    r"|村民委员会|[省市县区旗]委$|分局$|公司|集团|医院|学校|大学|学院"
)
_TOWN: Final = re.compile(
    r"(?:镇|乡|苏木|街道)(?:(?:人民)?政府|办事处)?(?:(?:党政)?(?:综合)?办公室)?$"
)
_GOVERNMENT: Final = re.compile(r"[省市州盟县区旗](?:人民)?政府$|自治区(?:人民)?政府$")
_DEPARTMENT: Final = re.compile(
    r"(?:局|厅|委员会|办公室|办公厅|政府办|[改健资建信农教]委|(?<!公)署)$"
)

_NO_COUNTY: Final = re.compile(
    r"自治区|特别行政区|[新特园景林库矿]区|开发区|高新区|经开区|保税区|保护区|示范区|实验区"
    r"|合作区|试验区|地区|社区|区域"
)
_COUNTY: Final = re.compile(r"[县旗区]")


def _plain(name: str) -> str:
    return _NOT_NAME.sub("", simplify(fold(name)))


def kind_of(name: str) -> AgencyKind | None:
    """The kind by which Art. 49 sets the date of the report; None where the name leaves doubt.

    A government's office (人民政府办公室) is a department here: the report in its own name is due
    with the departments'. Party bodies, courts, development-zone committees, dispatched branches
    and public institutions are none of the three.
    """
    plain = _plain(name)
    if not plain or _OTHER_BODIES.search(plain):
        return None
    if _TOWN.search(plain):
        return AgencyKind.TOWN
    if _GOVERNMENT.search(plain):
        return AgencyKind.GOVERNMENT
    if _DEPARTMENT.search(plain):
        return AgencyKind.DEPARTMENT
    return None


def is_of_county_or_below(name: str) -> bool:
    """Whether the name shows a body of a county, a district or a town.

    Such bodies can make no 规章 (Legislation Law, Arts 91 and 93). False where the name does not
    say: 灵武市 may be a county-level city or not.
    """
    plain = _NO_COUNTY.sub("", _plain(name))
    return kind_of(name) is AgencyKind.TOWN or _COUNTY.search(plain) is not None
