"""Asked for many agencies at once, the same people may do a thing as when each person is asked."""

from datetime import date

import pytest

from tests import town
from yangguang.agencies.capabilities import Capability, holders_at, standing
from yangguang.agencies.models import AgencyKind, Delegation, Person, Role

DAY = date(2026, 1, 20)


@pytest.mark.django_db
@pytest.mark.parametrize("capability", [Capability.REPORT, Capability.APPROVE_FINAL])
def test_each_person_who_may_and_nobody_else(capability: Capability) -> None:
    government = town.agency(slug="qinglan", name="青岚市人民政府", kind=AgencyKind.GOVERNMENT)
    office = town.office(
        slug="zhengfuban",
        name="青岚市人民政府办公室",
        kind=AgencyKind.GOVERNMENT_OFFICE,
        parent=government,
    )
    bureau = town.office(parent=government)
    town.person("顾监督", Role.SUPERVISOR, office.agency)
    for post in (bureau.handler.posts.get(), bureau.leader.posts.get()):
        Delegation.objects.create(
            post=post, to=town.person("周代"), since=DAY, until=DAY, reason="出差"
        )
    bureau.disclosure_head.posts.update(until=date(2026, 1, 19))
    Person.objects.filter(pk=office.section_head.pk).update(is_active=False)

    agencies = (government.pk, office.agency.pk, bureau.agency.pk)
    found = holders_at(capability, agencies, DAY)

    everyone = Person.objects.all()
    for agency in agencies:
        may = {one for one in everyone if standing(one, DAY).can(capability, agency)}
        assert found[agency] == may
    assert any(found.values())
