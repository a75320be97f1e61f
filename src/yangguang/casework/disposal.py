"""Disposal by an approved list: what the files of cases held of persons goes, the ledger stays.

A list holds filed cases whose period is over (`CaseState.kept_until`) and whose data nobody needs
any more. It is approved by the one engine, over a digest of how every case on it stood. Only then
are the keys destroyed, case by case, each in a transaction of its own: broken off, it is taken up
where it stopped; a case that changed since the list was made is left out and takes another list,
and keeps none of the others back. The Regulations leave filing to rules (Art. 45); that disposal
takes a list and an approval is the archives' [M].
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
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


class Candidate(NamedTuple):
    """A case whose period is over; `why` its data are still needed, empty where they are not."""

    state: CaseState
    why: str


class Left(NamedTuple):
    """A case that was not disposed of, and why."""

    number: str
    why: str


class CarriedOut(NamedTuple):
    """How many cases were disposed of, and which were left out."""

    done: int
    left_out: Sequence[Left]


def over(agency: Agency, on: date) -> QuerySet[CaseState]:
    """The filed cases of an agency whose period is over and whose personal data still stand.

    Not what is open again or disputed: it is still needed.
    """
    standing = Party.objects.filter(case=OuterRef("case_id"), key__destroyed_at__isnull=True)
    found = CaseState.objects.filter(Exists(standing), agency=agency, is_filed=True)
    found = found.filter(closed_on__isnull=False, is_disputed=False)
    return found.filter(kept_until__lt=on).order_by("kept_until", "number")


def candidates(states: Iterable[CaseState]) -> list[Candidate]:
    """Each with why it may not go on a list now. A few queries, and those of what was split."""
    every = list(states)
    cases = Case.objects.in_bulk([one.pk for one in every])
    events, waiting = _events(cases), _waiting({one.agency_id for one in every})
    stands = _stands(cases)
    found = []
    for one in every:
        on = waiting.get((one.pk, stands[one.pk]))
        listed = _("已经在 {day} 编制的清册上，等审批或者执行。").format(day=on) if on else ""
        found.append(Candidate(one, erasure.needed(cases[one.pk], events[one.pk]) or listed))
    return found


def _waiting(agencies: Collection[int]) -> dict[tuple[int, str], date]:
    """What stands on lists that were not refused, as it stood, with the day of the list."""
    return {
        (case, stood): timezone.localdate(one.made_at)
        for one in DisposalList.objects.filter(agency__in=agencies)
        if not approval.progress(round_of(one)).is_returned
        for case, stood in one.stood.items()
    }


def make(agency: Agency, cases: Collection[int], people: Standing) -> DisposalList:
    """Put up a list for approval. Raises NotAllowed, Mistakes."""
    if people.person is None or not people.can(Capability.REGISTER, agency.pk):
        raise NotAllowed(_("您没有在这个机关编制销毁清册的权限。"))
    if not cases:
        raise Mistakes({"cases": _("请至少勾选一件。")})
    with transaction.atomic():
        found = candidates(over(agency, moment.today()).filter(pk__in=cases))
        if {one.state.pk for one in found} != set(cases):
            raise NotAllowed(_("有的案件保管期限还没有满，或者已经销毁。请回到归档页重新勾选。"))
        if needed := [f"{one.state.number}：{one.why}" for one in found if one.why]:
            raise Mistakes({"cases": "".join(needed)})
        stood = sorted(_stands([one.state.pk for one in found]).items())
        listed = DisposalList.objects.create(
            agency=agency,
            cases=stood,
            digest=digest(canonical(stood)),
            made_by=people.person,
            made_at=moment.now(),
        )
        approval.open_round(agency, _subject(listed), listed.digest, PLAN, [people.person])
    return listed


def round_of(listed: DisposalList) -> Approval:
    """The round of approval that was opened with the list."""
    return Approval.objects.filter(subject=_subject(listed), digest=listed.digest).earliest("pk")


def decide(listed: DisposalList, people: Standing, decision: Decision) -> ApprovalStep:
    """Decide the level that is due, over the list as it stands. Raises NotAllowed."""
    now = digest(canonical(sorted(_stands(list(listed.stood)).items())))
    return approval.decide(round_of(listed), people, decision, now)


def left(listed: DisposalList) -> QuerySet[Case]:
    """The cases on the list whose personal data still stand."""
    standing = Party.objects.filter(case=OuterRef("pk"), key__destroyed_at__isnull=True)
    return Case.objects.filter(Exists(standing), pk__in=listed.stood).order_by("number")


def changed(listed: DisposalList, cases: Collection[Case]) -> list[Left]:
    """Those among the cases that take another list: they changed since, or are needed again."""
    events = _events([one.pk for one in cases])
    stands = _stands([one.pk for one in cases])
    return [
        Left(one.number, why)
        for one in cases
        if (why := _why_not(listed, one, stands, events[one.pk]))
    ]


def objection(listed: DisposalList, people: Standing) -> str:
    """Why the list may not be carried out now, by this person; empty where it may."""
    if not people.can(Capability.ADMINISTER, listed.agency_id):
        return _("销毁由本机关的系统管理员执行。")
    if not is_approved(listed):
        return _("销毁清册还没有审批通过。")
    remaining = list(left(listed))
    if not remaining:
        return _("清册上的都已经销毁。")
    if len(changed(listed, remaining)) == len(remaining):
        return _("编制清册以后，余下的案件都有变动。请重新编制清册，再送审。")
    return ""


def is_approved(listed: DisposalList) -> bool:
    """Whether exactly this list has passed all levels of PLAN, its author beside them."""
    is_whole = digest(canonical(listed.cases)) == listed.digest
    return is_whole and approval.is_approved(
        _subject(listed), listed.digest, PLAN, [listed.made_by]
    )


def carry_out(listed: DisposalList, people: Standing) -> CarriedOut:
    """Destroy the keys of the cases on the list, each in a transaction of its own.

    Done again it does what is left. Raises NotAllowed where nothing can be done at all.
    """
    if said := objection(listed, people):
        raise NotAllowed(said)
    done, left_out = 0, []
    for case in left(listed):
        try:
            _dispose(listed, case, people)
        except NotAllowed as why:
            left_out.append(Left(case.number, str(why)))
        else:
            done += 1
    return CarriedOut(done, left_out)


def _dispose(listed: DisposalList, case: Case, people: Standing) -> None:
    with transaction.atomic():
        locked = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        if said := changed(listed, [locked]):
            raise NotAllowed(said[0].why)
        erasure.erase_as_listed(locked, people)


def _why_not(
    listed: DisposalList, case: Case, stands: Mapping[int, str], events: Sequence[Event]
) -> str:
    if listed.stood[case.pk] != stands[case.pk]:
        return _("编制清册以后又有变动，要重新列清册。")
    return erasure.needed(case, events)


def _subject(listed: DisposalList) -> str:
    return f"disposal:{listed.pk}"


def _stands(cases: Collection[int]) -> dict[int, str]:
    """By id the digest of how a case stands: number, day to which it is kept, last event.

    That its data were erased is no change.
    """
    last = {
        pk: next(one.digest for one in reversed(events) if one.kind != ledger.ERASED)
        for pk, events in _events(cases).items()
    }
    kept = CaseState.objects.filter(pk__in=cases)
    return {
        one.pk: digest(canonical([one.pk, one.number, str(one.kept_until), last[one.pk]]))
        for one in kept
    }


def _events(cases: Collection[int]) -> dict[int, list[Event]]:
    rows = Event.objects.filter(case__in=cases).order_by("case_id", "seq")
    return {pk: list(events) for pk, events in groupby(rows, key=attrgetter("case_id"))}
