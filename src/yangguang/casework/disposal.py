"""Disposal by an approved list: what the files of cases held of persons goes, the ledger stays.

A list holds filed cases whose period is over (`CaseState.kept_until`). It is approved by the one
engine, over a digest of every case's number, state and last event: what changed since is another
list. Only then are the keys destroyed, case by case; broken off, it is taken up where it stopped.
The Regulations leave filing to rules (Art. 45); that disposal takes a list and an approval is the
archives' [M].
"""

from collections.abc import Collection
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import approval, erasure, ledger, moment
from yangguang.casework.digests import canonical, digest
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import (
    Approval,
    ApprovalStep,
    Case,
    CaseState,
    DisposalList,
    Event,
    Party,
)
from yangguang.casework.models.approval import Decision

PLAN: Final = (Capability.APPROVE_SECOND, Capability.APPROVE_FINAL)
"""The head of the disclosure office, then the leader in charge."""


def over(agency: Agency, on: date) -> QuerySet[CaseState]:
    """The filed cases of an agency whose period is over and whose personal data still stand.

    Not what is open again or disputed: it is still needed.
    """
    standing = Party.objects.filter(case=OuterRef("case_id"), key__destroyed_at__isnull=True)
    found = CaseState.objects.filter(Exists(standing), agency=agency, is_filed=True)
    found = found.filter(closed_on__isnull=False, is_disputed=False)
    return found.filter(kept_until__lt=on).order_by("kept_until", "number")


def make(agency: Agency, cases: Collection[int], people: Standing) -> DisposalList:
    """Put up a list for approval. Raises NotAllowed, Mistakes."""
    if people.person is None or not people.can(Capability.REGISTER, agency.pk):
        raise NotAllowed(_("您没有在这个机关编制销毁清册的权限。"))
    if not cases:
        raise Mistakes({"cases": _("请至少勾选一件。")})
    with transaction.atomic():
        found = set(over(agency, moment.today()).filter(pk__in=cases).values_list("pk", flat=True))
        if found != set(cases):
            raise NotAllowed(_("有的案件保管期限还没有满，或者已经销毁。请回到归档页重新勾选。"))
        listed = DisposalList.objects.create(
            agency=agency,
            cases=sorted(found),
            digest=_digest(found),
            made_by=people.person,
            made_at=moment.now(),
        )
        approval.open_round(agency, _subject(listed), listed.digest, PLAN, [people.person])
    return listed


def round_of(listed: DisposalList) -> Approval:
    """The round of approval that was opened with the list."""
    return Approval.objects.get(subject=_subject(listed), digest=listed.digest)


def decide(listed: DisposalList, people: Standing, decision: Decision) -> ApprovalStep:
    """Decide the level that is due, over the list as it stands. Raises NotAllowed."""
    return approval.decide(round_of(listed), people, decision, _digest_now(listed))


def left(listed: DisposalList) -> QuerySet[Case]:
    """The cases on the list whose personal data still stand."""
    standing = Party.objects.filter(case=OuterRef("pk"), key__destroyed_at__isnull=True)
    return Case.objects.filter(Exists(standing), pk__in=listed.cases).order_by("number")


def objection(listed: DisposalList, people: Standing) -> str:
    """Why the list may not be carried out now, by this person; empty where it may."""
    if not people.can(Capability.ADMINISTER, listed.agency_id):
        return _("销毁由本机关的系统管理员执行。")
    if not approval.is_approved(_subject(listed), listed.digest):
        return _("销毁清册还没有审批通过。")
    remaining = left(listed)
    if not remaining:
        return _("清册上的都已经销毁。")
    if _digest_now(listed) != listed.digest:
        return _("编制清册以后，有的案件又有变动。请重新编制清册，再送审。")
    return ""


def carry_out(listed: DisposalList, people: Standing) -> int:
    """Destroy the keys of every case on the list, each in a transaction; how many. NotAllowed."""
    if said := objection(listed, people):
        raise NotAllowed(said)
    remaining = list(left(listed))
    for case in remaining:
        erasure.erase_as_listed(case, people)
    return len(remaining)


def _subject(listed: DisposalList) -> str:
    return f"disposal:{listed.pk}"


def _digest_now(listed: DisposalList) -> str:
    return _digest(set(listed.cases))


def _digest(cases: Collection[int]) -> str:
    """Of every case its number, the day to which it is kept, and its last event but an erasure."""
    kept = CaseState.objects.filter(pk__in=cases).order_by("pk")
    rows = [(one.pk, one.number, str(one.kept_until), _last(one.pk)) for one in kept]
    return digest(canonical(rows))


def _last(case: int) -> str:
    events = Event.objects.filter(case=case).exclude(kind=ledger.ERASED).order_by("-seq")
    last: str = events.values_list("digest", flat=True)[0]
    return last
