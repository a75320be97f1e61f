"""Deciding the level that is due in a round of approval: over letters and public versions alike."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from yangguang.casework import approval
from yangguang.casework.approval import Progress
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Approval, ApprovalStep
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.acting import Situation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decides over what they saw (`digest`); a return says what to change."""

    decision: Decision
    digest: str
    comment: str = ""


def decided(situation: Situation, under: int, verdict: Verdict) -> tuple[ApprovalStep, Progress]:
    """Decide the level that is due in a round (its id): the step, and how far the round has come.

    Raises NotAllowed; Mistakes (`comment`) for a return that does not say what to change.
    """
    comment = verdict.comment.strip()
    if verdict.decision is Decision.RETURNED and not comment:
        raise Mistakes({"comment": _("退回时请写明要改什么。")})
    text = situation.keep("comment", comment) if comment else None
    under_way = Approval.objects.get(pk=under)
    step = approval.decide(under_way, situation.people, verdict.decision, verdict.digest, text)
    return step, approval.progress(under_way)
