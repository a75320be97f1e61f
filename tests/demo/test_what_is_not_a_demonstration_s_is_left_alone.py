from collections.abc import Callable
from datetime import date

import pytest

from tests import town
from yangguang.agencies.models import Agency
from yangguang.demo import building, mark
from yangguang.demo.mark import Holds
from yangguang.demo.models import DemoCity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [town.agency, lambda: town.person("林晓")])
def test_whatever_is_in_it_a_database_is_not_built_over(make: Callable[[], object]) -> None:
    make()

    assert mark.holds() is Holds.OTHER
    with pytest.raises(building.NotOurs):
        building.build()
    assert not DemoCity.objects.exists()


def test_nor_is_it_thrown_away() -> None:
    town.agency()

    with pytest.raises(building.NotOurs):
        building.throw_away()
    assert Agency.objects.exists()


def test_an_empty_one_is_not_thrown_away_either() -> None:
    assert mark.holds() is Holds.NOTHING
    with pytest.raises(building.NotOurs):
        building.throw_away()


def test_what_was_broken_off_is_known_as_that() -> None:
    DemoCity.objects.create(day=date(2026, 9, 16))
    town.agency()

    assert mark.holds() is Holds.BROKEN_OFF
