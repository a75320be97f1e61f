"""The first page counts the members that a government's report lacks as the roll-up names them."""

import pytest

from tests.reporting.rolling_up.rolled import City, a_city, filed, of_requests, returned
from tests.town import may
from yangguang.agencies.models import AgencyKind
from yangguang.casework import moment
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Preset
from yangguang.reporting.whose_turn import WhoseTurn


@pytest.fixture
def city() -> City:
    """Of five members two published, one submitted, one's was returned, one has begun nothing."""
    made = a_city()
    filed(made.office.agency, of_requests(1))
    filed(made.below("jiaotong"), of_requests(2))
    filed(made.below("shuiwu"), of_requests(3), is_public=False)
    returned(filed(made.below("jiaoyu"), of_requests(4), is_public=False))
    made.below("lutang", AgencyKind.TOWN)
    return made


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("preset", list(Preset))
def test_as_many_as_the_roll_up_names(city: City, basis: Basis, preset: Preset) -> None:
    city.scoped(preset, basis)

    turn = WhoseTurn(may(city.office.handler), moment.today())

    counted = {one.line.agency.pk: one.missing for one in turn.own}
    assert counted == {city.government.pk: len(city.rollup().missing)}
    assert counted[city.government.pk] > 0
