"""Remand (发回重审) and retrial (再审): the suit goes on, and Table 4 counts it once a year."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.law.calendar import published
from yangguang.law.disputes import (
    Appealed,
    Decided,
    Dispute,
    DisputeResult,
    DisputeTrack,
    Retried,
    Ruling,
    Stated,
    Step,
    counted,
)

ENTERED = datetime(2023, 1, 1, tzinfo=UTC)
LATER = ENTERED + timedelta(days=9000)


def _suit(*steps: Step) -> Dispute:
    return Dispute(1, DisputeTrack.SUIT, date(2024, 3, 1), ENTERED, False, steps)


def _decided(on: date, ruling: Ruling, until: date | None = None) -> Decided:
    return Decided(on, ENTERED, ruling, until)


@st.composite
def suits(draw: st.DrawFn) -> Dispute:
    """Suits that go through any number of instances, by what each may be followed by."""
    found, day = _suit(), date(2024, 3, 1)
    for _ in range(draw(st.integers(0, 8))):
        day += timedelta(days=draw(st.integers(0, 300)))
        if found.decision is None:
            ruling = draw(st.sampled_from([one for one in Ruling if found.can_end_by(one)]))
            step: Step = _decided(day, ruling)
        elif found.effective_on(found.decision) > day:
            step = Appealed(day, ENTERED, draw(st.booleans()))
        else:
            step = Retried(day, ENTERED, draw(st.booleans()))
        found = found.then(step)
    return found


@given(suits())
@settings(max_examples=120, deadline=None)
def test_it_is_counted_once_a_year_while_it_is_open_and_when_it_is_settled(suit: Dispute) -> None:
    for year in range(2024, 2034):
        end = date(year, 12, 31)
        found = counted([suit], year, LATER)
        assert len(found) <= 1
        happened = [one for one in suit.steps if one.on <= end]
        holds = [
            one
            for one in happened
            if isinstance(one, Decided) and not one.remands and suit.effective_on(one) <= end
        ]
        is_settled = bool(holds) and happened[-1] is holds[-1]
        assert (suit.result(end) is DisputeResult.PENDING) is not is_settled
        if not is_settled:
            assert [one.result for one in found] == [DisputeResult.PENDING]


@given(suits())
@settings(max_examples=60, deadline=None)
def test_what_leaves_a_judgment_as_it_is_counts_as_that_judgment(suit: Dispute) -> None:
    if suit.decision is None:
        return
    day = suit.effective_on(suit.decision) + timedelta(days=1)
    before = suit.result(day)

    again = suit.then(Retried(day, ENTERED, False))
    upheld = again.then(_decided(day + timedelta(days=30), Ruling.JUDGMENT_STANDS))

    assert again.result(day) is DisputeResult.PENDING
    assert upheld.result(day + timedelta(days=30)) is before


def test_a_remand_opens_the_first_instance_whose_judgment_can_be_appealed_again() -> None:
    first = _decided(date(2024, 6, 3), Ruling.REJECTED)
    back = _decided(date(2024, 11, 5), Ruling.REMANDED)
    suit = _suit(first, Appealed(date(2024, 6, 10), ENTERED, False), back)
    assert suit.decision is None
    assert suit.result(date(2024, 12, 31)) is DisputeResult.PENDING

    anew = _decided(date(2025, 12, 20), Ruling.REVOKED)
    judged = suit.then(anew)

    assert judged.effective_on(anew) == date(2026, 1, 5)
    assert judged.result(date(2025, 12, 31)) is DisputeResult.PENDING
    assert judged.result(date(2026, 1, 5)) is DisputeResult.CORRECTED


def test_after_a_remand_a_statement_is_due_only_by_the_day_that_the_court_names() -> None:
    first = _decided(date(2024, 6, 3), Ruling.REJECTED)
    appeal = Appealed(date(2024, 6, 10), ENTERED, False)
    stated = Stated(date(2024, 6, 20), ENTERED)
    silent = _suit(first, appeal, stated, _decided(date(2024, 11, 5), Ruling.REMANDED))
    named = date(2024, 11, 23)  # a Saturday: the court's day is the court's
    told = _suit(first, appeal, stated, _decided(date(2024, 11, 5), Ruling.REMANDED, named))

    assert silent.statement_due(published()) is None
    assert told.statement_due(published()) == named
    assert told.then(Stated(date(2024, 11, 20), ENTERED)).statement_due(published()) is None


def test_a_review_is_not_remanded() -> None:
    review = Dispute(1, DisputeTrack.REVIEW, date(2024, 3, 1), ENTERED)

    assert not any(
        review.can_end_by(one)
        for one in (Ruling.REMANDED, Ruling.APPEAL_DISMISSED, Ruling.JUDGMENT_STANDS)
    )
