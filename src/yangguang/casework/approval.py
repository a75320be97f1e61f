"""The one engine of approval: levels, distinct persons, and exactly this content.

A round is opened over a digest and a plan of levels; each level is decided in its order, by someone
who holds what the level takes. No author gives the final approval, be it that another changed the
text after them, nor reviews it for secrecy; no one decides two levels; and as many distinct persons
as the agency's rules ask for, the authors among them, have taken part when it is complete. Another
digest is another round.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yangguang.agencies.capabilities import Capability, Standing, holders, holding
from yangguang.agencies.models import Agency, Person
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Approval, ApprovalStep, Case, CaseText
from yangguang.casework.models.approval import Decision

FEWEST_PERSONS: Final = 2
"""Who wrote it and who decides: whatever an agency's rules say (decision 0005)."""

LEVEL_NAMES: Final = {
    Capability.APPROVE_FIRST: gettext_lazy("科室负责人（初审）"),
    Capability.APPROVE_SECOND: gettext_lazy("公开办负责人（复审）"),
    Capability.APPROVE_FINAL: gettext_lazy("分管领导（终审）"),
    Capability.APPROVE_EXTENSION: gettext_lazy("公开办负责人"),
    Capability.REVIEW_SECRECY: gettext_lazy("保密审查人"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round has come: the level to decide next, or how it ended."""

    level: int
    capability: Capability | None
    is_complete: bool
    is_returned: bool


def open_round(
    agency: Agency,
    subject: str,
    digest: str,
    plan: Sequence[Capability],
    authors: Iterable[Person],
    case: Case | None = None,
) -> Approval:
    """Open a round over `digest`, written by `authors`: everyone who had a hand in it.

    A round that is under way over the same content is the same round.
    """
    same = Approval.objects.filter(subject=subject, digest=digest).order_by("-pk").first()
    if same and progress(same).capability is not None:
        return same
    return Approval.objects.create(
        agency=agency,
        case=case,
        subject=subject,
        digest=digest,
        plan=[capability.value for capability in plan],
        # A plan of one level has two persons: who wrote it and who decides (decision 0005).
        fewest_persons=min(agency.rules.distinct_persons, len(plan) + 1),
        authors=sorted(one.pk for one in authors),
        opened_at=moment.now(),
    )


def vacancy(plan: Sequence[Capability], agency: int) -> str:
    """What to say where a level of the plan has nobody at the agency (its id) now; else empty."""
    vacant = [one for one in plan if not holders(one, agency, moment.today())]
    if not vacant:
        return ""
    return _("本机关现在没有{who}，送审会停在这一级。请系统管理员先设置岗位或者代理。").format(
        who="、".join(str(LEVEL_NAMES[one]) for one in vacant)
    )


def progress(approval: Approval) -> Progress:
    """How far a round has come."""
    steps = list(approval.steps.all())
    if steps and steps[-1].decision == Decision.RETURNED:
        return Progress(len(steps), None, is_complete=False, is_returned=True)
    if len(steps) >= len(approval.plan):
        return Progress(len(steps), None, is_complete=True, is_returned=False)
    capability = Capability(approval.plan[len(steps)])
    return Progress(len(steps) + 1, capability, is_complete=False, is_returned=False)


def objection(approval: Approval, standing: Standing) -> str:
    """Why this person cannot decide the level that is due; empty where they can."""
    return _objection(approval, standing, progress(approval))


def _objection(approval: Approval, standing: Standing, now: Progress) -> str:
    if now.capability is None:
        return _("这一轮审批已经结束。")
    person = standing.person
    if person is None or not standing.can(now.capability, approval.agency_id):
        return _("这一级由{who}审批。").format(who=LEVEL_NAMES[now.capability])
    earlier = {step.person_id for step in approval.steps.all()}
    if person.pk in earlier:
        return _("您已经审批过前一级，同一份文件不能由同一个人审批两级。")
    is_final = now.level == len(approval.plan)
    if is_final and person.pk in approval.authors:
        return _("您是起草人，终审要由别人来做。")
    if now.capability is Capability.REVIEW_SECRECY and person.pk in approval.authors:
        return _("您是起草人，保密审查要由别人来做。")
    return ""


def too_few(approval: Approval, standing: Standing) -> str:
    """Why this person, who may decide the level that is due, can only return it; else empty."""
    return _too_few(approval, standing, progress(approval))


def _too_few(approval: Approval, standing: Standing, now: Progress) -> str:
    if now.level != len(approval.plan) or standing.person is None:
        return ""
    earlier = {step.person_id for step in approval.steps.all()}
    if len({*earlier, standing.person.pk, *approval.authors}) >= approval.fewest_persons:
        return ""
    said = _("本机关规定一份文件至少由 {count} 个不同的人经手，现在还不够：请退回，换人重新办。")
    return said.format(count=approval.fewest_persons)


def decide(
    approval: Approval,
    standing: Standing,
    decision: Decision,
    digest: str,
    comment: CaseText | None = None,
) -> ApprovalStep:
    """Decide the level that is due, over the content that the person saw.

    Raises NotAllowed with the sentence for the user: not theirs to decide, other content than the
    round is over, or someone else was quicker.
    """
    if digest != approval.digest:
        raise NotAllowed(_("内容在您打开之后改动过，请看过新的内容再审批。"))
    now = progress(approval)  # once: meanwhile someone else may bring it to the next level
    if said := _objection(approval, standing, now):
        raise NotAllowed(said)
    if decision is Decision.APPROVED and (said := _too_few(approval, standing, now)):
        raise NotAllowed(said)
    assert now.capability is not None and standing.person is not None
    by = standing.holding(now.capability, approval.agency_id)
    try:
        with transaction.atomic():
            return ApprovalStep.objects.create(
                approval=approval,
                level=now.level,
                decision=decision,
                person=standing.person,
                instead_of=by.instead_of if by else None,
                digest=digest,
                comment=comment,
                decided_at=moment.now(),
            )
    except IntegrityError:
        raise NotAllowed(_("这一级刚刚由别人审批了，请刷新看看结果。")) from None


def is_approved(
    subject: str,
    digest: str,
    plan: Sequence[Capability] = (),
    authors: Iterable[Person] = (),
) -> bool:
    """Whether exactly this content has passed all its levels, each as `decide` would have let it.

    A row that was put there by another way, by whoever owns the database, proves nothing: `plan`
    and `authors`, where they are given, are what the round must have been over, and every step must
    be by another person who held on that day what the level takes.
    """
    least = frozenset(one.pk for one in authors)
    rounds = Approval.objects.filter(subject=subject, digest=digest)
    return any(_is_sound(one, plan, least) for one in rounds)


def _is_sound(approval: Approval, plan: Sequence[Capability], authors: frozenset[int]) -> bool:
    steps = list(approval.steps.all())
    people = {step.person_id for step in steps}
    by_whom = {*authors, *approval.authors}
    return (
        bool(approval.plan)
        and (not plan or approval.plan == [one.value for one in plan])
        and [step.level for step in steps] == [*range(1, len(approval.plan) + 1)]
        and all(_is_decided(step, approval) for step in steps)
        and len(people) == len(steps)
        and steps[-1].person_id not in by_whom
        and len(people | by_whom) >= max(approval.fewest_persons, FEWEST_PERSONS)
    )


def _is_decided(step: ApprovalStep, approval: Approval) -> bool:
    on = timezone.localdate(step.decided_at)
    held = holding(Capability(approval.plan[step.level - 1]), approval.agency_id, on)
    return (
        step.decision == Decision.APPROVED
        and step.digest == approval.digest
        and held.filter(pk=step.person_id).exists()
    )
