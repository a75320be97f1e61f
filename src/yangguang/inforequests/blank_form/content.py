"""What the blank form asks, row by row; both files are made from it."""

from dataclasses import dataclass
from typing import Final

from yangguang.agencies.models import Agency
from yangguang.inforequests.application import APPLICANT_NAMES, FORM_NAMES, RECEIVING_NAMES
from yangguang.inforequests.filling import ACTING_NAMES, PERSON_PAPERS, Acting
from yangguang.law.identity import PAPER_NAMES, Paper
from yangguang.law.requests import ApplicantKind

TITLE: Final = "政府信息公开申请表"
BOX: Final = "□"


@dataclass(frozen=True, slots=True)
class Box:
    """A label and the space beside it: empty, or with things to tick. `lines`: its height."""

    label: str
    ticks: tuple[str, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the form: rows of one or two boxes."""

    title: str
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form of an agency: its parts, and what is said below them."""

    agency: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]


def form_of(agency: Agency) -> Form:
    """The form of an agency, with where to send it."""
    return Form(agency.name, (_PERSON, _ORGANISATION, _AGENT, _WANTED, _SIGNED), _notes(agency))


def _ticks(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{BOX} {name}" for name in names)


_PERSON: Final = Part(
    "申请人是个人的，填这里",
    (
        (Box("姓名"), Box("联系电话")),
        (Box("证件种类", _ticks(tuple(PAPER_NAMES[one] for one in PERSON_PAPERS)), 2),),
        (Box("证件号码"), Box("电子邮箱")),
        (Box("地址和邮编"),),
    ),
)
_ORGANISATION: Final = Part(
    "申请人是组织的，填这里",
    (
        (Box("单位全称"), Box("联系人")),
        (
            Box(
                "组织类别",
                _ticks(
                    tuple(
                        str(name)
                        for kind, name in APPLICANT_NAMES.items()
                        if kind is not ApplicantKind.NATURAL_PERSON
                    )
                ),
            ),
        ),
        (Box(PAPER_NAMES[Paper.CREDIT_CODE]), Box("联系电话")),
        (Box("地址和邮编"),),
        (Box("电子邮箱"),),
    ),
)
_AGENT: Final = Part(
    "由别人代办的，再填这里",
    (
        (
            Box(
                "代办人是",
                _ticks(tuple(str(ACTING_NAMES[one]) for one in (Acting.AGENT, Acting.GUARDIAN))),
            ),
            Box("姓名"),
        ),
        (Box("证件和号码"), Box("联系电话")),
    ),
)
_WANTED: Final = Part(
    "需要的政府信息",
    (
        (Box("名称、文号，或者便于查询的其他特征", lines=6),),
        (Box("用途（可不填）"),),
        (Box("以什么形式", _ticks(tuple(str(one) for one in FORM_NAMES.values()))),),
        (Box("怎样获取", _ticks(tuple(str(one) for one in RECEIVING_NAMES.values()))),),
    ),
)
_SIGNED: Final = Part("签名", ((Box("签名或盖章", lines=2), Box("日期", lines=2)),))


def _notes(agency: Agency) -> tuple[str, ...]:
    notes = [
        "请附身份证明：个人附身份证件复印件，组织附营业执照或登记证书复印件。"
        "委托代办的附授权委托书，监护人代办的附监护关系证明。",
        "书写有困难的，可以口头提出，由工作人员代为填写。",
    ]
    office = getattr(agency, "office", None)
    if office:
        where = f"{office.address}（邮编 {office.postcode}）" if office.postcode else office.address
        ways = [f"当面提交或邮寄：{where}，{office.name}收", f"办公时间：{office.hours}"]
        ways.append(f"电话：{office.phone}")
        ways += [f"传真：{office.fax}"] if office.fax else []
        ways += [f"电子邮箱：{office.email}"] if office.email else []
        notes.append("；".join(ways) + "。邮寄的请在信封上写明“政府信息公开申请”。")
    return tuple(notes)
