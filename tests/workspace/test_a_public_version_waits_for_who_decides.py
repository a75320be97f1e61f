"""A version for everyone stands under 待我审批 of whose level is due, on a closed request too."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from bench.bulk_cases import copies
from tests import town
from tests.inforequests.disputing import sent_back
from tests.inforequests.opening_to_all import answered, decide, offered
from tests.portal.requests import working
from tests.workspace.at_work import AtWork, address, an_office, words_of
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests import queries
from yangguang.inforequests.queries import Tab


def _waiting(work: AtWork) -> dict[str, list[str]]:
    """Whose tab holds which requests."""
    people = ("handler", "section_head", "disclosure_head", "reviewer", "leader")
    found = {}
    for one in people:
        page = getattr(work, one).get("/workspace/queue?tab=to_approve")
        found[one] = [row.state.number for row in page.context["rows"]]
    return {one: numbers for one, numbers in found.items() if numbers}


def test_it_goes_from_level_to_level_and_is_counted() -> None:
    work = an_office()
    case = offered(work.office)
    deciders = work.office.approvers()

    for person, name in zip(
        deciders, ("section_head", "disclosure_head", "reviewer", "leader"), strict=True
    ):
        assert _waiting(work) == {name: [case.number]}
        decide(case, person)
    assert _waiting(work) == {}


def test_the_first_page_counts_it_and_the_row_says_what_waits() -> None:
    work = an_office()
    case = offered(work.office)

    page = work.section_head.get("/workspace/")

    (part,) = [one for one in page.context["parts"] if one.tab is Tab.TO_APPROVE]
    assert (part.count, part.rows[0].state.number) == (1, case.number)
    assert "已答复 · 公开版待审批" in words_of(page)
    assert 'class="button primary" href="' + address(case, "decide-offer") in (
        work.section_head.get(address(case)).content.decode()
    )


def test_a_version_of_an_answer_that_was_given_anew_waits_for_nobody() -> None:
    work = an_office()
    case = offered(work.office)
    sent_back(case, work.office, days=15)
    working.answer(case, work.office)

    assert _waiting(work) == {}


def test_an_index_leads_to_what_waits() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("how PostgreSQL plans depends on its statistics")
    office = town.office()
    for person in (office.disclosure_head, office.leader):
        found = queries.queue(town.may(person), Tab.TO_APPROVE, moment.today())

        plan = found.explain().splitlines()

        searched = [line for line in plan if "SEARCH" in line or "SCAN" in line]
        assert searched and all("queue_to_approve" in line for line in searched)


def test_more_of_them_take_no_more_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    work = an_office()
    original: Case = offered(work.office)
    answered(work.office)
    with django_assert_max_num_queries(23) as few:
        work.section_head.get("/workspace/")
    list(copies([original], 30))

    with django_assert_max_num_queries(len(few)):
        page = work.section_head.get("/workspace/")
    assert {one.count for one in page.context["parts"] if one.tab is Tab.TO_APPROVE} == {31}
