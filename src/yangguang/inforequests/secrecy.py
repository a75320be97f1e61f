"""The secrecy review of what an answer releases, and what it asks of another authority (Art. 17).

What the reviewer cannot decide is for the competent department or the secrecy authority: until they
have answered the letter goes nowhere, and what they close is not opened. The Regulations give them
no time of their own: the answer period runs on.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Event
from yangguang.inforequests.events import What


class Referee(StrEnum):
    """Who determines what the reviewer cannot."""

    DEPARTMENT = "department"
    SECRECY_AUTHORITY = "secrecy_authority"


class Outcome(StrEnum):
    """What they determined."""

    MAY_OPEN = "may_open"
    CLOSED = "closed"


REFEREE_NAMES: Final = {
    Referee.DEPARTMENT: lazy("有关主管部门"),
    Referee.SECRECY_AUTHORITY: lazy("保密行政管理部门"),
}
OUTCOME_NAMES: Final = {
    Outcome.MAY_OPEN: lazy("可以公开"),
    Outcome.CLOSED: lazy("不能公开"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked about the letter in approval: on which day, of whom; `outcome` once known."""

    on: date
    to: Referee
    outcome: Outcome | None = None


def after(question: Question | None, event: Event) -> Question | None:
    """The question as an event leaves it."""
    if event.kind == What.SECRECY_REFERRED:
        return Question(event.occurred_on, Referee(event.payload["to"]))
    return replace(question, outcome=Outcome(event.payload["outcome"])) if question else None


def holds(question: Question | None) -> str:
    """Why the letter cannot be decided while the question is open; else empty."""
    if question is None or question.outcome:
        return ""
    return _("{day} 已送{who}确定能不能公开，收到答复、登记以后才能审批（第十七条）。").format(
        day=question.on, who=REFEREE_NAMES[question.to]
    )


def why_not_referred(waits_for: str, question: Question | None) -> str:
    """Why no other authority can be asked now; empty where it can."""
    if waits_for != Capability.REVIEW_SECRECY:
        return _("没有正在等保密审查的答复。")
    return holds(question)


def why_not_answered(waits_for: str, question: Question | None) -> str:
    """Why no determination can be entered now; empty where it can."""
    if waits_for != Capability.REVIEW_SECRECY or question is None:
        return _("没有送请别的机关确定的事项。")
    return _("确定结果已经登记。登记错了的，先冲正那一条。") if question.outcome else ""


def require_may_open(question: Question | None) -> None:
    """Raise Mistakes where an authority has closed what the letter would release."""
    if question and question.outcome is Outcome.CLOSED:
        said = _("{who}确定不能公开，这份答复不能同意，请退回修改。")
        raise Mistakes({"decision": said.format(who=REFEREE_NAMES[question.to])})


def in_words(event: Event) -> list[str]:
    """What the office's history says of an event of the review; nothing of others."""
    match event.kind:
        case What.SECRECY_REFERRED:
            return [_("送{who}").format(who=REFEREE_NAMES[Referee(event.payload["to"])])]
        case What.SECRECY_DETERMINED:
            return [str(OUTCOME_NAMES[Outcome(event.payload["outcome"])])]
    return []
