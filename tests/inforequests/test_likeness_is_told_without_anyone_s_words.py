"""Requests that want the same are found by keyed signatures; no word can be read from these."""

from pytest_django import DjangoAssertNumQueries

from bench.bulk_cases import copies
from tests import town
from tests.inforequests.asked_alike import BUSES, TENDER, TENDER_AGAIN
from tests.prepared import at
from yangguang.casework import erasure, likeness, moment, sealing
from yangguang.casework.models import IndexKey, Likeness, LikenessBand
from yangguang.inforequests import similar
from yangguang.inforequests.actions import applicant
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

    assert similar.index_missing() == 2
    assert similar.index_missing() == 0
    assert [one.case for one in likeness.like(case)] == [other.pk]


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
