"""The supervising office writes its government's report, sends it up and publishes it (Art. 49)."""

import pytest

from tests import town
from tests.reporting.reported import WORDS, YEAR
from tests.reporting.rolling_up.rolled import City, a_city, filed, of_requests, saying
from tests.town import may
from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Agency, AgencyKind, Person, Role
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.reporting import drafting, life
from yangguang.reporting.actions import begin, decide, hand_over, send_up, write
from yangguang.reporting.life import Stage
from yangguang.reporting.models import Version
from yangguang.reporting.under_way import figures_under_way

LATE = "两个机关没有按时报送，法定期限已到，先按已经报送的汇总。"


@pytest.fixture
def city() -> City:
    return a_city()


def _written(city: City) -> None:
    for section, text in WORDS.items():
        write.write(city.report, section, text, may(city.office.handler), None)


def _sent_up(city: City) -> Version:
    compiled = figures_under_way(city.report, moment.now())
    words = send_up.Words(override=LATE)
    return send_up.send_up(city.report, compiled, may(city.office.handler), words)


def _levels(city: City) -> list[Person]:
    roles = (Role.SECTION_HEAD, Role.DISCLOSURE_HEAD, Role.SECRECY_REVIEWER, Role.LEADER)
    return [town.person(role.value, role, city.government) for role in roles]


def test_its_tables_are_the_sums_and_its_version_names_what_it_adds(city: City) -> None:
    levels = _levels(city)
    taken = filed(city.below("jiaotong"), saying(of_requests(30), "新收申请30件。"))
    scope = city.scoped()
    _written(city)

    version = _sent_up(city)

    said = drafting.content(version)
    assert said.value("table3.new.total") == 30
    assert "全年新收申请30件。" in said.text_of(1)
    assert version.rests_on == {
        "scope": scope.pk,
        "versions": {str(taken.report.agency_id): taken.pk},
        "covers": sorted([city.government.pk, taken.report.agency_id]),
        "missing": [city.office.agency.pk],
    }
    for one in levels:
        decide.decide(city.report, Decision.APPROVED, version.digest, may(one))
    hand_over.publish(city.report, may(city.office.handler))
    assert life.standing_of(city.report).stage is Stage.PUBLISHED


def test_without_a_decided_scope_it_does_not_go_up(city: City) -> None:
    _levels(city)
    _written(city)
    compiled = figures_under_way(city.report, moment.now())

    with pytest.raises(Mistakes) as refused:
        send_up.send_up(city.report, compiled, may(city.office.handler))

    assert "还没有确定汇总哪些机关" in refused.value.fields["override"]


def test_it_is_not_submitted_to_the_office_that_wrote_it(city: City) -> None:
    with pytest.raises(NotAllowed, match="没有上级主管部门"):
        hand_over.submit(city.report, may(city.office.handler))


@pytest.mark.parametrize(
    ("kind", "supervises", "writes"),
    [
        (AgencyKind.GOVERNMENT_OFFICE, True, True),
        (AgencyKind.DEPARTMENT, True, True),  # where another department has the disclosure work
        (AgencyKind.GOVERNMENT_OFFICE, False, True),  # a county, supervised from above
        (AgencyKind.DEPARTMENT, False, False),
    ],
)
def test_who_writes_it(kind: AgencyKind, supervises: bool, writes: bool) -> None:
    government = town.agency(slug="qinghe", name="青禾县政府", kind=AgencyKind.GOVERNMENT)
    office = town.office(slug="qingheban", name="青禾县某办", kind=kind, parent=government)
    above = town.agency(slug="shiban", name="市政府办", kind=AgencyKind.GOVERNMENT_OFFICE)
    Agency.objects.filter(pk=government.pk).update(
        supervising=office.agency if supervises else above
    )

    people = may(office.handler)

    assert people.can(Capability.REPORT, government.pk) is writes
    assert people.can(Capability.REPORT, office.agency.pk)
    assert not people.can(Capability.SEE_CASES, government.pk)
    assert not may(office.leader).can(Capability.APPROVE_FINAL, government.pk)


def test_who_stands_in_for_a_writer_is_named_with_them(city: City) -> None:
    post = city.office.handler.posts.get()
    deputy = town.person("吴代办")
    post.delegations.create(to=deputy, since=moment.today(), until=moment.today(), reason="休假")

    begin.begin(city.government, YEAR, may(deputy))

    event = city.government.year_reports.get().case.events.get()
    assert (event.actor, event.instead_of) == (deputy, city.office.handler)
