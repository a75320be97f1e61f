"""The steps of the form (Art. 29): one thing a page, and the fields of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.inforequests.application import (
    APPLICANT_NAMES,
    FORM_NAMES,
    LONGEST,
    RECEIVING_NAMES,
    Form,
    Receiving,
)
from yangguang.inforequests.filling import (
    ACTING_NAMES,
    PERSON_PAPERS,
    Acting,
    actings,
    is_organisation,
    papers,
)
from yangguang.law.identity import PAPER_NAMES, Paper
from yangguang.law.requests import ApplicantKind
from yangguang.portal.requests import writing

Answers = Mapping[str, str]
Choice = tuple[str, Any, Any]
"""A value, its word, and a hint."""


@dataclass(frozen=True, slots=True)
class Field:
    """A question of one answer. `kind`: line, text, radio or select; `when`: shown only if."""

    name: str
    label: Any
    kind: str = "line"
    hint: Any = ""
    choices: tuple[Choice, ...] = ()
    autocomplete: str = ""
    inputmode: str = ""
    width: str = ""
    rows: int = 0
    optional: bool = False
    when: str = ""
    examples: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the form: its question, why it is asked, and its fields, by earlier answers."""

    name: str
    question: Any
    fields: Callable[[Answers], tuple[Field, ...]]
    hint: Any = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field with its answer and what is wrong with it, for the page."""

    field: Field
    value: str
    mistake: str = ""
    choices: tuple[tuple[str, Any, Any, bool], ...] = ()

    @property
    def described_by(self) -> str:
        """The ids of what describes the field."""
        name = self.field.name
        said = [f"{name}-mistake"] if self.mistake else []
        return " ".join([*said, f"{name}-hint"] if self.field.hint else said)


_KIND_HINTS: Final = {
    ApplicantKind.NATURAL_PERSON: lazy("以您自己的名义；律师替当事人申请，也选这一项"),
    ApplicantKind.BUSINESS: lazy("公司、个体工商户、合作社等"),
    ApplicantKind.RESEARCH: lazy("高校、研究院所等"),
    ApplicantKind.PUBLIC_INTEREST: lazy("基金会、社会团体、民办非企业单位等"),
    ApplicantKind.LEGAL_SERVICES: lazy("律师事务所等以自己的名义申请"),
    ApplicantKind.OTHER: lazy("村民委员会、业主委员会等"),
}
_ACTING_HINTS: Final = {
    Acting.SELF: lazy("组织由自己的工作人员办，也选这一项"),
    Acting.AGENT: lazy("要有授权委托书，稍后可以上传"),
    Acting.GUARDIAN: lazy("替未成年人等申请，要有监护关系的证明，稍后可以上传"),
}
_FORM_HINTS: Final = {
    Form.PAPER: lazy("复印件，邮寄给您或者您来取"),
    Form.ELECTRONIC: lazy("下载、邮件发送，或者拷贝给您"),
    Form.INSPECTION: lazy("到机关来看，可以抄录"),
}
_RECEIVING_HINTS: Final = {
    Receiving.PORTAL: lazy("凭受理号和查询码下载，最快"),
    Receiving.EMAIL: lazy("发到您的邮箱"),
    Receiving.POST: lazy("寄到您的地址"),
    Receiving.IN_PERSON: lazy("到公开工作机构来取"),
}


def _choices(names: Mapping[Any, Any], hints: Mapping[Any, Any]) -> tuple[Choice, ...]:
    return tuple((one.value, names[one], hint) for one, hint in hints.items())


def _papers(of: tuple[Paper, ...]) -> tuple[Choice, ...]:
    return tuple((paper.value, PAPER_NAMES[paper], "") for paper in of)


def _who(_answers: Answers) -> tuple[Field, ...]:
    choices = _choices(APPLICANT_NAMES, _KIND_HINTS)
    return (Field("applicant_kind", _("申请人是"), "radio", choices=choices),)


def _identity(answers: Answers) -> tuple[Field, ...]:
    of_organisation = is_organisation(answers)
    paper = (
        Field("paper", _("证件种类"), "select", choices=_papers(papers(answers)), width="mid"),
        Field(
            "paper_number",
            _("证件号码"),
            hint=_("按证件上的写，空格、横线有没有都行。"),
            width="mid",
        ),
    )
    if not of_organisation:
        name = Field("name", _("姓名"), hint=_("与证件一致。"), autocomplete="name", width="mid")
        return (name, *paper)
    return (
        Field("name", _("单位全称"), hint=_("与证照一致。"), autocomplete="organization"),
        *paper,
        Field("contact", _("联系人姓名"), autocomplete="name", width="mid"),
    )


def _acting(answers: Answers) -> tuple[Field, ...]:
    hints = {one: _ACTING_HINTS[one] for one in actings(answers)}
    return (
        Field("acting", _("由谁来办"), "radio", choices=_choices(ACTING_NAMES, hints)),
        Field("agent_name", _("代办人姓名"), width="mid", when="acting"),
        Field(
            "agent_paper",
            _("代办人证件种类"),
            "select",
            choices=_papers(PERSON_PAPERS),
            width="mid",
            when="acting",
        ),
        Field("agent_paper_number", _("代办人证件号码"), width="mid", when="acting"),
        Field("agent_phone", _("代办人电话"), inputmode="tel", width="mid", when="acting"),
    )


def _wanted(_answers: Answers) -> tuple[Field, ...]:
    return (
        Field(
            "wanted",
            _("需要的政府信息"),
            "text",
            hint=_(
                "写出名称、文号，或者大致的时间和事情，越具体越容易找到。一次最好只问一件事，"
                "最多 {most} 字。"
            ).format(most=LONGEST),
            rows=7,
            examples=(
                _("2025 年长宁路改造工程的中标通知书"),
                _("〔2024〕12 号文件《关于调整 5 路公交线路的通知》"),
                _("2023 年至 2025 年每年发放的老年人高龄补贴总额"),
            ),
        ),
        Field(
            "purpose",
            _("用途"),
            "text",
            hint=_("不说明也可以，不影响办理。说明了有时能帮助机关找得更准。"),
            rows=2,
            optional=True,
        ),
    )


def _delivery(_answers: Answers) -> tuple[Field, ...]:
    return (
        Field("form", _("以什么形式"), "radio", choices=_choices(FORM_NAMES, _FORM_HINTS)),
        Field(
            "receiving", _("怎样给您"), "radio", choices=_choices(RECEIVING_NAMES, _RECEIVING_HINTS)
        ),
    )


def _contact(answers: Answers) -> tuple[Field, ...]:
    by_post = answers.get("receiving") == Receiving.POST
    by_email = answers.get("receiving") == Receiving.EMAIL
    return (
        Field(
            "phone",
            _("电话"),
            hint=_("手机或固定电话，固定电话请带区号。"),
            autocomplete="tel",
            inputmode="tel",
            width="mid",
        ),
        Field(
            "email",
            _("电子邮箱"),
            hint=_("填了会把回执发给您。"),
            autocomplete="email",
            inputmode="email",
            optional=not by_email,
        ),
        Field(
            "address",
            _("通信地址"),
            hint=_("省、市、区、街道、门牌号。"),
            autocomplete="street-address",
            optional=not by_post,
        ),
        Field(
            "postcode",
            _("邮政编码"),
            autocomplete="postal-code",
            inputmode="numeric",
            width="short",
            optional=True,
        ),
    )


STEPS: Final = (
    Step("who", lazy("谁来申请？"), _who),
    Step(
        "identity",
        lazy("申请人的身份"),
        _identity,
        lazy("法律要求申请人说明身份。这些内容加密保存，只有经办人员能看到。"),
    ),
    Step("acting", lazy("自己办，还是请人代办？"), _acting),
    Step("wanted", lazy("您需要什么信息？"), _wanted),
    Step("delivery", lazy("您想怎样得到？"), _delivery),
    Step("contact", lazy("怎样联系您？"), _contact, lazy("有不清楚的地方，机关会打电话问您。")),
)
FILES: Final = "files"
CHECK: Final = "check"
COUNT: Final = len(STEPS) + 2
"""Pages of the form: the steps, the files, the check before sending."""


def step_named(name: str) -> Step | None:
    """The step of that name."""
    return next((step for step in STEPS if step.name == name), None)


def after(step: Step) -> str:
    """The name of what follows a step."""
    at = STEPS.index(step) + 1
    return STEPS[at].name if at < len(STEPS) else FILES


def before(step: Step) -> str:
    """The name of the step before; empty for the first."""
    at = STEPS.index(step)
    return STEPS[at - 1].name if at else ""


def given(step: Step, answers: Answers, data: QueryDict) -> dict[str, str]:
    """What was filled in on a step's page: lines in one line, line ends as they are kept."""
    return {
        one.name: _plain(data.get(one.name, ""), one.kind == "text") for one in step.fields(answers)
    }


def _plain(text: str, has_lines: bool) -> str:
    text = writing.plain(text)
    return text.strip() if has_lines else " ".join(text.split())


def asked(step: Step, answers: Answers, mistakes: Mapping[str, str]) -> list[Asked]:
    """A step's fields with their answers, for the page."""
    found = []
    for one in step.fields(answers):
        value = answers.get(one.name, "")
        choices = tuple((*choice, choice[0] == value) for choice in one.choices)
        found.append(Asked(one, value, mistakes.get(one.name, ""), choices))
    return found


def summary(step: Step, answers: Answers) -> list[tuple[Any, str]]:
    """What was answered on a step's page: label and answer in words; what was left out is not."""
    found = []
    for one in step.fields(answers):
        value = answers.get(one.name, "")
        if one.when and answers.get(one.when) in ("", None, Acting.SELF):
            continue
        words = {choice[0]: str(choice[1]) for choice in one.choices}
        if value:
            found.append((one.label, words.get(value, value)))
    return found


def in_order(mistakes: Mapping[str, str], answers: Answers) -> list[tuple[str, str]]:
    """Fields and what is wrong with them, in the order in which they are asked."""
    order = [one.name for step in STEPS for one in step.fields(answers)]
    last = len(order)
    place = {name: at for at, name in enumerate(order)}
    return sorted(mistakes.items(), key=lambda mistake: place.get(mistake[0], last))


def step_of_field(name: str, answers: Answers) -> str:
    """The name of the page on which a field stands."""
    for step in STEPS:
        if any(one.name == name for one in step.fields(answers)):
            return step.name
    return FILES
