"""From every page of the public site the published reports are one link away."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.portal.reports.runs import run_of_years

_LINK = re.compile(r'<a href="([^"]+)"( aria-current="(?:page|true)")?>([^<]+)</a>')


def _ways(page: HttpResponse) -> list[dict[str, str]]:
    """Of each navigation of the site's head: the words → whether it is the place one is at."""
    head = page.content.decode().split("</header>")[0]
    return [
        {words: current[15:-1] for _address, current, words in _LINK.findall(nav)}
        for nav in re.findall(r"<nav.*?</nav>", head, re.DOTALL)
    ]


@pytest.mark.parametrize(
    "address",
    ["/", "/agencies", "/requests", "/answers", "/reports", "/checkups/new", "/rules", "/nowhere"],
)
def test_the_reports_are_reached_from_it(client: Client, address: str) -> None:
    page = client.get(address)

    assert "年报" in _ways(page)[0]
    assert '<a href="/reports"' in page.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/reports",
        "/reports/compare",
        "/reports/compare?a=jiaotong/2024&b=jiaotong/2025",
        "/agencies/jiaotong/reports",
        "/agencies/jiaotong/reports/2025",
    ],
)
def test_there_one_is_told_that_one_is_there(client: Client, address: str) -> None:
    run_of_years({2024: {"table3.new": 5}, 2025: {"table3.new": 7}})

    (ways,) = _ways(client.get(address))

    at = "page" if address == "/reports" else "true"
    assert {words: current for words, current in ways.items() if current} == {"年报": at}


@pytest.mark.parametrize(
    ("address", "here"),
    [("/checkups/new", "上传年报"), ("/checkups", "我的报告"), ("/rules", "查什么")],
)
def test_what_belongs_to_checking_is_found_beneath_it(
    client: Client, address: str, here: str
) -> None:
    ways, within = _ways(client.get(address))

    assert {words: at for words, at in ways.items() if at} == {"年报体检": "true"}
    assert list(within) == ["上传年报", "我的报告", "查什么"]
    assert {words: at for words, at in within.items() if at} == {here: "page"}
