"""While reports come in, the supervising office is told once a week who is late and who waits."""

import pytest

from tests import town
from tests.prepared import at
from tests.reporting.reported import Reporting
from tests.reporting.told import told_in_the_morning, with_address
from tests.town import may
from yangguang.casework import moment
from yangguang.reporting.actions import hand_over


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    with_address(made.supervisor)
    return made


def test_who_is_late_and_who_waits(reporting: Reporting) -> None:
    town.agency(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)
    reporting.submitted()

    words = told_in_the_morning(at(2, 10))[reporting.supervisor.email]

    assert "逾期没有报送 1 个：水务局" in words
    assert "等您审阅 1 份：交通运输局" in words


def test_once_a_week_and_not_out_of_season(reporting: Reporting) -> None:
    days = [at(2, day) for day in range(2, 17)] + [at(5, 4)]

    told = [f"{day:%m-%d}" for day in days if told_in_the_morning(day)]

    assert told == ["02-02", "02-09", "02-16"]


def test_nothing_to_say_is_not_said(reporting: Reporting) -> None:
    with moment.standing_at(at(1, 20)):
        reporting.submitted()
        hand_over.accept(reporting.report, may(reporting.supervisor))

    assert told_in_the_morning(at(2, 2)) == {}
