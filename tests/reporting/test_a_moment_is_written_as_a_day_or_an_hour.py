"""As known when: a day is its end, an hour is the office's, and nothing lies ahead."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.prepared import MONDAY
from yangguang.casework.errors import Mistakes
from yangguang.reporting import moments


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("", MONDAY),
        ("  ", MONDAY),
        ("2026-01-20T09:30", datetime(2026, 1, 20, 1, 30, tzinfo=UTC)),
        ("2026-01-20T09:30+00:00", datetime(2026, 1, 20, 9, 30, tzinfo=UTC)),
        (" 2026-01-20T09:30Z ", datetime(2026, 1, 20, 9, 30, tzinfo=UTC)),
    ],
)
def test_an_hour_is_the_office_s_unless_it_says_where(written: str, moment: datetime) -> None:
    assert moments.read(written) == moment


def test_a_day_is_its_end() -> None:
    end = datetime(2026, 1, 20, 16, tzinfo=UTC)

    assert timedelta(0) < end - moments.read("2026-01-20") < timedelta(seconds=1)


@pytest.mark.parametrize("written", ["2026-02-09", "2026-02-09T23:00"])
def test_of_today_all_that_is_known_now(written: str) -> None:
    assert moments.read(written) == MONDAY


@pytest.mark.parametrize("written", ["2026-02-10", "2026-02-10T00:00", "2026-02-09T23:00-02:00"])
def test_what_lies_ahead_is_refused(written: str) -> None:
    with pytest.raises(Mistakes) as refused:
        moments.read(written)

    assert "还没有到" in refused.value.fields["known_at"]


@pytest.mark.parametrize(
    "written",
    ["昨天", "2026-13-01", "2026-1-5", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"],
)
def test_what_is_no_moment_is_said_and_how_to_write_one(written: str) -> None:
    with pytest.raises(Mistakes) as refused:
        moments.read(written)

    assert "2026-01-20T09:30" in refused.value.fields["known_at"]
