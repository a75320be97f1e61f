"""The states of all cases compared with their ledgers, or written anew from them."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from django.db import transaction

from yangguang.casework import ledger
from yangguang.casework.models import Case, CaseState, Event

_CHUNK: Final = 500


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
        states = CaseState.objects.in_bulk(keys)
        for case in cases:
            if _compared(case, states.get(case.pk), events.get(case.pk, [])):
                yield from _settled(case, write)
        count(len(cases))


def _events(cases: list[int]) -> dict[int, list[Event]]:
    rows = Event.objects.filter(case__in=cases).order_by("case_id", "seq")
    return {pk: list(events) for pk, events in groupby(rows, key=attrgetter("case_id"))}


@transaction.atomic
def _settled(case: Case, write: bool) -> list[Difference]:
    locked = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    state = CaseState.objects.filter(case=locked).first()
    found = _compared(locked, state, list(locked.events.order_by("seq")))
    if write and found and not found[0].why:
        ledger.project(locked)
    return found


def _compared(case: Case, state: CaseState | None, events: list[Event]) -> list[Difference]:
    try:
        derived = ledger.derived(case, events)
    except (ValueError, KeyError, TypeError, ArithmeticError) as fault:
        why = f"从记录推不出状态（{type(fault).__name__}），请先运行 yangguang verify-ledger"
        return [Difference(case.number, "", None, None, why)]
    if state is None:
        return [Difference(case.number, "", None, derived["state"])]
    return [
        Difference(case.number, field, getattr(state, field), value)
        for field, value in derived.items()
        if getattr(state, field) != value
    ]
