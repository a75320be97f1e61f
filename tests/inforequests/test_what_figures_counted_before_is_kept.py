"""Beside its state it is kept what figures counted of a request before, each with its time."""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import played, town
from tests.prepared import MONDAY
from tests.town import may
from yangguang.casework import ledger, moment
from yangguang.casework.models import Case, CaseState, Event, FormerCount
from yangguang.casework.rebuilding import Difference, complete, differences
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import registry
from yangguang.inforequests.events import LEAVES

_PLAYS = (played.answered_late, played.disputed, played.answered_anew, played.voided)
_FIELDS = tuple(next(derivation.counted([])))


def _moment(hour: int) -> datetime:
    return datetime(2026, 1, 20, hour, tzinfo=UTC)


@cache
def _ledgers() -> tuple[tuple[Case, tuple[Event, ...]], ...]:
    """Of some requests, one of them with its answer voided, and voided anew."""
    office = town.office()
    cases = [play(office, MONDAY) for play in _PLAYS]
    found = [(case, tuple(case.events.order_by("seq"))) for case in cases]
    case, events = found[0]
    for voided in (len(events), len(events) + 1):
        void = copy(events[-1])
        void.seq, void.kind = len(events) + 1, ledger.ENTRY_VOIDED
        void.payload = {"seq": voided}
        events = (*events, void)
    return (*found, (case, events))


def _as_known(events: Sequence[Event], at: datetime) -> Mapping[str, Any] | None:
    """What a plain replay says: of the beginning that was recorded by then."""
    late = next((place for place, one in enumerate(events) if one.recorded_at > at), len(events))
    known = ledger.standing_events(events[:late])
    return list(derivation.counted(known))[-1] if late else None


def _as_kept(case: Case, events: Sequence[Event], at: datetime) -> Mapping[str, Any] | None:
    kept = ledger.projected(case, events)
    if at >= kept.state["counted_since"]:
        (now,) = list(derivation.counted(ledger.standing_events(events)))[-1:]
        assert {**now, "state": ""} == {**{name: kept.state[name] for name in now}, "state": ""}
        return now
    then = [one for one in kept.former if one.known_from <= at < one.known_until]
    assert len(then) <= 1
    return {name: getattr(then[0], name) for name in _FIELDS} if then else None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_at_any_moment_it_is_what_the_ledger_says_be_the_clock_set_back(
    data: st.DataObject,
) -> None:
    case, written = data.draw(st.sampled_from(_ledgers()))
    hours = data.draw(st.lists(st.integers(0, 9), min_size=len(written), max_size=len(written)))
    hours = data.draw(st.sampled_from((hours, sorted(hours))))
    events = [copy(one) for one in written]
    for one, hour in zip(events, hours, strict=True):
        one.recorded_at = _moment(hour)

    for hour in range(10):
        assert _as_kept(case, events, _moment(hour)) == _as_known(events, _moment(hour))
    at = data.draw(st.integers(1, len(events)))
    earlier = [one.told() for one in ledger.projected(case, events[:at]).former]
    assert earlier == [one.told() for one in ledger.projected(case, events).former][: len(earlier)]


def _voided_later() -> Case:
    """A request that was answered, and of which it was found that its answer had not left."""
    office = town.office()
    case = played.answered(office, MONDAY)
    left = case.events.get(kind__in=LEAVES.values())
    with moment.standing_at(MONDAY + timedelta(days=60)):
        registry.void_entry(case, left.seq, may(office.handler))
    return case


def test_the_actions_write_what_the_ledger_gives() -> None:
    case = _voided_later()

    assert [one.closed_on is None for one in case.former_counts.order_by("known_from")] == [
        True,
        False,
    ]
    assert list(differences()) == []


def test_a_row_that_was_changed_is_named_and_written_back() -> None:
    case = _voided_later()
    was = [one.told() for one in case.former_counts.order_by("known_from")]
    case.former_counts.update(applicant_kind="other")

    (found,) = differences()
    assert isinstance(found, Difference)
    assert (found.number, found.field) == (case.number, "former_counts")

    list(differences(write=True))
    assert [one.told() for one in case.former_counts.order_by("known_from")] == was
    assert list(differences()) == []


def test_what_an_older_version_wrote_is_completed() -> None:
    case = _voided_later()
    was = [one.told() for one in case.former_counts.order_by("known_from")]
    FormerCount.objects.all().delete()
    CaseState.objects.update(counted_since=None)

    complete()

    assert [one.told() for one in case.former_counts.order_by("known_from")] == was
    assert list(differences()) == []
