"""The statistics of a played history: the figures add up, and each opens exactly its requests."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bench.bulk_cases import copies
from tests import played, town
from tests.inforequests import disputing
from tests.prepared import MONDAY
from tests.signing_in import signed_in
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.inforequests import statistics
from yangguang.inforequests.counting import Measure, Period
from yangguang.inforequests.statistics import Statistics
from yangguang.law.dispositions import Disposition, row
from yangguang.law.requests import RequestRow

LONG_AGO = MONDAY - timedelta(days=70)
LATER = MONDAY.replace(month=5, day=18)
SPRING = Period(date(2026, 2, 1), date(2026, 3, 31))


def _history() -> AtWork:
    """Every play there is, begun in two months; and it is May."""
    work = an_office()
    for day in (LONG_AGO, MONDAY):
        for play in played.EVERY:
            play(work.office, day)
    return work


@pytest.fixture
def later() -> Iterator[datetime]:
    with moment.standing_at(LATER):
        yield LATER


def _statistics(work: AtWork, period: Period = SPRING) -> Statistics:
    people = town.may(work.office.disclosure_head)
    return statistics.statistics(people, period, moment.today())


def _opened(client: Client, query: str) -> list[str]:
    """The numbers of the requests in a list, all its pages."""
    found: list[str] = []
    for page in range(1, 20):
        shown = client.get(f"/workspace/queue?{query}&page={page}").context
        found += [one.state.number for one in shown["rows"]]
        if not shown["page"].has_next():
            break
    return found


def test_each_number_on_the_page_opens_as_many_requests(later: datetime) -> None:
    work = _history()
    page = work.disclosure_head.get("/workspace/statistics?since=2026-02-01&until=2026-03-31")
    links = re.findall(
        r'href="/workspace/queue\?(tab=all&amp;counted[^"]*)"[^>]*>(\d+)<', page.content.decode()
    )

    for query, number in links:
        opened = _opened(work.disclosure_head, unescape(query))
        assert len(set(opened)) == len(opened) == int(number), query

    assert len(links) > 20


def test_the_figures_add_up(later: datetime) -> None:
    found = _statistics(_history())
    total = {one: figure.count for one, figure in found.totals.items()}

    assert total[Measure.CARRIED] + total[Measure.RECEIVED] == (
        total[Measure.CLOSED] + total[Measure.OPEN]
    )
    assert total[Measure.CLOSED] == total[Measure.ON_TIME] + total[Measure.LATE]
    assert all(total[one] for one in (Measure.CARRIED, Measure.CLOSED, Measure.OVERDUE))
    for part in (found.channels, found.handlers):
        for at, measure in enumerate(statistics.COLUMNS):
            assert sum(line.figures[at].count for line in part) == found.totals[measure].count
    for at, measure in enumerate(statistics.OF_A_MONTH):
        assert sum(line.figures[at].count for line in found.months) == found.totals[measure].count
    assert sum(line.figures[0].count for line in found.results) == (
        found.totals[Measure.CLOSED].count
    )


def test_a_history_that_is_known_has_its_known_figures(later: datetime) -> None:
    work = an_office()
    played.answered(work.office, MONDAY)
    played.answered(work.office, MONDAY)
    played.withdrawn(work.office, MONDAY)
    played.lapsed(work.office, MONDAY)
    played.handling(work.office, MONDAY)
    played.voided(work.office, MONDAY)

    found = _statistics(work)

    total = {one.value: figure.count for one, figure in found.totals.items()}
    results = {
        line.figures[0].counted.row: line.figures[0].count
        for line in found.results
        if line.figures[0].count
    }
    assert total == {
        "carried": 0,
        "received": 5,
        "closed": 4,
        "on_time": 4,
        "late": 0,
        "open": 1,
        "overdue": 1,
    }
    assert results == {
        RequestRow.GRANTED: 2,
        RequestRow.OTHER_UNCORRECTED: 1,
        RequestRow.OTHER_OTHER: 1,
    }
    assert found.on_time == "100.0%"


def test_every_disposition_has_its_row_in_the_table_of_results(later: datetime) -> None:
    lines = {line.figures[0].counted.row for line in _statistics(an_office()).results}

    assert {row(one) for one in Disposition} == lines


def test_a_period_that_is_over_counts_what_was_open_then(later: datetime) -> None:
    work = an_office()
    played.answered(work.office, MONDAY)  # twelve days later

    first = _statistics(work, Period(date(2026, 2, 1), date(2026, 2, 15)))
    second = _statistics(work, Period(date(2026, 2, 16), date(2026, 2, 28)))

    assert (first.totals[Measure.RECEIVED].count, first.totals[Measure.OPEN].count) == (1, 1)
    assert (second.totals[Measure.CARRIED].count, second.totals[Measure.CLOSED].count) == (1, 1)


@pytest.mark.parametrize("count", [1, 40])
def test_figures_take_few_queries_however_many_requests_there_are(
    count: int, later: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    work = an_office()
    list(copies([played.handling(work.office, MONDAY)], count))
    people = town.may(work.office.disclosure_head)

    with django_assert_num_queries(5):
        statistics.statistics(people, SPRING, moment.today())


def test_a_supervisor_counts_the_agencies_below_and_one_of_them_alone(later: datetime) -> None:
    top = town.agency(slug="zhengfu", name="青岚市人民政府办公室")
    below = an_office(supervising=top)
    other = an_office(slug="jiaoyu", name="青岚市教育局", supervising=top)
    outside = an_office(slug="yuanfang", name="青岚市水务局")
    for work in (below, other, other, outside):
        played.unassigned(work.office, MONDAY)
    client = signed_in(town.person("督察", Role.SUPERVISOR, top))

    every = client.get("/workspace/statistics").context["found"]
    one = client.get(
        f"/workspace/statistics?since=2026-01-01&until=2026-05-18&at={other.agency.pk}"
    ).context["found"]

    assert every.totals[Measure.RECEIVED].count == 3
    assert {line.name: line.figures[0].count for line in every.agencies} == {
        "交通运输局": 1,
        "教育局": 2,
    }
    assert one.totals[Measure.RECEIVED].count == 2


def test_who_sees_no_figures_opens_no_list_by_a_figure(later: datetime) -> None:
    work = an_office()
    played.handling(work.office, MONDAY)
    query = "tab=all&" + _statistics(work).totals[Measure.RECEIVED].counted.query

    assert len(_opened(work.disclosure_head, query)) == 1
    assert _opened(work.handler, query) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("since=2026-03-31&until=2026-03-01", "早于开始日期"),
        ("since=2019-01-01&until=2019-12-31", "现行条例那天施行"),
        ("since=2020-01-01&until=2026-03-01", "最多统计五年"),
        ("since=x&until=", "请填写日期"),
    ],
)
def test_a_period_that_cannot_be_counted_is_said(given: str, said: str) -> None:
    page = an_office().leader.get(f"/workspace/statistics?{given}")

    assert said in words_of(page)


@pytest.mark.parametrize(
    "nonsense", ["counted=x", "counted=received", "counted=open&since=2026-01-01&until=x&by=%00"]
)
def test_a_figure_that_there_is_not_narrows_nothing(nonsense: str) -> None:
    work = an_office()
    played.handling(work.office, MONDAY)

    assert len(_opened(work.leader, f"tab=all&{nonsense}")) == 1


def test_a_request_that_is_sent_back_changes_no_figure_of_the_past(later: datetime) -> None:
    work = an_office()
    played.disputed(work.office, MONDAY)
    case = played.answered(work.office, MONDAY)
    before = _counts(_statistics(work))

    disputing.sent_back(case, work.office, days=10)

    assert CaseState.objects.get(case=case).closed_on is None
    assert _counts(_statistics(work)) == before


def _counts(found: Statistics) -> list[int]:
    lines = [*found.results, *found.months, *found.channels]
    totals = [figure.count for figure in found.totals.values()]
    return totals + [figure.count for line in lines for figure in line.figures]
