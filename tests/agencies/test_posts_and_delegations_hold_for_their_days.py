"""A post holds from its first day to its last; so does standing in, and never without the post."""

from datetime import date

import pytest

from tests import town
from yangguang.agencies.capabilities import Capability, holders, standing
from yangguang.agencies.models import Agency, Delegation, Person, Post, Role

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 2, 10), date(2026, 2, 12)
DAYS = [(date(2026, 2, 9), False), (FIRST, True), (LAST, True), (date(2026, 2, 13), False)]
NOW = date(2026, 2, 11)
HANDLES = Capability.HANDLE


def _posted(since: date = FIRST, until: date | None = LAST) -> tuple[Post, Agency]:
    agency = town.agency()
    person = town.person("李承办")
    post = Post.objects.create(
        person=person, agency=agency, role=Role.HANDLER, since=since, until=until
    )
    return post, agency


def _lent(post: Post, since: date = FIRST, until: date = LAST) -> Person:
    deputy = town.person("孙代理")
    Delegation.objects.create(post=post, to=deputy, since=since, until=until, reason="休假")
    return deputy


@pytest.mark.parametrize(("day", "holds"), DAYS)
def test_a_post_holds_from_its_first_day_to_its_last(day: date, holds: bool) -> None:
    post, agency = _posted()

    assert standing(post.person, day).can(HANDLES, agency.pk) is holds
    assert standing(post.person, day).is_staff is holds
    assert (post.person in holders(HANDLES, agency.pk, day)) is holds


def test_a_post_without_a_last_day_goes_on() -> None:
    post, agency = _posted(until=None)

    assert standing(post.person, date(2036, 1, 1)).can(HANDLES, agency.pk)


@pytest.mark.parametrize(("day", "holds"), DAYS)
def test_who_stands_in_does_so_from_the_first_day_to_the_last(day: date, holds: bool) -> None:
    post, agency = _posted(since=town.LONG_AGO, until=None)
    deputy = _lent(post)

    assert standing(deputy, day).can(HANDLES, agency.pk) is holds
    assert (deputy in holders(HANDLES, agency.pk, day)) is holds


@pytest.mark.parametrize(
    ("since", "until"), [(town.LONG_AGO, date(2026, 2, 10)), (date(2026, 2, 12), None)]
)
def test_nobody_stands_in_for_a_post_that_is_over_or_still_to_come(
    since: date, until: date | None
) -> None:
    post, agency = _posted(since, until)
    deputy = _lent(post)

    assert not standing(deputy, NOW).can(HANDLES, agency.pk)
    assert deputy not in holders(HANDLES, agency.pk, NOW)


def test_the_account_that_is_closed_holds_nothing() -> None:
    post, agency = _posted()
    Person.objects.filter(pk=post.person.pk).update(is_active=False)
    post.person.refresh_from_db()

    assert not standing(post.person, NOW).is_staff
    assert holders(HANDLES, agency.pk, NOW) == []


def test_who_stands_in_is_known_as_standing_in() -> None:
    post, agency = _posted()
    deputy = _lent(post)

    held = standing(deputy, NOW).holding(HANDLES, agency.pk)

    assert held is not None
    assert held.instead_of == post.person
