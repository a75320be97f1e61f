"""What was known of a ledger at a moment ends where something was entered later."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.casework import ledger
from yangguang.casework.models import Event

_MOMENTS = st.integers(0, 5).map(lambda hour: datetime(2026, 1, 20, hour, tzinfo=UTC))


@settings(max_examples=60)
@given(st.lists(_MOMENTS, max_size=6), _MOMENTS)
def test_of_a_clock_that_was_set_back(recorded: list[datetime], moment: datetime) -> None:
    every = [Event(seq=at, recorded_at=one) for at, one in enumerate(recorded, 1)]

    known = ledger.known(one for one in every if one.recorded_at <= moment)

    assert known == every[: len(known)]
    assert all(one.recorded_at <= moment for one in known)
    assert len(known) == len(every) or every[len(known)].recorded_at > moment
