"""What Table 4 counts a dispute as, and in which years; by when our own statement is due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.law.calendar import published
from yangguang.law.disputes import (
    RESULTS,
    Appealed,
    Decided,
    Dispute,
    DisputeResult,
    DisputeTrack,
    Ruling,
    Stated,
    counted,
)

ENTERED = datetime(2023, 1, 1, tzinfo=UTC)
LATER = ENTERED + timedelta(days=4000)


def suit(received: date, *steps) -> Dispute:
    return Dispute(1, DisputeTrack.SUIT, received, ENTERED, False, steps)


def decided(on: date, ruling: Ruling = Ruling.REVOKED) -> Decided:
    return Decided(on, ENTERED, ruling)


@st.composite
def histories(draw: st.DrawFn) -> Dispute:
    """Disputes as the actions let them become."""
    track = draw(st.sampled_from(DisputeTrack))
    day = draw(st.dates(date(2024, 1, 1), date(2026, 12, 31)))
    found = Dispute(1, track, day, ENTERED)
    kinds = ["stated", "decided", *(["appealed", "stated", "decided"] if found.is_suit else [])]
    for kind in kinds[: draw(st.integers(0, len(kinds)))]:
        day += timedelta(days=draw(st.integers(0, 200)))
        entered = ENTERED + timedelta(days=draw(st.integers(0, 900)))
        if kind == "stated":
            found = found.then(Stated(day, entered))
        elif kind == "appealed":
            found = found.then(Appealed(day, entered, draw(st.booleans())))
        else:
            rulings = [one for one in Ruling if one in RESULTS or found.appeal]
            found = found.then(Decided(day, entered, draw(st.sampled_from(rulings))))
    return found


def _result_in(dispute: Dispute, year: int, known: datetime = LATER) -> DisputeResult | None:
    (one,) = counted([dispute], year, known) or [None]
    return one.result if one else None


@given(histories())
@settings(max_examples=150, deadline=None)
def test_it_is_counted_every_year_from_its_coming_until_it_is_settled(dispute: Dispute) -> None:
    years = [year for year in range(2022, 2034) if _result_in(dispute, year)]

    assert years[0] == dispute.received.year
    settled = [year for year in years if _result_in(dispute, year) is not DisputeResult.PENDING]
    if dispute.decision:
        assert years == list(range(years[0], years[-1] + 1))
        assert _result_in(dispute, years[-1]) is dispute.result(date(2034, 1, 1))
        assert settled
    else:
        assert years[-1] == 2033


@given(histories(), st.integers(2024, 2029))
@settings(max_examples=100, deadline=None)
def test_a_year_s_result_is_not_changed_by_what_happens_after_it(
    dispute: Dispute, year: int
) -> None:
    before = [step for step in dispute.steps if step.on <= date(year, 12, 31)]
    as_it_was = Dispute(1, dispute.track, dispute.received, ENTERED, False, tuple(before))

    assert _result_in(dispute, year) is _result_in(as_it_was, year)


@given(histories(), st.integers(0, 900), st.integers(2024, 2030))
@settings(max_examples=100, deadline=None)
def test_what_was_entered_later_is_not_known_yet(dispute: Dispute, days: int, year: int) -> None:
    known = ENTERED + timedelta(days=days)

    assert [*counted([dispute], year, ENTERED - timedelta(days=1))] == []
    kept = tuple(step for step in dispute.steps if step.recorded <= known)
    told = Dispute(1, dispute.track, dispute.received, ENTERED, False, kept)
    assert _result_in(dispute, year, known) is _result_in(told, year)


@pytest.mark.parametrize("ruling", RESULTS)
def test_a_review_is_counted_by_the_day_of_its_decision(ruling: Ruling) -> None:
    review = Dispute(1, DisputeTrack.REVIEW, date(2025, 12, 1), ENTERED)
    on_the_last_day = review.then(decided(date(2025, 12, 31), ruling))

    assert _result_in(on_the_last_day, 2025) is RESULTS[ruling]
    assert _result_in(on_the_last_day, 2026) is None


def test_a_first_judgment_counts_once_nobody_can_appeal_any_more() -> None:
    judgment = decided(date(2025, 12, 20))
    judged = suit(date(2025, 9, 1), judgment)

    assert _result_in(judged, 2025) is DisputeResult.PENDING
    assert _result_in(judged, 2026) is DisputeResult.CORRECTED
    assert judged.effective_on(judgment) == date(2026, 1, 5)


def test_a_suit_that_is_withdrawn_is_over_at_once() -> None:
    withdrawn = suit(date(2025, 9, 1), decided(date(2025, 12, 31), Ruling.WITHDRAWN))

    assert _result_in(withdrawn, 2025) is DisputeResult.OTHER


def test_the_latest_judgment_counts_and_a_dismissed_appeal_leaves_the_first() -> None:
    first, appeal = decided(date(2025, 3, 3)), Appealed(date(2025, 3, 10), ENTERED, True)
    last = date(2025, 8, 1)

    assert _result_in(suit(date(2025, 1, 2), first, appeal), 2025) is DisputeResult.PENDING
    reversed_ = suit(date(2025, 1, 2), first, appeal, decided(last, Ruling.REJECTED))
    assert _result_in(reversed_, 2025) is DisputeResult.UPHELD
    dismissed = suit(date(2025, 1, 2), first, appeal, decided(last, Ruling.APPEAL_DISMISSED))
    assert _result_in(dismissed, 2025) is DisputeResult.CORRECTED


@pytest.mark.parametrize(
    ("track", "is_simplified", "due"),
    [
        (DisputeTrack.REVIEW, False, date(2026, 3, 12)),
        (DisputeTrack.REVIEW, True, date(2026, 3, 7)),
        (DisputeTrack.SUIT, False, date(2026, 3, 17)),
        (DisputeTrack.SUIT_AFTER_REVIEW, False, date(2026, 3, 17)),
    ],
)
def test_the_statement_is_due_in_days_of_the_calendar(
    track: DisputeTrack, is_simplified: bool, due: date
) -> None:
    dispute = Dispute(1, track, date(2026, 3, 2), ENTERED, is_simplified)

    assert dispute.statement_due(published()) == due
    sent = dispute.then(Stated(date(2026, 3, 4), ENTERED))
    assert sent.statement_due(published()) is None


def test_another_s_appeal_takes_a_statement_anew_and_our_own_does_not() -> None:
    judged = suit(date(2026, 1, 5), Stated(date(2026, 1, 9), ENTERED), decided(date(2026, 3, 2)))

    theirs = judged.then(Appealed(date(2026, 3, 9), ENTERED, False))
    assert theirs.statement_due(published()) == date(2026, 3, 24)
    ours = judged.then(Appealed(date(2026, 3, 9), ENTERED, True))
    assert ours.statement_due(published()) is None
