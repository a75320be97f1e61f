"""Remind: those below whose turn it is, once a day each; it stands in the report's story."""

import pytest

from tests import town
from tests.prepared import MONDAY, at
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.rolling_up.rolled import a_city
from tests.town import may
from yangguang.agencies.models import Agency, Delegation, Post, Role
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting import story
from yangguang.reporting.actions import hand_over, urge, write


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


@pytest.fixture
def water(reporting: Reporting) -> Agency:
    return town.agency(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)


def _slugs(lines) -> set[str]:
    return {one.agency.slug for one in lines}


def test_all_who_are_late_at_once(reporting: Reporting, water: Agency) -> None:
    with moment.standing_at(at(1, 20)):
        reporting.submitted()

    people = may(reporting.supervisor)

    assert _slugs(urge.urge(people, YEAR, late=True)) == {"shuiwu"}


def test_before_the_day_nobody_is_late_and_one_is_reminded_all_the_same(
    reporting: Reporting, water: Agency
) -> None:
    with moment.standing_at(at(1, 20)):
        people = may(reporting.supervisor)
        with pytest.raises(NotAllowed, match="没有要提醒的机关"):
            urge.urge(people, YEAR, late=True)

        assert _slugs(urge.urge(people, YEAR, [water.pk])) == {"shuiwu"}


def test_once_a_day(reporting: Reporting, water: Agency) -> None:
    people = may(reporting.supervisor)
    urge.urge(people, YEAR, [water.pk])

    with pytest.raises(NotAllowed, match="一个机关一天提醒一次"):
        urge.urge(people, YEAR, [water.pk])
    assert _slugs(urge.urge(people, YEAR)) == {"jiaotong"}
    with moment.standing_at(at(2, 10)):
        assert _slugs(urge.urge(people, YEAR)) == {"jiaotong", "shuiwu"}


def test_only_by_who_supervises_and_only_those_below(reporting: Reporting, water: Agency) -> None:
    elsewhere = town.office(slug="jiaoyu", name="青岚市教育局")

    for person in (reporting.office.disclosure_head, elsewhere.disclosure_head):
        with pytest.raises(NotAllowed):
            urge.urge(may(person), YEAR, [water.pk])
    with pytest.raises(NotAllowed):
        urge.urge(may(reporting.supervisor), YEAR, [elsewhere.agency.pk])


def test_nobody_reminds_of_a_report_that_they_write_themselves(
    reporting: Reporting, water: Agency
) -> None:
    Post.objects.create(
        person=reporting.supervisor, agency=water, role=Role.HANDLER, since=town.LONG_AGO
    )

    assert _slugs(urge.to_urge(may(reporting.supervisor), YEAR).now) == {"jiaotong"}


def test_of_the_report_that_the_office_writes_for_its_government_nobody_is_reminded() -> None:
    city = a_city()
    city.below("jiaotong")
    supervisor = town.person("顾监督", Role.SUPERVISOR, city.office.agency)

    assert _slugs(urge.to_urge(may(supervisor), YEAR).now) == {"jiaotong"}


def test_of_a_correction_that_was_returned_nobody_is_reminded(reporting: Reporting) -> None:
    """What everyone can read is filed."""
    reporting.correcting()
    write.write(reporting.report, 2, "补充一段。", may(reporting.office.handler), None)
    reporting.submitted("补充第二部分")
    hand_over.give_back(reporting.report, {"": "请核对。"}, may(reporting.supervisor))

    assert urge.to_urge(may(reporting.supervisor), YEAR).now == []


def test_of_a_year_that_is_not_over_nobody_is_reminded(reporting: Reporting, water: Agency) -> None:
    people = may(reporting.supervisor)

    with pytest.raises(NotAllowed, match="没有要提醒的机关"):
        urge.urge(people, YEAR + 1, [water.pk])


def test_what_was_returned_waits_for_the_agency_again(reporting: Reporting) -> None:
    people = may(reporting.supervisor)
    reporting.submitted()
    with pytest.raises(NotAllowed):
        urge.urge(people, YEAR)

    hand_over.give_back(reporting.report, {"": "请核对。"}, people)

    assert _slugs(urge.urge(people, YEAR)) == {"jiaotong"}


def test_it_stands_in_the_story_by_who_pressed_and_for_whom(reporting: Reporting) -> None:
    other = town.person("周代")
    post = reporting.supervisor.posts.get()
    Delegation.objects.create(
        post=post, to=other, since=MONDAY.date(), until=MONDAY.date(), reason="出差"
    )
    urge.urge(may(other), YEAR, [reporting.agency.pk])

    entry = story.story(reporting.report)[0]

    assert (entry.name, entry.on) == ("主管部门提醒报送", MONDAY.date())
    assert (entry.who, entry.instead_of) == (other, reporting.supervisor)
