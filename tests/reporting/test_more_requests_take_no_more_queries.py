"""A year is compiled, listed and frozen in as many queries with many requests as with few."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.bulk_cases import copies
from tests import played, town
from tests.prepared import MONDAY
from tests.town import may
from yangguang.casework import moment
from yangguang.reporting import behind
from yangguang.reporting.compiling import compile_report

YEAR = MONDAY.year - 1
EARLIER = MONDAY - timedelta(days=90)
"""A moment after which some of what the year counts is entered."""
CELL = "table3.new.total"


@pytest.mark.parametrize(
    ("work", "most"),
    [
        (lambda office: compile_report(office.agency, YEAR, moment.now()), 16),
        (lambda office: compile_report(office.agency, YEAR, EARLIER), 18),
        (lambda office: behind.snapshot(office.agency, YEAR, moment.now()), 8),
        (
            lambda office: behind.cases_behind(
                office.agency, YEAR, CELL, EARLIER, may(office.handler)
            ),
            12,
        ),
    ],
)
def test_more_requests_take_no_more_queries(
    work: Callable[[town.Office], object], most: int
) -> None:
    office = town.office()
    originals = [
        played.answered(office, EARLIER - timedelta(days=5)),
        played.disputed(office, EARLIER - timedelta(days=30)),
        played.withdrawn(office, EARLIER - timedelta(days=90)),
    ]
    few = _asked(work, office)
    list(copies(originals, 60))

    assert _asked(work, office) <= few <= most


def _asked(work: Callable[[town.Office], object], office: town.Office) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert work(office)
    return len(queries)
