"""Reading requests: what a person may see, the queue by what is to be done, counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Count, F, Q, QuerySet

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency, Person
from yangguang.casework import personal, sealing
from yangguang.casework.models import Case, CaseState, CaseText
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import KIND
from yangguang.law.calendar import published
from yangguang.law.clock import Deadline, State

SOON: Final = 5
"""Working days: what is due within them stands under 即将到期."""

APPROVING: Final = (
    Capability.APPROVE_FIRST,
    Capability.APPROVE_SECOND,
    Capability.APPROVE_FINAL,
    Capability.APPROVE_EXTENSION,
    Capability.REVIEW_SECRECY,
)


class Tab(StrEnum):
    """The parts of the queue."""

    MINE = "mine"
    UNASSIGNED = "unassigned"
    SOON = "soon"
    OVERDUE = "overdue"
    WAITING = "waiting"
    TO_APPROVE = "to_approve"
    DISPUTED = "disputed"
    ALL = "all"


class Sort(StrEnum):
    """The orders of the queue."""

    DUE = "due"
    STATEMENT = "statement"
    RECEIVED = "received"
    NUMBER = "number"
    LATEST = "latest"


_ORDERS: Final = {
    Sort.DUE: (F("due_on").asc(nulls_last=True), "case_id"),
    Sort.STATEMENT: ("statement_due_on", "case_id"),
    Sort.RECEIVED: ("received_on", "case_id"),
    Sort.NUMBER: ("number",),
    Sort.LATEST: ("-case_id",),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows the queue; empty fields do not. `number`: a part of it."""

    number: str = ""
    stage: str = ""
    handler: int | None = None
    agency: int | None = None


def visible_to(people: Standing) -> QuerySet[Case]:
    """The requests that a person may know of."""
    return Case.objects.filter(kind=KIND, agency_id__in=people.agencies(Capability.SEE_CASES))


def whole_of(case: Case) -> Case | None:
    """The request that a case was a part of, before it was split; None for any other."""
    received = case.events.filter(seq=1).first()
    whole = received.payload.get("split_from") if received else None
    return Case.objects.filter(kind=KIND, pk=whole).first() if whole else None


def kept_by(person: Person) -> QuerySet[Case]:
    """The requests that an account keeps together, the latest first."""
    return Case.objects.filter(kind=KIND, keepings__person=person).order_by("-opened_at")


def states_visible_to(people: Standing) -> QuerySet[CaseState]:
    """How these stand."""
    seen = people.agencies(Capability.SEE_CASES)
    # One agency, as most see: "= 1" lets the database walk an index in order, "IN (1)" does not.
    theirs = Q(agency_id=next(iter(seen))) if len(seen) == 1 else Q(agency_id__in=seen)
    return CaseState.objects.filter(theirs, kind=KIND)


def queue(
    people: Standing, tab: Tab, on: date, filters: Filters | None = None, sort: Sort = Sort.DUE
) -> QuerySet[CaseState]:
    """A part of the queue, in order."""
    found = _within(tab, people).filter(_belongs(tab, people, on))
    wanted = filters or Filters()
    if wanted.number:
        found = found.filter(number__contains=wanted.number)
    if wanted.stage:
        found = found.filter(state=wanted.stage)
    if wanted.handler:
        found = found.filter(handler_id=wanted.handler)
    if wanted.agency:
        found = found.filter(agency_id=wanted.agency)
    # Fetched beside, not joined: a join makes the database sort where an index has the order.
    return found.prefetch_related("handler", "agency").order_by(*_ORDERS[sort])


def unfiled(people: Standing, agency: Agency) -> QuerySet[CaseState]:
    """An agency's closed requests that are still to be filed, the oldest first (Art. 45).

    Those among them with a `former_place` were filed before and have changed since. What is
    disputed is filed when that is over.
    """
    return _unfiled(people).filter(agency=agency).order_by("closed_on", "pk")


def count_unfiled(people: Standing, agencies: Collection[int]) -> dict[int, int]:
    """The same in figures: of these agencies (ids) those that have some, and how many."""
    rows = _unfiled(people).filter(agency__in=agencies).order_by()
    return dict(rows.values_list("agency").annotate(many=Count("pk")))


def _unfiled(people: Standing) -> QuerySet[CaseState]:
    closed = states_visible_to(people).filter(closed_on__isnull=False)
    return closed.filter(is_filed=False, is_disputed=False).exclude(state=Stage.VOIDED)


def filed(people: Standing, agency: Agency) -> QuerySet[CaseState]:
    """What of an agency's requests lies in the archives, by the end of its period."""
    return states_visible_to(people).filter(agency=agency, is_filed=True).order_by("kept_until")


def counts(people: Standing, on: date) -> dict[Tab, int]:
    """How many stand under each tab. Four queries, that of all in one of its own."""
    return {**open_counts(people, on), Tab.ALL: states_visible_to(people).count()}


def open_counts(people: Standing, on: date) -> dict[Tab, int]:
    """How many stand under each tab but that of all.

    Three queries: over what is open; and over what can be closed too, disputes and approvals.
    """
    closed_too = (Tab.DISPUTED, Tab.TO_APPROVE)
    tabs = [tab for tab in Tab if tab not in (Tab.ALL, *closed_too)]
    seen = states_visible_to(people)
    still_open = seen.filter(closed_on__isnull=True)
    found = still_open.aggregate(
        **{tab.value: Count("pk", filter=_belongs(tab, people, on)) for tab in tabs}
    )
    others = {
        tab: _within(tab, people).filter(_belongs(tab, people, on)).count() for tab in closed_too
    }
    return {tab: found[tab.value] for tab in tabs} | others


def _within(tab: Tab, people: Standing) -> QuerySet[CaseState]:
    """Among what a tab's requests are looked for; what waits for me names the agencies itself.

    Named twice, they would lead the database over all of an agency's requests to the few.
    """
    if tab is Tab.TO_APPROVE:
        return CaseState.objects.filter(kind=KIND)
    return states_visible_to(people)


def _belongs(tab: Tab, people: Standing, on: date) -> Q:
    still_open = Q(closed_on__isnull=True)
    match tab:
        case Tab.MINE:
            return still_open & Q(handler=people.person)
        case Tab.UNASSIGNED:
            return still_open & Q(state=Stage.UNASSIGNED)
        case Tab.SOON:
            return still_open & Q(due_on__gte=on, due_on__lte=published().add(on, SOON))
        case Tab.OVERDUE:
            return still_open & Q(due_on__lt=on)
        case Tab.WAITING:
            return still_open & _is_paused(on)
        case Tab.TO_APPROVE:
            return _waits_for(people)
        case Tab.DISPUTED:
            return Q(statement_due_on__isnull=False)
        case Tab.ALL:
            return Q()


def _waits_for(people: Standing) -> Q:
    """What waits for their decision: letters, and what is to be open to all of closed requests."""
    seen, theirs = people.agencies(Capability.SEE_CASES), Q(pk__in=())
    for capability in APPROVING:
        for agency in sorted(seen & people.agencies(capability)):
            theirs |= Q(agency_id=agency, waits_for=capability)
    return theirs


def _is_paused(on: date) -> Q:
    """Whether the clock stands still on a day.

    A wait for the applicant lasts until it is ended, and leaves no day to answer by; a wait for
    others (Arts 32, 34) is over after its last day, whether they answered or not.
    """
    return Q(paused_since__isnull=False) & (Q(due_on__isnull=True) | Q(paused_until__gte=on))


def deadline_of(state: CaseState, on: date) -> Deadline:
    """The clock as far as a list shows it; its steps are on the case's own page."""
    waits_until = state.paused_until if state.paused_until and state.paused_until >= on else None
    left = published().count(waits_until or on, state.due_on) if state.due_on else None
    if state.state == Stage.ANSWERED:
        stands = State.DONE
    elif state.due_on is not None and state.due_on < on:
        stands = State.OVERDUE
    elif state.due_on is None or waits_until:
        stands = State.PAUSED
    else:
        stands = State.RUNNING
    return Deadline(state.due_on, stands, left, (), (), (), state.closed_on)


def wanted_in(cases: Sequence[int]) -> Mapping[int, str]:
    """What is asked for in some cases (ids), as far as it can be read. One query."""
    texts = CaseText.objects.filter(case_id__in=cases, kind="request")
    found: dict[int, str] = {}
    for text in texts.select_related("key", "case"):
        try:
            kept = personal.words_of(text)
        except (personal.Erased, sealing.CannotOpen):
            continue
        if isinstance(kept, dict):
            found[text.case_id] = str(kept.get("wanted", ""))
    return found
