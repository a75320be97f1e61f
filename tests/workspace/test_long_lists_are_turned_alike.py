"""Every long list of the office is turned by the same part: what is counted, and the ways on."""

import re

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string

PART = "workspace/parts/pages.html"


def _part(number: int, **more: str) -> str:
    page = Paginator(range(5), 2).get_page(number)
    return render_to_string(PART, {"page": page, "turning": "?year=2025&filed=taken&", **more})


@pytest.mark.parametrize(
    ("number", "ways"),
    [(1, {"next": 2}), (2, {"prev": 1, "next": 3}), (3, {"prev": 2})],
)
def test_it_leads_on_and_back_with_what_the_list_is_narrowed_to(
    number: int, ways: dict[str, int]
) -> None:
    found = re.findall(r'rel="(\w+)" href="([^"]+)"', _part(number))

    assert dict(found) == {
        rel: f"?year=2025&amp;filed=taken&amp;page={to}" for rel, to in ways.items()
    }


@pytest.mark.parametrize(("measure", "said"), [("", "件"), ("个机关", "个机关")])
def test_it_says_how_many_of_what_there_are(measure: str, said: str) -> None:
    assert f"共 5 {said}，第 2 页，共 3 页" in _part(2, measure=measure)
