"""Requests that want the same are found by keyed signatures; no word can be read from these."""

import pytest
from pytest_django import DjangoAssertNumQueries

from bench.bulk_cases import copies
from tests import town
from tests.inforequests import writing
from tests.inforequests.asked_alike import BUSES, TENDER, TENDER_AGAIN
from tests.prepared import at, unguarded
from yangguang.casework import erasure, likeness, moment, periodic, personal, sealing
from yangguang.casework.models import CaseText, IndexKey, Likeness, LikenessBand
from yangguang.inforequests import similar
from yangguang.inforequests.actions import applicant, relate
from yangguang.law.erasure import Basis


def test_other_words_for_the_same_are_alike_and_other_things_are_not() -> None:
    agency = town.agency()
    first = town.request_at(agency, wanted=TENDER).case
    town.request_at(agency, wanted=BUSES)
    again = town.request_at(agency, wanted=TENDER_AGAIN).case

    assert [one.case for one in likeness.like(again)] == [first.pk]
    assert [one.case for one in likeness.like(first)] == [again.pk]


def test_only_within_the_agency() -> None:
    town.request_at(town.agency(slug="jiaoyu", name="青岚市教育局"), wanted=TENDER)
    case = town.request_at(town.agency(), wanted=TENDER).case

    assert likeness.like(case) == []


def test_too_few_words_are_like_nothing() -> None:
    agency = town.agency()
    town.request_at(agency, wanted="预算")

    assert likeness.like(town.request_at(agency, wanted="预算").case) == []


def test_another_key_gives_other_signatures() -> None:
    before = likeness.signature_of(TENDER)
    IndexKey.objects.all().delete()
    sealing.make_index_key("default")

    assert likeness.likeness(before, likeness.signature_of(TENDER)) < likeness.LIKE


def test_it_goes_when_the_data_are_erased() -> None:
    case = town.request_at(town.agency(), wanted=TENDER).case
    applicant.withdraw(case)

    erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

    assert not Likeness.objects.exists()
    assert not LikenessBand.objects.exists()


def test_what_came_by_another_way_is_made_comparable_once() -> None:
    agency = town.agency()
    case, other = (town.request_at(agency, wanted=TENDER).case for _ in range(2))
    Likeness.objects.all().delete()

    assert similar.index_missing().made == 2
    assert similar.index_missing().made == 0
    assert [one.case for one in likeness.like(case)] == [other.pk]


def test_two_jobs_at_it_at_once_do_not_stand_in_each_other_s_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After an import the worker's job and the hourly one may meet."""
    agency = town.agency()
    first, second = (town.request_at(agency, wanted=TENDER).case for _ in range(2))
    Likeness.objects.all().delete()
    opened = personal.words_of

    def as_the_other_does_it_too(text: CaseText) -> dict[str, object] | str:
        if text.case == second:
            likeness.index(text.case, text.key, TENDER)
        return opened(text)

    monkeypatch.setattr(personal, "words_of", as_the_other_does_it_too)

    assert similar.index_missing().made == 1
    assert {one.case for one in Likeness.objects.all()} == {first, second}


def test_one_that_does_not_open_keeps_no_other_from_it_and_is_told() -> None:
    agency = town.agency()
    older, broken = (town.request_at(agency, wanted=TENDER).case for _ in range(2))
    Likeness.objects.all().delete()
    with unguarded() as cursor:
        cursor.execute(
            "UPDATE casework_casetext SET sealed = %s WHERE case_id = %s",
            [b"not what was sealed" * 3, broken.pk],
        )

    done = {one.job.name: one for one in periodic.run_due()}["likeness"]

    assert done.succeeded
    assert "1 件申请建立了" in done.said
    assert "1 件申请的内容打不开" in done.said
    assert [one.case_id for one in Likeness.objects.all()] == [older.pk]


def test_what_was_made_a_case_of_its_own_is_comparable_at_once() -> None:
    office = town.office()
    asked = town.request_at(office.agency, wanted=BUSES).case
    whole = writing.assigned(office, wanted=f"{TENDER}，以及{BUSES}")

    _tender, buses = relate.split(whole, (TENDER, BUSES), town.may(office.handler))

    assert asked.pk in {one.case for one in likeness.like(buses)}
    assert similar.index_missing().made == 0


def test_as_many_queries_with_two_hundred_as_with_two(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    agency = town.agency()
    with moment.standing_at(at(1, 5)):
        first = town.request_at(agency, wanted=TENDER).case
    case = town.request_at(agency, wanted=TENDER_AGAIN).case
    list(copies([first], 3))
    with django_assert_max_num_queries(14) as few:
        similar.of(case)
    list(copies([first], 200))

    with django_assert_max_num_queries(len(few)):
        found = similar.of(case)
    assert len(found.own) == similar.SHOWN
