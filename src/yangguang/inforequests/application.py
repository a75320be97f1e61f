"""What the law asks of a request (Art. 29): who asks, what for, in what form, by what way."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework.errors import Mistakes
from yangguang.casework.personal import Particulars
from yangguang.law import identity
from yangguang.law.requests import ApplicantKind

LONGEST: Final = 4000
"""Characters of what is wanted; more goes into an attachment."""


class Form(StrEnum):
    """The form in which the information is wanted (Art. 29, 40)."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    INSPECTION = "inspection"


class Authority(StrEnum):
    """Whether who acts for the applicant has shown that they may.

    The law asks for an agent's power of attorney and is silent on what follows where there is none.
    It never stops a registration, for the clock runs from the receipt (Art. 31): the office is
    warned and may ask for it with the one correction notice (Art. 30).
    """

    SHOWN = "shown"
    MISSING = "missing"


class Receiving(StrEnum):
    """The way in which the applicant wants to get it."""

    POST = "post"
    EMAIL = "email"
    PORTAL = "portal"
    IN_PERSON = "in_person"


APPLICANT_NAMES: Final = {
    ApplicantKind.NATURAL_PERSON: lazy("个人"),
    ApplicantKind.BUSINESS: lazy("商业企业"),
    ApplicantKind.RESEARCH: lazy("科研机构"),
    ApplicantKind.PUBLIC_INTEREST: lazy("社会公益组织"),
    ApplicantKind.LEGAL_SERVICES: lazy("法律服务机构"),
    ApplicantKind.OTHER: lazy("其他组织"),
}
FORM_NAMES: Final = {
    Form.PAPER: lazy("纸质"),
    Form.ELECTRONIC: lazy("电子文件"),
    Form.INSPECTION: lazy("查阅、抄录"),
}
RECEIVING_NAMES: Final = {
    Receiving.POST: lazy("邮寄"),
    Receiving.EMAIL: lazy("电子邮件"),
    Receiving.PORTAL: lazy("在本网站下载"),
    Receiving.IN_PERSON: lazy("当面领取"),
}


@dataclass(frozen=True, slots=True)
class Application:
    """A request as it was filled in. `agent` acts for the applicant, with a power of attorney."""

    applicant_kind: ApplicantKind
    applicant: Particulars
    wanted: str
    """Title, document number or other features by which the information can be found."""
    form: Form = Form.ELECTRONIC
    receiving: Receiving = Receiving.PORTAL
    purpose: str = ""
    """Nobody need say what for; who wants to, may."""
    agent: Particulars | None = None
    agent_is_guardian: bool = False
    authority: Authority | None = None
    """None where nobody acts for the applicant, or nobody has looked."""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def is_person(self) -> bool:
        """Whether a natural person asks."""
        return self.applicant_kind is ApplicantKind.NATURAL_PERSON


def mistakes(application: Application, today: date, *, by_staff: bool = False) -> dict[str, str]:
    """What is missing or cannot be right: field → sentence. Nothing for a complete request.

    A check digit never stops what staff enter from a paper before them.
    """
    found: dict[str, str] = {}
    applicant = application.applicant
    if not applicant.name.strip():
        found["name"] = _("请填写姓名。") if application.is_person else _("请填写单位全称。")
    if not by_staff:
        fault = identity.fault(identity.Paper(applicant.paper), applicant.paper_number, today)
        if fault:
            found["paper_number"] = fault
    if not application.is_person and not applicant.contact.strip():
        found["contact"] = _("请填写单位的联系人。")
    found |= _contact_mistakes(application, by_staff=by_staff)
    if not application.wanted.strip():
        found["wanted"] = _("请写明需要的政府信息：名称、文号，或者便于查询的其他特征。")
    elif said := too_long(application.wanted):
        found["wanted"] = said
    if application.agent and not application.agent.name.strip():
        found["agent_name"] = _("请填写代理人或监护人的姓名。")
    return found


def too_long(words: str) -> str:
    """That an applicant's words are more than are taken on a page; empty where they are not."""
    if len(words) <= LONGEST:
        return ""
    said = _("内容有 {count} 字，最多 {most} 字；较长的内容请放在附件里。")
    return said.format(count=len(words), most=LONGEST)


def _contact_mistakes(application: Application, *, by_staff: bool) -> dict[str, str]:
    """Art. 29 asks for a way of contact: a letter that names an address has one without a phone."""
    applicant, found = application.applicant, {}
    digits = re.sub(r"[\s\-+()（）]", "", applicant.phone)
    if by_staff and not applicant.phone.strip():
        if not (applicant.address.strip() or applicant.email.strip()):
            found["phone"] = _("请填写电话、邮箱、地址中的至少一项，答复要能送到。")
    elif not applicant.phone.strip():
        found["phone"] = _("请填写联系电话，需要核实情况时会打给您。")
    elif not re.fullmatch(r"\d{7,15}", digits):
        found["phone"] = _("电话号码应当是 7 至 15 位数字，例如 13800000000 或 010-12345678。")
    if application.receiving is Receiving.POST and not applicant.address.strip():
        found["address"] = _("您选择了邮寄，请填写收信地址。")
    if application.receiving is Receiving.EMAIL and not applicant.email.strip():
        found["email"] = _("您选择了电子邮件，请填写邮箱。")
    if applicant.email.strip() and not re.fullmatch(
        r"[^@\s]+@[^@\s]+\.[^@\s]+", applicant.email.strip()
    ):
        found["email"] = _("邮箱写得不完整，应当像 name@example.com 这样。")
    return found


def require_complete(application: Application, today: date) -> None:
    """Raise Mistakes where something is missing or cannot be right."""
    found = mistakes(application, today)
    if found:
        raise Mistakes(found)
