"""The states of all cases compared with their ledgers, or written anew from them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from django.db import transaction

from yangguang.casework import kinds, ledger
from yangguang.casework.models import Case, CaseState, Event, FormerCount

_CHUNK: Final = 500
_UNDERIVABLE: Final = (ValueError, KeyError, TypeError, ArithmeticError)
"""What a derivation ends with of a ledger that was altered."""


class Difference(NamedTuple):
    """A state that is not what the ledger gives: the case's number, the field, both values.

    `field` is empty where there is no state at all, or where none can be derived (`why`).
    """

    number: str
    field: str
    kept: Any
    derived: Any
    why: str = ""


def differences(
    *, write: bool = False, count: Callable[[int], None] = lambda _: None
) -> Iterator[Difference]:
    """What differs, case by case; with `write` the state is then written from the ledger.

    In chunks of cases: the same memory however many. A difference is looked at again with the case
    locked: somebody may just have been at work on it.
    """
    after = 0
    while cases := list(Case.objects.filter(pk__gt=after).order_by("pk")[:_CHUNK]):
        after = cases[-1].pk
        keys = [case.pk for case in cases]
        events = _events(keys)
        states, former = CaseState.objects.in_bulk(keys), _former(keys)
        for case in cases:
            kept = states.get(case.pk), former.get(case.pk, [])
            if _compared(case, *kept, events.get(case.pk, [])):
                yield from _settled(case, write)
        count(len(cases))


def _events(cases: list[int]) -> dict[int, list[Event]]:
    rows = Event.objects.filter(case__in=cases).order_by("case_id", "seq")
    return {pk: list(events) for pk, events in groupby(rows, key=attrgetter("case_id"))}


def _former(cases: list[int]) -> dict[int, list[FormerCount]]:
    rows = FormerCount.objects.filter(case__in=cases).order_by("case_id", "known_from")
    return {pk: list(former) for pk, former in groupby(rows, key=attrgetter("case_id"))}


@transaction.atomic
def _settled(case: Case, write: bool) -> list[Difference]:
    locked = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    state = CaseState.objects.filter(case=locked).first()
    former = _former([locked.pk]).get(locked.pk, [])
    found = _compared(locked, state, former, list(locked.events.order_by("seq")))
    if write and found and not found[0].why:
        ledger.project(locked)
    return found


def _compared(
    case: Case, state: CaseState | None, former: list[FormerCount], events: list[Event]
) -> list[Difference]:
    try:
        derived = ledger.projected(case, events)
    except _UNDERIVABLE as fault:
        why = f"从记录推不出状态（{type(fault).__name__}），请先运行 yangguang verify-ledger"
        return [Difference(case.number, "", None, None, why)]
    if state is None:
        return [Difference(case.number, "", None, derived.state["state"])]
    found = [
        Difference(case.number, field, getattr(state, field), value)
        for field, value in derived.state.items()
        if getattr(state, field) != value
    ]
    if [one.told() for one in former] != [one.told() for one in derived.former]:
        found.append(
            Difference(case.number, "former_counts", _spoken(former), _spoken(derived.former))
        )
    return found


def _spoken(former: list[FormerCount]) -> str:
    """What figures counted before, so that a difference is seen."""
    return "；".join(
        " ".join(str(value) for value in one.told().values() if value not in (None, ""))
        for one in former
    )


def complete() -> None:
    """Derive the states whose tables were changed since they were written (`counted_since` null).

    In chunks, each its own transaction: broken off, it goes on where it was. What cannot be derived
    is left, for `differences` to name.
    """
    counted = [name for name, kind in kinds.known().items() if kind.counted]
    after = 0
    while True:
        lacking = CaseState.objects.filter(kind__in=counted, counted_since=None, pk__gt=after)
        chunk = list(lacking.order_by("pk").values_list("pk", flat=True)[:_CHUNK])
        if not chunk:
            return
        after = chunk[-1]
        with transaction.atomic():
            cases = Case.objects.select_for_update(no_key=True).filter(pk__in=chunk).order_by("pk")
            ledger.project_anew(_derivable(list(cases)))


def _derivable(cases: list[Case]) -> dict[int, ledger.Projection]:
    events, found = _events([case.pk for case in cases]), {}
    for case in cases:
        with suppress(*_UNDERIVABLE):
            found[case.pk] = ledger.projected(case, events.get(case.pk, []))
    return found


def complete_after_migrating(**given: Any) -> None:
    """Receiver of post_migrate: complete what is there, where the tables are those of now."""
    with suppress(LookupError):
        given["apps"].get_model("casework", "FormerCount")
        complete()
