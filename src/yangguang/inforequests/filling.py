"""A request from the answers of a form: plain strings by field, as a page or an import has them."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework.personal import Particulars
from yangguang.inforequests.application import Application, Form, Receiving
from yangguang.inforequests.application import mistakes as mistakes_in
from yangguang.law.identity import Paper, fault
from yangguang.law.requests import ApplicantKind

_Kind = TypeVar("_Kind", bound=StrEnum)

LONGEST_LINE: Final = 200
"""Characters of an answer of one line."""


class Acting(StrEnum):
    """Who goes about the request."""

    SELF = "self"
    AGENT = "agent"
    GUARDIAN = "guardian"


ACTING_NAMES: Final = {
    Acting.SELF: lazy("申请人自己办"),
    Acting.AGENT: lazy("委托代理人代办"),
    Acting.GUARDIAN: lazy("监护人代办"),
}
ORGANISATION_PAPERS: Final = (Paper.CREDIT_CODE, Paper.OTHER)
PERSON_PAPERS: Final = tuple(paper for paper in Paper if paper is not Paper.CREDIT_CODE)

_NEEDS_A_HAND: Final = frozenset({Receiving.POST, Receiving.IN_PERSON})


def is_organisation(answers: Mapping[str, str]) -> bool:
    """Whether one of the five kinds of organisation asks."""
    kind = answers.get("applicant_kind", "")
    return bool(kind) and kind != ApplicantKind.NATURAL_PERSON


def actings(answers: Mapping[str, str]) -> tuple[Acting, ...]:
    """Who can go about the request of such an applicant: an organisation has no guardian."""
    return (Acting.SELF, Acting.AGENT) if is_organisation(answers) else tuple(Acting)


def papers(answers: Mapping[str, str]) -> tuple[Paper, ...]:
    """The papers by which such an applicant can prove who they are."""
    return ORGANISATION_PAPERS if is_organisation(answers) else PERSON_PAPERS


def application(answers: Mapping[str, str]) -> Application:
    """The request that the answers make; what is missing has its default (see `mistakes`)."""
    acting = _one_of(Acting, answers.get("acting"))
    agent = None if acting in (None, Acting.SELF) else _agent(answers)
    return Application(
        applicant_kind=_one_of(ApplicantKind, answers.get("applicant_kind"))
        or ApplicantKind.NATURAL_PERSON,
        applicant=_applicant(answers),
        wanted=answers.get("wanted", ""),
        form=_one_of(Form, answers.get("form")) or Form.ELECTRONIC,
        receiving=_one_of(Receiving, answers.get("receiving")) or Receiving.PORTAL,
        purpose=answers.get("purpose", ""),
        agent=agent,
        agent_is_guardian=acting is Acting.GUARDIAN,
    )


def mistakes(answers: Mapping[str, str], today: date) -> dict[str, str]:
    """What is missing or cannot be right: field → sentence."""
    found = mistakes_in(application(answers), today)
    found |= _not_chosen(answers)
    found |= _too_long(answers)
    form = _one_of(Form, answers.get("form"))
    receiving = _one_of(Receiving, answers.get("receiving"))
    if form is Form.PAPER and receiving and receiving not in _NEEDS_A_HAND:
        found["receiving"] = _("纸质件不能在网上给您。请改选“邮寄”或“当面领取”，或者改要电子文件。")
    if form is Form.INSPECTION and receiving and receiving is not Receiving.IN_PERSON:
        found["receiving"] = _("查阅、抄录要到机关来，请选“当面领取”。")
    return found | _agent_mistakes(answers, today)


def _not_chosen(answers: Mapping[str, str]) -> dict[str, str]:
    choices: tuple[tuple[str, type[StrEnum], str], ...] = (
        ("applicant_kind", ApplicantKind, _("请选择是个人还是哪一类组织提出申请。")),
        ("form", Form, _("请选择您希望以什么形式得到信息。")),
        ("receiving", Receiving, _("请选择怎样给您。")),
    )
    found = {
        field: sentence
        for field, kind, sentence in choices
        if _one_of(kind, answers.get(field)) is None
    }
    if answers.get("acting", "") not in actings(answers):
        found["acting"] = _("请选择由谁来办。")
    if answers.get("paper", "") not in papers(answers):
        found["paper"] = _("请选择证件的种类。")
    return found


def _too_long(answers: Mapping[str, str]) -> dict[str, str]:
    several_lines = ("wanted", "purpose")
    said = _("这里填了 {count} 字，最多 {most} 字。")
    return {
        field: said.format(count=len(answer), most=LONGEST_LINE)
        for field, answer in answers.items()
        if len(answer) > LONGEST_LINE and field not in several_lines
    } | (
        {"purpose": said.format(count=len(answers["purpose"]), most=LONGEST_PURPOSE)}
        if len(answers.get("purpose", "")) > LONGEST_PURPOSE
        else {}
    )


LONGEST_PURPOSE: Final = 1000


def _agent_mistakes(answers: Mapping[str, str], today: date) -> dict[str, str]:
    if _one_of(Acting, answers.get("acting")) in (None, Acting.SELF):
        return {}
    found = {}
    agent = _agent(answers)
    if answers.get("agent_paper", "") not in PERSON_PAPERS:
        found["agent_paper"] = _("请选择代办人证件的种类。")
    elif sentence := fault(Paper(agent.paper), agent.paper_number, today):
        found["agent_paper_number"] = sentence
    if not agent.phone.strip():
        found["agent_phone"] = _("请填写代办人的联系电话。")
    return found


def _applicant(answers: Mapping[str, str]) -> Particulars:
    paper = _one_of(Paper, answers.get("paper"))
    fits = paper in papers(answers)
    return Particulars(
        name=answers.get("name", ""),
        paper=paper if paper and fits else papers(answers)[0],
        paper_number=answers.get("paper_number", "") if fits else "",
        phone=answers.get("phone", ""),
        email=answers.get("email", ""),
        address=answers.get("address", ""),
        postcode=answers.get("postcode", ""),
        contact=answers.get("contact", "") if is_organisation(answers) else "",
    )


def _agent(answers: Mapping[str, str]) -> Particulars:
    return Particulars(
        name=answers.get("agent_name", ""),
        paper=_one_of(Paper, answers.get("agent_paper")) or Paper.ID_CARD,
        paper_number=answers.get("agent_paper_number", ""),
        phone=answers.get("agent_phone", ""),
    )


def _one_of(kind: type[_Kind], answer: str | None) -> _Kind | None:
    return kind(answer) if answer in set(kind) else None
