"""Pages take as many queries with two hundred requests as with ten, and as few as are written here.

Each count is a bound that the page keeps to: a query more is a reason to look.
"""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bench.bulk_cases import copies
from tests import played
from tests.portal.requests import asking
from tests.workspace.at_work import an_office
from tests.workspace.conftest import MONDAY

LATE = MONDAY - timedelta(days=60)


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("/workspace/", 23),
        ("/workspace/queue?tab=all", 15),
        ("/workspace/queue?tab=mine", 15),
        ("/workspace/queue?tab=all&q=000", 16),
    ],
)
def test_of_the_office(
    page: str, most: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    work = an_office()
    originals = [played.handling(work.office, day) for day in (MONDAY, LATE)]
    originals.append(played.unassigned(work.office, MONDAY))
    list(copies(originals, 7))
    with django_assert_max_num_queries(most) as few:
        work.handler.get(page)
    list(copies(originals, 190))

    with django_assert_max_num_queries(len(few)):
        answer = work.handler.get(page)

    assert answer.status_code == 200


def test_of_a_case_and_of_its_status(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    work, citizen = an_office(), Client()
    (shown,) = copies([played.awaiting_correction(work.office, LATE)], 1)
    asking.look_up(citizen, shown.number, shown.code)
    pages = (
        (work.handler, f"/workspace/cases/{shown.number}"),
        (citizen, f"/requests/{shown.number}"),
    )
    few = []
    for client, page in pages:
        with django_assert_max_num_queries(34) as taken:
            client.get(page)
        few.append(len(taken))
    list(copies([played.answered_late(work.office, LATE)], 190))

    for (client, page), most in zip(pages, few, strict=True):
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200
