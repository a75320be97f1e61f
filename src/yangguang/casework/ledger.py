"""The ledger: the one way in which facts are added to a case, and how its chain is proved."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import accumulate, islice, pairwise
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from django.db import transaction

from yangguang.agencies.models import Person
from yangguang.casework import kinds, knowing, moment
from yangguang.casework.digests import canonical, digest
from yangguang.casework.models import Case, CaseState, Event, FormerCount

ENTRY_VOIDED: Final = "entry_voided"
"""The counter-entry: its payload names the event (`seq`) that was a mistake."""

ERASED: Final = "erased"
"""Personal data of the case were destroyed: payload `keys` (ids) and `basis` (an enumeration)."""

_OWN: Final = frozenset({ENTRY_VOIDED, ERASED})
"""The ledger's own kinds: no room derives a state from them."""

_DATE_OR_DIGEST: Final = re.compile(r"\d{4}-\d{2}-\d{2}|[0-9a-f]{64}|")
_LARGEST: Final = 2**31 - 1
"""Of a number: more than there will be rows; too small for a mobile phone's or a paper's number."""


class Entry(Protocol):
    """What of an event a state follows from; an `Event`, or a row of some of its columns."""

    @property
    def seq(self) -> int:
        """Its place, from 1."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def occurred_on(self) -> date:
        """Its legal date."""

    @property
    def recorded_at(self) -> datetime:
        """When it was entered."""

    @property
    def payload(self) -> Mapping[str, Any]:
        """Ids, dates, enumerations and digests."""


E = TypeVar("E", bound=Entry)


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

    `payload` holds ids, dates (ISO), members of enumerations and digests only: anything that could
    be someone's words, name or number raises ValueError.
    """
    fact = Fact(case, kind, occurred_on, actor, _plain(payload or {}), version)
    with transaction.atomic():
        knowing.writing()
        locked = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        last = Event.objects.filter(case=locked).order_by("-seq").first()
        event = _entry(fact, last)
        event.save(force_insert=True)
        project(locked)
    return event


class Fact(NamedTuple):
    """What is to be recorded of a case; as `record` takes it."""

    case: Case
    kind: str
    occurred_on: date
    actor: Actor
    payload: Mapping[str, Any]
    version: int = 1


def begin(facts: Sequence[Fact]) -> None:
    """Record the first fact of each of some cases, in the transaction that made the cases.

    As `record`; two statements for every two dozen or so. A case that has a fact already raises
    IntegrityError.
    """
    with transaction.atomic():
        knowing.writing()
        events = [_entry(one._replace(payload=_plain(one.payload)), None) for one in facts]
        Event.objects.bulk_create(events)
        CaseState.objects.bulk_create(
            CaseState(case_id=event.case_id, **derived(event.case, [event])) for event in events
        )


def _entry(fact: Fact, last: Event | None) -> Event:
    """A fact as the event that follows on the last one; not written yet."""
    event = Event(
        case=fact.case,
        seq=last.seq + 1 if last else 1,
        kind=fact.kind,
        version=fact.version,
        occurred_on=fact.occurred_on,
        recorded_at=moment.now(),
        actor=fact.actor.person,
        instead_of=fact.actor.instead_of,
        payload=fact.payload,
        previous=last.digest if last else beginning(fact.case),
    )
    event.digest = digest_of(event)
    return event


def _plain(payload: Mapping[str, Any]) -> dict[str, Any]:
    """A payload as it will be read again. The error names the key and quotes nothing."""
    for name, value in payload.items():
        for one in value if isinstance(value, list | tuple) else (value,):
            if not _is_plain(one):
                raise ValueError(f"the ledger takes no such value: {name}")
    found: dict[str, Any] = json.loads(canonical(dict(payload)))
    return found


def _is_plain(value: object) -> bool:
    """A text passes for what it is, not for how it looks: a name in Latin letters is a word too."""
    match value:
        case None | StrEnum():
            return True
        case int():
            return 0 <= value <= _LARGEST
        case str():
            return bool(_DATE_OR_DIGEST.fullmatch(value))
    return False


def beginning(case: Case) -> str:
    """What stands before the first event of a case: a digest of what the case is."""
    return digest(
        canonical(
            [
                case.pk,
                case.kind,
                case.agency_id,
                case.number,
                bytes(case.query_code).hex(),
                _moment(case.opened_at),
            ]
        )
    )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


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
                _moment(event.recorded_at),
                event.actor_id,
                event.instead_of_id,
                event.payload,
                event.previous,
            ]
        )
    )


def standing_events(events: Iterable[E]) -> list[E]:
    """The events that hold: without those that a counter-entry voided, nor the ledger's own.

    A counter-entry can itself be voided by a later one.
    """
    ordered = list(events)
    voided: set[int] = set()
    for event in reversed(ordered):
        if event.kind == ENTRY_VOIDED and event.seq not in voided:
            voided.add(event.payload["seq"])
    return [e for e in ordered if e.kind not in _OWN and e.seq not in voided]


def derived(case: Case, events: Iterable[Event]) -> dict[str, Any]:
    """What the state of a case must be, from its events: the fields of CaseState but its key."""
    return projected(case, events).state


class Projection(NamedTuple):
    """What is kept of a case beside its ledger: the fields of its CaseState but the key, and what
    figures counted before (nothing saved), the earliest first."""

    state: dict[str, Any]
    former: list[FormerCount]


def projected(case: Case, events: Iterable[Event]) -> Projection:
    """What must be kept of a case, from its events in order."""
    every = list(events)
    fields = kinds.of(case.kind).derive(case, standing_events(every))
    spans = _spans(case, every)
    state = {
        **fields,
        "kind": case.kind,
        "agency_id": case.agency_id,
        "number": case.number,
        "counted_since": spans[-1].since if spans else None,
        "last_seq": every[-1].seq if every else 0,
    }
    of_case = {"case_id": case.pk, "kind": case.kind, "agency_id": case.agency_id}
    former = [
        FormerCount(**of_case, **one.fields, known_from=one.since, known_until=then.since)
        for one, then in pairwise(spans)
    ]
    return Projection(state, former)


class _Span(NamedTuple):
    """What figures count of a case, and the moment since which that is known."""

    since: datetime
    fields: Mapping[str, Any]


def _spans(case: Case, every: Sequence[Event]) -> list[_Span]:
    """What figures count of a case over time, as it was known; the last one is what they count now.

    What is entered later changes none but the last one, and ends it: those before stay as written.
    """
    found: list[_Span] = []
    for one in _counted(case, every):
        if found and found[-1].since == one.since:
            found[-1] = one
        elif not found or found[-1].fields != one.fields:
            found.append(one)
    return found


def _counted(case: Case, every: Sequence[Event]) -> Iterator[_Span]:
    """What figures count of a case after each of its entries that its state follows from.

    An entry is known since it and all before it were recorded, be it that the clock was set back.
    A counter-entry has everything begin anew, from what then holds.
    """
    counted = kinds.of(case.kind).counted
    if counted is None:
        return
    known_since = list(accumulate((one.recorded_at for one in every), max))
    anew = [at for at, one in enumerate(every, 1) if one.kind == ENTRY_VOIDED]
    for begun, next_anew in pairwise([0, *anew, len(every) + 1]):
        holding = standing_events(every[:begun])
        follow = [at for at in range(begun, next_anew - 1) if every[at].kind not in _OWN]
        after = counted([*holding, *(every[at] for at in follow)])
        if begun:
            yield _Span(known_since[begun - 1], next(islice(after, len(holding), None)))
        else:
            next(after)  # before anything was entered
        yield from (_Span(known_since[at], next(after)) for at in follow)


def project(case: Case) -> CaseState:
    """Write anew from its ledger what is kept of a case. With `project_anew` and `begin` the only
    writer of CaseState and FormerCount."""
    found = projected(case, Event.objects.filter(case=case).order_by("seq"))
    state, _ = CaseState.objects.update_or_create(case=case, defaults=found.state)
    there = [one.told() for one in case.former_counts.order_by("known_from")]
    wanted = [one.told() for one in found.former]
    if there != wanted[: len(there)]:  # not by what was entered: it was changed beside the ledger
        case.former_counts.all().delete()
        there = []
    FormerCount.objects.bulk_create(found.former[len(there) :])
    return state


def project_anew(found: Mapping[int, Projection]) -> None:
    """Write what was found of cases (by their ids, locked), whatever is kept of them now."""
    states = [CaseState(case_id=case, **one.state) for case, one in found.items()]
    names = [field.name for field in CaseState._meta.local_concrete_fields]
    CaseState.objects.bulk_create(
        states,
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=[name for name in names if name != "case"],
    )
    FormerCount.objects.filter(case__in=found).delete()
    FormerCount.objects.bulk_create(row for one in found.values() for row in one.former)


class Broken(NamedTuple):
    """A place where the chain of a case does not hold: the case's number, the event, why."""

    number: str
    seq: int
    why: str


def broken(case: Case, events: Iterable[Event]) -> Broken | None:
    """The first place where a case's events (in order) are not the chain they must be."""
    previous, seq = beginning(case), 0
    for seq, event in enumerate(events, 1):
        if event.seq != seq:
            return Broken(case.number, seq, "缺少这一条")
        if event.previous != previous:
            why = "案件的编号或所属机关被改动过" if seq == 1 else "与前一条接不上"
            return Broken(case.number, seq, why)
        try:
            is_as_entered = digest_of(event) == event.digest
        except (AttributeError, ValueError, TypeError):
            return Broken(case.number, seq, "内容被改动过，已经读不出来")
        if not is_as_entered:
            return Broken(case.number, seq, "内容被改动过")
        previous = event.digest
    return None if seq else Broken(case.number, 1, "一条记录也没有")
