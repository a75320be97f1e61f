"""Properties of the clock, over histories of any events in any order."""

from datetime import date, timedelta
from itertools import permutations
from random import Random

from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.law.clock.reckoned import CALENDAR, RECEIVED
from yangguang.law.clock import Deadline, Event, Kind, State, answer_due, consultations
from yangguang.law.clock.events import LEAVING

LAST = date(2026, 12, 31)
DAYS = st.integers(0, 120).map(lambda days: RECEIVED + timedelta(days=days))
MATTERS = st.sampled_from(["", "甲"])
HAPPENING = [kind for kind in Kind if kind is not Kind.RECEIVED]
LATE_RECEIPTS = {Kind.THIRD_PARTY_RECEIVED, Kind.CO_PRODUCER_RECEIVED}
"""The law names one thing that can set an end later in hindsight: the fifteen days of those who
are asked run from their receipt (Arts 32, 34)."""


@st.composite
def _event(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(HAPPENING))
    on = draw(DAYS)
    until = on + timedelta(days=draw(st.integers(1, 90))) if kind is Kind.DELAY_SET else None
    days = draw(st.integers(1, 20)) if kind is Kind.EXTENDED else None
    return Event(kind, on, days, until, matter=draw(MATTERS))


HISTORIES = st.lists(_event(), max_size=7)


def _deadline(events: list[Event], on: date = LAST) -> Deadline:
    return answer_due([Event(Kind.RECEIVED, RECEIVED), *events], CALENDAR, on)


def _until_it_left(events: list[Event]) -> list[Event]:
    left = next((at for at, one in enumerate(events, 1) if one.kind in LEAVING), len(events))
    return events[:left]


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(events: list[Event], random: Random) -> None:
    shuffled = events.copy()
    random.shuffle(shuffled)

    assert _deadline(shuffled) == _deadline(events)


def test_the_order_within_a_day_does_not_matter() -> None:
    on = RECEIVED + timedelta(days=2)
    events = [
        Event(Kind.THIRD_PARTY_ASKED, on),
        Event(Kind.THIRD_PARTY_RECEIVED, on),
        Event(Kind.THIRD_PARTY_ANSWERED, on),
        Event(Kind.EXTENDED, on, 5),
        Event(Kind.EXTENDED, on, 10),
    ]

    assert len({_deadline(list(order)) for order in permutations(events)}) == 1


@given(HISTORIES, DAYS, st.sampled_from(["third_party", "co_producer"]))
def test_a_pause_opened_and_closed_the_same_day_changes_nothing(
    events: list[Event], on: date, who: str
) -> None:
    pause = [Event(Kind(f"{who}_{what}"), on, matter="同日") for what in ("asked", "answered")]

    plain, paused = _deadline(events), _deadline([*events, *pause])

    assert (paused.due, paused.state, paused.working_days_left) == (
        plain.due,
        plain.state,
        plain.working_days_left,
    )


@given(HISTORIES, DAYS, st.integers(1, 20))
@example([], RECEIVED, 20)
def test_an_extension_in_time_adds_exactly_its_days(
    events: list[Event], on: date, days: int
) -> None:
    others = [one for one in events if one.kind not in (Kind.EXTENDED, Kind.DELAY_SET)]
    plain, then = _deadline(others), _deadline([e for e in others if e.on <= on], on)
    assume(plain.due is not None and then.state in (State.RUNNING, State.PAUSED))
    assume(then.due is None or on <= then.due)
    assume(plain.answered_on is None or plain.answered_on > on)
    # An act that came too late is in time once there are more days: then more than they is added.
    assume(not any("届满之后" in warning for warning in plain.warnings))

    extended = _deadline([*others, Event(Kind.EXTENDED, on, days)])

    assert plain.due is not None
    assert extended.due is not None
    until_it_left = _until_it_left(sorted(others, key=lambda e: e.order))
    asked = consultations.consulted(until_it_left, CALENDAR).consultations
    left_out = consultations.left_out(asked, CALENDAR)
    added = [d for d in CALENDAR.between(plain.due, extended.due) if d not in left_out]
    assert len(added) == days


@given(HISTORIES, HISTORIES, DAYS)
def test_nothing_makes_an_overdue_case_young_but_what_the_law_names(
    before: list[Event], after: list[Event], on: date
) -> None:
    before = [event for event in before if event.on <= on]
    after = [event for event in after if event.on > on and event.kind not in LATE_RECEIPTS]
    assume(_deadline(before, on).state is State.OVERDUE)

    later = _deadline([*before, *after])

    assert later.state in (State.OVERDUE, State.DONE)
    assert later.due is not None
    assert later.due <= on


@given(HISTORIES, HISTORIES, DAYS, st.sampled_from(sorted(LEAVING)))
def test_nothing_after_the_answer_has_left_moves_a_date(
    before: list[Event], after: list[Event], on: date, leaving: Kind
) -> None:
    before = [*(event for event in before if event.on <= on), Event(leaving, on)]
    after = [event for event in after if event.on > on]
    assume(_deadline(before).answered_on == on)

    then, later = _deadline(before), _deadline([*before, *after])

    assert (later.due, later.answered_on, later.steps) == (then.due, then.answered_on, then.steps)


@given(HISTORIES, DAYS, st.integers(0, 30), st.sampled_from(["third_party", "co_producer"]))
def test_asking_once_it_is_overdue_changes_nothing_and_is_said(
    before: list[Event], on: date, days: int, who: str
) -> None:
    before = [event for event in before if event.on <= on]
    assume(_deadline(before, on).state is State.OVERDUE)
    asked = Event(Kind(f"{who}_asked"), on, matter="迟")
    received = Event(Kind(f"{who}_received"), on + timedelta(days=days), matter="迟")

    plain, found = _deadline(before), _deadline([*before, asked, received])

    assert (found.due, found.state, found.pauses, found.steps) == (
        plain.due,
        plain.state,
        plain.pauses,
        plain.steps,
    )
    assert len(found.warnings) == len(plain.warnings) + 1


@given(HISTORIES, DAYS)
def test_the_days_left_are_those_until_the_due_date_less_those_said_not_to_count(
    events: list[Event], on: date
) -> None:
    found = _deadline(events, on)
    assume(found.state in (State.RUNNING, State.PAUSED) and found.due is not None)
    assert found.due is not None

    days = CALENDAR.count(on, found.due)

    assert found.working_days_left is not None
    assert found.working_days_left <= days
    if not any("不计入" in step.text for step in found.steps):
        assert found.working_days_left == days


@given(HISTORIES, DAYS)
def test_the_state_agrees_with_the_dates(events: list[Event], on: date) -> None:
    found = _deadline(events, on)

    match found.state:
        case State.DONE:
            assert found.answered_on is not None
            assert found.answered_on <= on
        case State.OVERDUE:
            assert found.due is not None
            assert found.due < on
            assert (found.working_days_left or 0) <= 0
        case State.PAUSED:
            assert found.pauses
        case State.RUNNING:
            assert found.due is not None
            assert found.due >= on
            assert not found.pauses
            assert (found.working_days_left or 0) >= 0


@given(HISTORIES, DAYS)
def test_every_step_has_its_article_and_its_sentence(events: list[Event], on: date) -> None:
    found = _deadline(events, on)

    assert [step.on for step in found.steps] == sorted(step.on for step in found.steps)
    assert all(step.article and step.text.endswith("。") for step in found.steps)
    assert all(warning.endswith("。") for warning in found.warnings)
