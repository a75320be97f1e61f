"""The ledger: the one way in which facts are added to a case, and how its chain is proved."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date
from typing import Any, Final, NamedTuple

from django.db import transaction

from yangguang.agencies.models import Person
from yangguang.casework import kinds, moment
from yangguang.casework.digests import LENGTH, canonical, digest
from yangguang.casework.models import Case, CaseState, Event

BEGINNING: Final = "0" * LENGTH
"""What stands before the first event of a case."""

ENTRY_VOIDED: Final = "entry_voided"
"""The counter-entry: its payload names the event (`seq`) that was a mistake."""


class Actor(NamedTuple):
    """Who acts: nobody of ours (a citizen, the system), or a person, maybe in another's place."""

    person: Person | None = None
    instead_of: Person | None = None


PUBLIC: Final = Actor()


def record(
    case: Case,
    kind: str,
    *,
    occurred_on: date,
    actor: Actor,
    payload: Mapping[str, Any] | None = None,
    version: int = 1,
) -> Event:
    """Append a fact and bring the case's state up to it; in one transaction, the case locked.

    `payload` holds ids, dates (ISO), enumerations and digests only.
    """
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        last = Event.objects.filter(case=locked).order_by("-seq").first()
        event = Event(
            case=locked,
            seq=last.seq + 1 if last else 1,
            kind=kind,
            version=version,
            occurred_on=occurred_on,
            recorded_at=moment.now(),
            actor=actor.person,
            instead_of=actor.instead_of,
            payload=dict(payload or {}),
            previous=last.digest if last else BEGINNING,
        )
        event.digest = digest_of(event)
        event.save(force_insert=True)
        project(locked)
    return event


def digest_of(event: Event) -> str:
    """What an event's digest must be."""
    return digest(
        canonical(
            [
                event.case_id,
                event.seq,
                event.kind,
                event.version,
                event.occurred_on.isoformat(),
                event.recorded_at.astimezone(UTC).isoformat(timespec="microseconds"),
                event.actor_id,
                event.instead_of_id,
                event.payload,
                event.previous,
            ]
        )
    )


def standing_events(events: Iterable[Event]) -> list[Event]:
    """The events that hold: without those that a counter-entry voided, and without counter-entries.

    A counter-entry can itself be voided by a later one.
    """
    ordered = list(events)
    voided: set[int] = set()
    for event in reversed(ordered):
        if event.kind == ENTRY_VOIDED and event.seq not in voided:
            voided.add(event.payload["seq"])
    return [e for e in ordered if e.kind != ENTRY_VOIDED and e.seq not in voided]


def derived(case: Case, events: Iterable[Event]) -> dict[str, Any]:
    """What the state of a case must be, from its events: the fields of CaseState but its key."""
    every = list(events)
    fields = kinds.of(case.kind).derive(case, standing_events(every))
    return {
        **fields,
        "kind": case.kind,
        "agency_id": case.agency_id,
        "number": case.number,
        "last_seq": every[-1].seq if every else 0,
    }


def project(case: Case) -> CaseState:
    """Write the case's state anew from its ledger. The only writer of CaseState."""
    events = Event.objects.filter(case=case).order_by("seq")
    state, _ = CaseState.objects.update_or_create(case=case, defaults=derived(case, events))
    return state


class Broken(NamedTuple):
    """A place where the chain does not hold."""

    case: int
    seq: int
    why: str


def broken(case: int, events: Iterable[Event]) -> Broken | None:
    """The first place where a case's events (in order) are not the chain they must be."""
    previous = BEGINNING
    for seq, event in enumerate(events, 1):
        if event.seq != seq:
            return Broken(case, seq, "缺少这一条")
        if event.previous != previous:
            return Broken(case, seq, "与前一条接不上")
        if digest_of(event) != event.digest:
            return Broken(case, seq, "内容被改动过")
        previous = event.digest
    return None
