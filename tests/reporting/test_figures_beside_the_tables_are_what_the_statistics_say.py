"""A year's figures that are no cells: those of the statistics, and of a recount at any moment."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import played, town
from tests.inforequests import paying
from tests.reporting.recounting import beside_the_tables_recounted
from tests.reporting.years import day, entered_late
from yangguang.casework import moment
from yangguang.casework.models import Event
from yangguang.inforequests.counting import Measure, Period, share
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.statistics import statistics
from yangguang.law.receipt import CHANNEL_NAMES, Channel
from yangguang.reporting.compiling.facts import first_day, last_day
from yangguang.reporting.recorded import registry
from yangguang.reporting.recorded.figure import Unit

YEARS = (2025, 2026)
PLAYS = (
    played.confirmed,
    played.handling,
    played.awaiting_correction,
    played.waived,
    played.answered,
    played.answered_late,
    played.lapsed,
    played.withdrawn,
    played.voided,
    played.consulting,
    played.taken_back,
    played.answered_anew,
    played.split_up,
)


def _everything_happens(office: town.Office) -> datetime:
    """Requests end in every way, days apart, over the turn of a year; a letter entered late."""
    start = day(2025, 9, 1)
    for index, play in enumerate(PLAYS):
        play(office, start + timedelta(days=14 * index))
    entered_late(office, day(2025, 12, 20), day(2026, 1, 15))
    return start + timedelta(days=14 * len(PLAYS) + 200)


@pytest.fixture
def office() -> town.Office:
    return town.office()


def test_they_are_what_the_page_and_a_recount_say(office: town.Office) -> None:
    end = _everything_happens(office)
    sent = Event.objects.filter(kind=What.CORRECTION_ASKED).order_by("recorded_at")
    with moment.standing_at(end):
        for year in YEARS:
            _compare_with_the_page(office, year, end)
            for known_at in (end, day(2026, 1, 10), sent[0].recorded_at):
                _compare_with_a_recount(office, year, known_at)


def _compare_with_the_page(office: town.Office, year: int, now: datetime) -> None:
    found = registry.values(office.agency, year, now)
    period = Period(first_day(year), last_day(year))
    page = statistics(town.may(office.leader), period, now.date(), office.agency.pk)
    count = {one: page.totals[one].count for one in Measure}
    by_channel = {line.name: line.figures[0].count for line in page.channels}

    assert count[Measure.CLOSED] > 0
    assert found["按期办结"] == count[Measure.ON_TIME]
    assert found["逾期办结"] == count[Measure.LATE]
    assert found["年末逾期未办结"] == count[Measure.OVERDUE]
    assert f"{found['按期办结率']}%" == page.on_time
    said = {CHANNEL_NAMES[one]: found[f"新收申请·{CHANNEL_NAMES[one]}"] for one in Channel}
    assert {name: many for name, many in said.items() if many} == {
        name: many for name, many in by_channel.items() if many
    }


def _compare_with_a_recount(office: town.Office, year: int, known_at: datetime) -> None:
    found = registry.values(office.agency, year, known_at)
    people = town.may(office.leader)
    again = beside_the_tables_recounted(office.agency, year, known_at)
    for one in registry.figures(office.agency):
        if one.unit is not Unit.CASES or one.id.startswith("fee."):
            continue
        cases = registry.cases_behind(one, office.agency, year, known_at, people)
        assert found[one.name] == again[one.id] == len(cases), (one.name, known_at)


def test_what_moves_the_last_day_later_was_not_known_before(office: town.Office) -> None:
    came = day(2025, 11, 10)
    case = played.awaiting_payment(office, came)
    with moment.standing_at(day(2025, 12, 29)):
        paying.issue(case, office, LetterKind.FEE_WAIVER, paying.left(0))
    with moment.standing_at(day(2026, 2, 1)):
        before, after = (
            int(registry.values(office.agency, 2025, known_at)["年末逾期未办结"])
            for known_at in (day(2025, 12, 28), day(2025, 12, 30))
        )

    assert (before, after) == (0, 1)


def test_a_share_of_nothing_has_no_value(office: town.Office) -> None:
    assert "按期办结率" not in registry.values(office.agency, 2025, moment.now())


@given(st.integers(1, 5000), st.data())
def test_less_than_all_is_never_told_as_all(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    found = share(part, whole)

    assert found is not None
    assert (found == 100) == (part == whole)
    assert abs(found - Decimal(100 * part) / whole) <= Decimal("0.1")
