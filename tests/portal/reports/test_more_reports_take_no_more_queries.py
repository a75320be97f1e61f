"""What everyone reads takes as many queries however many reports are public, and never a list of
the cases that a report counted."""

import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.portal.reports.runs import run_of_years
from yangguang.reporting import data_package

FEW, MANY = (2025,), (2021, 2022, 2023, 2024)


@pytest.mark.parametrize(
    "page",
    [
        "/reports",
        "/agencies/jiaotong/reports",
        "/agencies/jiaotong/reports/2025",
        "/agencies/jiaotong/reports/trend",
        "/reports/compare",
    ],
)
def test_a_page_keeps_to_its_queries(page: str) -> None:
    office = run_of_years({year: {"table3.new": 5} for year in FEW})
    few = _asked(page)
    run_of_years({year: {"table3.new": 5} for year in MANY}, office)
    run_of_years({2025: {"table3.new": 9}}, town.office(slug="shuiwu", name="青岚市水务局"))

    assert len(_asked(page)) <= len(few)
    assert not [one for one in few if '"counted"' in one]


def test_the_package_keeps_to_its_queries() -> None:
    office = run_of_years({year: {"table3.new": 5} for year in FEW})
    few = _of_the_package()
    run_of_years({year: {"table3.new": 5} for year in MANY}, office)

    assert _of_the_package() <= few


def _asked(page: str) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(page).status_code == 200
    return [one["sql"] for one in queries.captured_queries]


def _of_the_package() -> int:
    with CaptureQueriesContext(connection) as queries:
        data_package.write(io.BytesIO())
    return len(queries)
