"""Decide a level of the approval of a report."""

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import approval, personal
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Approval, CaseText, DataKey
from yangguang.casework.models.approval import Decision
from yangguang.reporting.acting import Situation, acting
from yangguang.reporting.events import What
from yangguang.reporting.life import Move
from yangguang.reporting.models import YearReport
from yangguang.reporting.plain_words import remark

COMMENT = "report_comment"


def decide(
    report: YearReport,
    decision: Decision,
    digest: str,
    people: Standing,
    comment: str = "",
    seen: int | None = None,
) -> None:
    """Approve, or send back with a comment, what the person saw (its digest).

    Raises NotAllowed, Mistakes (`comment`: sent back without saying why).
    """
    comment = remark(comment, "comment")
    if decision is Decision.RETURNED and not comment:
        raise Mistakes({"comment": _("请写明退回的原因。")})
    with acting(report, Move.DECIDE, people, seen) as situation:
        round_ = Approval.objects.get(pk=situation.now.approval)
        said = _kept(situation, comment)
        step = approval.decide(round_, people, decision, digest, said)
        progress = approval.progress(round_)
        payload = {"version": situation.now.version, "approval": round_.pk, "step": step.pk}
        if progress.is_returned:
            situation.record(What.SENT_BACK, payload)
        elif progress.is_complete:
            situation.record(What.APPROVED, {**payload, "digest": digest})
        else:
            situation.record(What.AGREED, {**payload, "waits_for": progress.capability})


def _kept(situation: Situation, comment: str) -> CaseText | None:
    if not comment:
        return None
    key = DataKey.objects.get(pk=situation.case.events.get(seq=1).payload["key"])
    return personal.add_text(situation.case, COMMENT, comment, key)
