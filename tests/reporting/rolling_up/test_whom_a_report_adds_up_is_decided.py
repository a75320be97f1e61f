"""A scope is kept with its date; what would count somebody twice, or forget one, is refused."""

import pytest

from tests import town
from tests.reporting.rolling_up.rolled import City, a_city
from tests.town import may
from yangguang.agencies.models import Agency, AgencyKind
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting.actions import begin
from yangguang.reporting.actions.set_scope import set_scope
from yangguang.reporting.models import RollUpScope
from yangguang.reporting.rolling_up.scope import Decided, tree
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Chosen, Preset


@pytest.fixture
def city() -> City:
    return a_city()


def _decide(
    city: City,
    members: set[Agency],
    excluded: dict[int, str] | None = None,
    preset: Preset = Preset.WHOLE,
) -> RollUpScope:
    chosen = Chosen(frozenset(one.pk for one in {*members, city.office.agency}))
    decided = Decided(preset, Basis.SUBMITTED, chosen, excluded or {})
    return set_scope(city.report, decided, may(city.office.handler))


def test_the_latest_counts_and_the_earlier_stay(city: City) -> None:
    transport = city.below("jiaotong")

    first = _decide(city, {transport})
    second = _decide(city, set(), {transport.pk: " 年内已撤销 "})

    assert [first, second] == list(city.report.scopes.all())
    assert (second.by, second.excluded) == (
        city.office.handler,
        {str(transport.pk): "年内已撤销"},
    )
    assert city.rollup().scope.saved == second
    assert transport.pk not in city.rollup().scope.chosen.members


def test_a_lower_government_or_its_members_never_both(city: City) -> None:
    county = city.below("qinghe", AgencyKind.GOVERNMENT)
    bureau = city.below("qinghe-jiaoyu", parent=county)

    with pytest.raises(Mistakes, match="members") as refused:
        _decide(city, {county, bureau})

    assert "不能重复计入" in refused.value.fields["members"]
    assert not RollUpScope.objects.exists()


def test_nobody_is_left_out_without_a_reason(city: City) -> None:
    transport = city.below("jiaotong")

    with pytest.raises(Mistakes, match="members"):
        _decide(city, set())
    with pytest.raises(Mistakes, match="reason"):
        _decide(city, set(), {transport.pk: "  "})


def test_who_is_not_below_the_government_is_not_added(city: City) -> None:
    stranger = town.agency(slug="waishi", name="外市交通局")

    with pytest.raises(Mistakes, match="members"):
        _decide(city, {stranger})


def test_a_town_is_not_one_of_the_government_s_own(city: City) -> None:
    lutang = city.below("lutang", AgencyKind.TOWN)

    with pytest.raises(Mistakes, match="members"):
        _decide(city, {lutang}, preset=Preset.OWN)


def test_a_department_adds_up_nobody(city: City) -> None:
    office = town.office(slug="jiaotong", parent=city.government)
    report = begin.begin(office.agency, city.report.year, may(office.handler))
    chosen = tree().chosen(office.agency.pk, Preset.OWN)

    with pytest.raises(NotAllowed):
        set_scope(report, Decided(Preset.OWN, Basis.SUBMITTED, chosen), may(office.handler))


def test_others_decide_nothing(city: City) -> None:
    other = town.office(slug="jiaotong", parent=city.government)
    chosen = tree().chosen(city.government.pk, Preset.OWN)

    with pytest.raises(NotAllowed):
        set_scope(city.report, Decided(Preset.OWN, Basis.SUBMITTED, chosen), may(other.handler))


def test_nobody_is_both_added_and_left_out(city: City) -> None:
    transport = city.below("jiaotong")

    with pytest.raises(Mistakes, match="members") as refused:
        _decide(city, {transport}, {transport.pk: "年内已撤销"})

    assert "不能又计入又不计入" in refused.value.fields["members"]


def test_who_is_not_below_is_not_left_out_for_a_reason_either(city: City) -> None:
    stranger = town.agency(slug="waishi", name="外市交通局")

    with pytest.raises(Mistakes, match="members") as refused:
        _decide(city, set(), {stranger.pk: "不在本市"})

    assert "不在汇总的范围内" in refused.value.fields["members"]


def test_only_a_government_has_members_to_take_instead(city: City) -> None:
    transport = city.below("jiaotong")
    chosen = Chosen(frozenset({city.office.agency.pk}), frozenset({transport.pk}))
    decided = Decided(Preset.WHOLE, Basis.SUBMITTED, chosen)

    with pytest.raises(Mistakes, match="members") as refused:
        set_scope(city.report, decided, may(city.office.handler))

    assert "只有下级政府有自己的汇总" in refused.value.fields["members"]


def test_a_reason_has_a_length(city: City) -> None:
    transport = city.below("jiaotong")

    with pytest.raises(Mistakes, match="reason"):
        _decide(city, set(), {transport.pk: "撤" * 201})
    _decide(city, set(), {transport.pk: "撤" * 200})
