"""Cell by cell, as known at a moment, and whose report is not there is named."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.annual_report.reports import of_2019, with_figure
from tests.prepared import MONDAY
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import (
    IN_FORCE,
    NEW,
    City,
    a_city,
    filed,
    of_requests,
    returned,
)
from tests.reporting.years import asked, day
from yangguang.agencies.models import Agency, AgencyKind
from yangguang.annual_report.report import Cell, Status
from yangguang.casework import moment
from yangguang.reporting.rolling_up.compiled import rolled_up
from yangguang.reporting.rolling_up.rollup import roll_up
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Preset
from yangguang.reporting.under_way import figures_under_way


@pytest.fixture
def city() -> City:
    return a_city()


def test_departments_office_and_what_was_asked_of_the_government_itself(city: City) -> None:
    asked(replace(city.office, agency=city.government), day(YEAR, 11, 3))
    filed(city.office.agency, of_requests(2, **{IN_FORCE: 7}))
    filed(city.below("jiaotong"), of_requests(30, **{IN_FORCE: 4}))
    filed(city.below("lutang", AgencyKind.TOWN), of_requests(500))
    city.scoped(Preset.OWN)

    rollup = city.rollup()

    assert rollup.sum.cells[NEW] == 33
    assert rollup.sum.cells[IN_FORCE] == 11
    assert [(one.agency.slug, str(one.value(NEW))) for one in rollup.sources] == [
        ("zhengfu", "1"),
        ("jiaotong", "30"),
        ("zhengfuban", "2"),
    ]


def test_all_below_take_the_towns_and_a_lower_government_once(city: City) -> None:
    county = city.below("qinghe", AgencyKind.GOVERNMENT)
    bureau = city.below("qinghe-jiaoyu", parent=county)
    filed(county, of_requests(1000))
    filed(bureau, of_requests(400))
    filed(city.below("lutang", AgencyKind.TOWN), of_requests(5))

    city.scoped()
    whole = city.new()
    city.scoped(opened=frozenset({county.pk}))

    assert whole == 1005
    assert city.new() == 405


def test_only_what_is_public_where_that_was_decided(city: City) -> None:
    filed(city.below("jiaotong"), of_requests(30))
    filed(city.below("jiaoyu"), of_requests(4), is_public=False)

    city.scoped(basis=Basis.PUBLISHED)
    public = city.new()
    city.scoped(basis=Basis.SUBMITTED)

    assert (public, city.new()) == (30, 34)


def test_what_was_returned_is_not_added_and_what_was_published_stays(city: City) -> None:
    returned(filed(city.below("jiaoyu"), of_requests(4), is_public=False))
    transport = city.below("jiaotong")
    filed(transport, of_requests(30))
    filed(transport, of_requests(31), is_public=False)
    city.scoped()

    assert city.new() == 30
    assert {one.agency.slug: one.why for one in city.rollup().missing} == {
        "jiaoyu": "主管部门退回",
        "zhengfuban": "没有年报",
    }


def test_the_same_moment_gives_the_same_sum_whatever_comes_later(city: City) -> None:
    transport = city.below("jiaotong")
    filed(transport, of_requests(30))
    decided = city.scoped()
    then = moment.now()

    with moment.standing_at(MONDAY + timedelta(days=3)):
        filed(transport, of_requests(33))
        filed(city.below("jiaoyu"), of_requests(4))
        city.scoped()
        later = city.new()

    again = roll_up(city.government, YEAR, then)
    assert again.sum.cells[NEW] == 30
    assert again.scope.saved == decided
    assert later == 37


def test_what_was_only_submitted_is_added_as_it_stood_at_the_moment(city: City) -> None:
    member = city.below("jiaotong")
    city.scoped()
    with moment.standing_at(MONDAY + timedelta(days=1)):
        version = filed(member, of_requests(30), is_public=False)
    with moment.standing_at(MONDAY + timedelta(days=2)):
        returned(version)

    known = [roll_up(city.government, YEAR, MONDAY + timedelta(days=one)) for one in range(3)]

    assert [one.sum.cells.get(NEW, 0) for one in known] == [0, 30, 0]
    assert [member in {each.agency for each in one.missing} for one in known] == [True, False, True]


def test_a_member_that_belongs_elsewhere_now_is_told_and_still_counted(city: City) -> None:
    member = city.below("jiaotong")
    filed(member, of_requests(30))
    city.scoped()
    Agency.objects.filter(pk=member.pk).update(parent=None)

    rollup = city.rollup()

    assert rollup.out_of_step == frozenset({member.pk})
    assert rollup.sum.cells[NEW] == 30
    assert "rolling_up.out_of_step" in {one.rule for one in rolled_up(rollup).findings}


def test_a_report_on_another_form_is_not_added(city: City) -> None:
    filed(city.below("jiaotong"), of_requests(30))
    other = city.below("jiaoyu")
    filed(other, replace(of_2019({NEW: 9}), year=YEAR))
    city.scoped()

    assert city.new() == 30
    assert "格式" in next(one.why for one in city.rollup().missing if one.agency == other)


def test_sums_of_money_are_added_in_ten_thousand_yuan(city: City) -> None:
    fees = "table2.fees.amount"
    in_yuan = Cell(Decimal(251000), Status.READ, unit="元")
    report = of_requests(0)
    filed(city.below("jiaotong"), replace(report, cells={**report.cells, fees: in_yuan}))
    filed(city.below("jiaoyu"), with_figure(report, fees, Decimal("1.3")))
    city.scoped()

    assert city.rollup().sum.cells[fees] == Decimal("26.4")


def test_who_moved_after_the_county_rolled_up_is_found_to_be_counted_twice(city: City) -> None:
    county = city.below("qinghe", AgencyKind.GOVERNMENT)
    bureau = city.below("qinghe-jiaoyu", parent=county)
    filed(bureau, of_requests(400))
    filed(county, of_requests(1000), rests_on={"covers": [county.pk, bureau.pk]})
    Agency.objects.filter(pk=bureau.pk).update(parent=city.government)
    city.scoped()

    compiled = figures_under_way(city.report, moment.now())

    assert "rolling_up.twice" in {one.rule for one in compiled.findings}
    assert city.rollup().twice == [bureau.pk]


@pytest.mark.parametrize("more", [1, 9])
def test_more_members_take_no_more_queries(city: City, more: int) -> None:
    for count in range(more):
        filed(city.below(f"ju{count}"), of_requests(count))
        filed(city.below(f"chu{count}"), of_requests(count), is_public=False)
    city.scoped()

    with CaptureQueriesContext(connection) as asked_for:
        rollup = city.rollup()
        found = (rollup.sum, rollup.missing, rollup.rests_on)

    assert all(found)
    assert len(asked_for) <= 24
