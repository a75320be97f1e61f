"""The pages over many agencies take as many queries with many of them as with few."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.prepared import MONDAY
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import NEW, City, a_city, filed, of_requests
from tests.signing_in import signed_in
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.workspace.views import report_board

ROLLUP = f"/workspace/reports/zhengfu/{YEAR}/rollup"


def _more(city: City, first: int, many: int) -> None:
    """So many of each: who has published, who has submitted, who has only last year's report."""
    for count in range(first, first + many):
        filed(city.below(f"ju{count}"), of_requests(count))
        filed(city.below(f"chu{count}"), of_requests(count), is_public=False)
        with moment.standing_at(MONDAY.replace(year=YEAR)):
            filed(city.below(f"zhan{count}"), replace(of_requests(count), year=YEAR - 1))


def _asked(browser: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(page)
        assert answer.status_code == 200
        if answer.streaming:
            assert b"".join(answer.streaming_content)
    return len(queries)


def _supervisor(city: City) -> Client:
    return signed_in(town.person("顾监督", Role.SUPERVISOR, city.office.agency))


def _writer(city: City) -> Client:
    return signed_in(city.office.handler)


@pytest.mark.parametrize(
    ("who", "page", "most"),
    [
        (_supervisor, f"/workspace/reports?year={YEAR}", 16),
        (_supervisor, f"/workspace/reports.xlsx?year={YEAR}", 16),
        (_supervisor, f"/workspace/reports/urge?year={YEAR}", 18),
        (_writer, "/workspace/", 30),
        (_writer, ROLLUP, 36),
        (_writer, f"{ROLLUP}/figures/{NEW}", 30),
        (_writer, f"{ROLLUP}.xlsx", 30),
        (_writer, f"{ROLLUP}/words", 30),
    ],
)
def test_a_page_keeps_to_its_queries(who: Callable[[City], Client], page: str, most: int) -> None:
    city = a_city()
    _more(city, 0, 1)
    city.scoped()
    browser = who(city)
    few = _asked(browser, page)
    _more(city, 1, 4)
    city.scoped()

    assert _asked(browser, page) <= few <= most


def test_a_long_board_is_turned_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_board, "A_PAGE", 2)
    city = a_city()
    for count in range(3):
        filed(city.below(f"ju{count}"), of_requests(count), is_public=False)
    browser = _supervisor(city)

    first = browser.get(f"/workspace/reports?year={YEAR}&filed=to_take")
    (further,) = (
        line.split('"')[1] for line in first.content.decode().split("href=") if "page=2" in line
    )
    second = browser.get("/workspace/reports" + further.replace("&amp;", "&"))

    shown = [
        [line.agency.slug for line, _reminded in page.context["lines"]] for page in (first, second)
    ]
    assert shown == [["ju0", "ju1"], ["ju2"]]
