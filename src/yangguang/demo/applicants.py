"""Who asks in the demonstration: nobody who is anywhere, with papers whose check digits are right.

Identity numbers begin with 9901, which is no division's code; telephone numbers are those of tests.
"""

from typing import Final

from yangguang.casework.personal import Particulars
from yangguang.law.identity import Paper, fault
from yangguang.law.requests import ApplicantKind


def _completed(paper: Paper, begun: str) -> str:
    """A number with its check digit."""
    return next(
        begun + last for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" if not fault(paper, begun + last)
    )


def _person(name: str, born: str, phone: str, address: str) -> Particulars:
    number = _completed(Paper.ID_CARD, f"990102{born}{phone[-3:]}")
    return Particulars(
        name=name,
        paper=Paper.ID_CARD,
        paper_number=number,
        phone=phone,
        address=address,
        postcode="990100",
    )


def _organisation(name: str, code: str, contact: str, phone: str, address: str) -> Particulars:
    return Particulars(
        name=name,
        paper=Paper.CREDIT_CODE,
        paper_number=_completed(Paper.CREDIT_CODE, code),
        phone=phone,
        address=address,
        postcode="990100",
        contact=contact,
    )


LIN: Final = _person("林晓", "19910412", "13800000101", "青岚市长宁区和平路 2 号")
TANG: Final = _person("唐小雨", "19870923", "13800000102", "青岚市长宁区槐荫里 14 号")
XU: Final = _person("许国强", "19650718", "13800000103", "青岚市长宁区长宁路 112 号")
BAI: Final = _person("白雪梅", "19790305", "13800000104", "青岚市长宁区学府路 21 号")
NIE: Final = _person("聂远", "19950130", "13800000105", "青岚市长宁区湖滨路 77 号")
GE: Final = _person("葛长顺", "19580211", "13800000106", "青岚市鹿塘镇柳湾村 3 组")
YAO: Final = _person("姚静怡", "19920816", "13800000107", "青岚市长宁区站前路 8 号")
DUAN: Final = _person("段宏", "19831122", "13800000108", "青岚市长宁区人民路 40 号")
MI: Final = _person("米兰", "19990607", "13800000109", "青岚市长宁区文昌街 6 号")
PEI: Final = _person("裴永年", "19710919", "13800000110", "青岚市鹿塘镇迎春街 31 号")

LOGISTICS: Final = _organisation(
    "青岚捷途物流有限公司", "9199010MA0000001A", "陆经理", "13800000201", "青岚市站前路 52 号"
)
BUILDER: Final = _organisation(
    "云川恒筑工程有限公司", "9199010MA0000002B", "丁工", "13800000202", "青岚市湖滨路 90 号"
)
INSTITUTE: Final = _organisation(
    "云川城市交通研究院", "1299010000000003C", "方研究员", "13800000203", "青岚市学府路 11 号"
)
GREEN: Final = _organisation(
    "青岚市绿行公益服务中心", "5299010000000004D", "叶干事", "13800000204", "青岚市文昌街 18 号"
)
LAWYERS: Final = _organisation(
    "云川知衡律师事务所", "3199010000000005E", "江律师", "13800000205", "青岚市人民路 66 号"
)
VILLAGE: Final = _organisation(
    "鹿塘镇柳湾村村民委员会", "5499010000000006F", "葛主任", "13800000206", "青岚市鹿塘镇柳湾村"
)

SHAO: Final = _person("邵志平", "19680904", "13800000111", "青岚市长宁区建设路 27 号")
HUO: Final = _person("霍佳宁", "19960221", "13800000112", "青岚市长宁区滨江里 5 号")
WEI: Final = _person("魏大勇", "19740813", "13800000113", "青岚市鹿塘镇石桥村 1 组")
JIN: Final = _person("金秀芝", "19530629", "13800000114", "青岚市长宁区槐荫里 30 号")
CUI: Final = _person("崔一鸣", "20010318", "13800000115", "青岚市长宁区学府路 9 号")
PAN: Final = _person("潘丽娟", "19850527", "13800000116", "青岚市长宁区望湖里 12 号")
TAO: Final = _person("陶建军", "19621101", "13800000117", "青岚市长宁区站前路 44 号")
QIN: Final = _person("秦思源", "19900709", "13800000118", "青岚市长宁区和平路 58 号")
LEI: Final = _person("雷鸣", "19810416", "13800000119", "青岚市鹿塘镇迎春街 52 号")
FU: Final = _person("傅文慧", "19930925", "13800000120", "青岚市长宁区文昌街 33 号")
MENG: Final = _person("孟庆山", "19560312", "13800000121", "青岚市鹿塘镇柳湾村 5 组")
KANG: Final = _person("康乐", "19981206", "13800000122", "青岚市长宁区人民路 118 号")

PROPERTY: Final = _organisation(
    "青岚安居物业服务有限公司", "9199010MA0000007G", "柯经理", "13800000207", "青岚市建设路 15 号"
)
TRAVEL: Final = _organisation(
    "青岚湖畔旅行社有限公司", "9199010MA0000008H", "佟经理", "13800000208", "青岚市湖滨路 6 号"
)
COLLEGE: Final = _organisation(
    "青岚师范学院", "1299010000000009J", "袁老师", "13800000209", "青岚市学府路 100 号"
)
PARENTS: Final = _organisation(
    "青岚市家庭教育促进会", "5199010000000010K", "白干事", "13800000210", "青岚市文昌街 20 号"
)

_KINDS: Final = {
    LOGISTICS.name: ApplicantKind.BUSINESS,
    BUILDER.name: ApplicantKind.BUSINESS,
    PROPERTY.name: ApplicantKind.BUSINESS,
    TRAVEL.name: ApplicantKind.BUSINESS,
    INSTITUTE.name: ApplicantKind.RESEARCH,
    COLLEGE.name: ApplicantKind.RESEARCH,
    GREEN.name: ApplicantKind.PUBLIC_INTEREST,
    PARENTS.name: ApplicantKind.PUBLIC_INTEREST,
    LAWYERS.name: ApplicantKind.LEGAL_SERVICES,
    VILLAGE.name: ApplicantKind.OTHER,
}


def kind_of(applicant: Particulars) -> ApplicantKind:
    """As what an applicant is counted."""
    return _KINDS.get(applicant.name, ApplicantKind.NATURAL_PERSON)
