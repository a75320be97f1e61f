"""Who registers at several agencies is told in one query what each of them is still to file."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import played, town
from tests.prepared import MONDAY
from yangguang.agencies.models import Role
from yangguang.inforequests import queries

THEN = MONDAY - timedelta(days=60)


def test_each_agency_has_its_own_figure_and_who_has_none_is_not_there() -> None:
    one, other, idle = (town.office(slug=slug, name=f"青岚市{slug}局") for slug in "abc")
    everyone = town.person("周兼职", Role.SECTION_HEAD, one.agency)
    for office in (other, idle):
        since = date(2020, 1, 1)
        everyone.posts.create(agency=office.agency, role=Role.SECTION_HEAD, since=since)
    played.withdrawn(one, THEN)
    played.withdrawn(other, THEN)
    played.withdrawn(other, THEN)
    people = town.may(everyone)

    with CaptureQueriesContext(connection) as asked:
        counted = queries.count_unfiled(people, [one.agency.pk, other.agency.pk, idle.agency.pk])

    assert counted == {one.agency.pk: 1, other.agency.pk: 2}
    assert counted[one.agency.pk] == queries.unfiled(people, one.agency).count()
    assert len(asked) == 1
