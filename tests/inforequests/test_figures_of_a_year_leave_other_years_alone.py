"""Whom a period cannot concern is not looked at, and that takes nothing from any figure."""

from datetime import date, timedelta

import pytest
from django.db import connection

from tests import played, town
from tests.prepared import MONDAY
from yangguang.casework.models import CaseState
from yangguang.inforequests.counting import Measure, Period, concerned, of_period
from yangguang.inforequests.events import KIND

TODAY = date(2026, 5, 18)
PLAYS = (played.answered, played.withdrawn, played.handling, played.voided, played.sent_back)


def test_it_takes_nothing_from_any_figure() -> None:
    office = town.office()
    for days in (0, 400):
        for play in PLAYS:
            play(office, MONDAY - timedelta(days=days))

    for since, until in (
        (date(2025, 1, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), TODAY),
        (date(2026, 3, 10), date(2026, 3, 10)),
    ):
        period = Period(since, until)
        for measure in Measure:
            counted = CaseState.objects.filter(of_period(measure, period, TODAY))
            assert set(counted) == set(counted.filter(concerned(period))), (measure, period)
    assert CaseState.objects.exclude(concerned(Period(date(2026, 1, 1), TODAY))).exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a small table is scanned by PostgreSQL")
def test_an_index_finds_them() -> None:
    states = CaseState.objects.filter(kind=KIND, agency_id__in=[1])

    plan = states.filter(concerned(Period(date(2026, 1, 1), TODAY))).explain()

    assert "figures_of_a_year" in plan
    assert "SCAN" not in plan
