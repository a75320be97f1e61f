"""Who is next with a report is told so soon: to decide, to mend, to publish; each thing once."""

import pytest

from tests.prepared import at
from tests.reporting.reported import Reporting
from tests.reporting.told import everyone, told_at_once, with_address
from tests.town import may
from yangguang.casework import moment
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.models import Reminding
from yangguang.reporting.actions import decide, hand_over, urge

SECRET_WORDS = "第三表的数字请再核对"


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    everyone(made.office)
    with_address(made.supervisor)
    return made


def test_who_can_decide_the_level_is_told_and_then_the_next(reporting: Reporting) -> None:
    office = reporting.office
    version = reporting.sent_up()

    first, again = told_at_once(at(2, 10)), told_at_once(at(2, 10))
    decide.decide(reporting.report, Decision.APPROVED, version.digest, may(office.section_head))
    second = told_at_once(at(2, 10))

    assert set(first) == {office.section_head.email}
    assert again == {}
    assert set(second) == {office.disclosure_head.email}
    assert second[office.disclosure_head.email].startswith("年报提醒：年报待审批\n")


def test_who_decided_a_level_is_not_asked_for_the_next(reporting: Reporting) -> None:
    version = reporting.sent_up()
    office = reporting.office
    decide.decide(reporting.report, Decision.APPROVED, version.digest, may(office.section_head))
    other = office.section_head
    other.posts.create(agency=office.agency, role="disclosure_head", since=other.posts.get().since)

    assert set(told_at_once(at(2, 10))) == {office.disclosure_head.email}


def test_who_wrote_it_is_told_that_it_was_returned_with_how_many_comments(
    reporting: Reporting,
) -> None:
    reporting.submitted()
    told_at_once(at(2, 10))
    said = {"": SECRET_WORDS, "table3.new.total": SECRET_WORDS}
    hand_over.give_back(reporting.report, said, may(reporting.supervisor))

    told = told_at_once(at(2, 10))

    office = reporting.office
    writers = {office.handler.email, office.section_head.email, office.disclosure_head.email}
    assert set(told) == writers
    assert "主管部门退回了，有 2 条意见。" in told[office.handler.email]
    assert SECRET_WORDS not in "".join(told.values())


def test_what_an_own_level_sent_back_is_told_without_its_comment(reporting: Reporting) -> None:
    version = reporting.sent_up()
    people = may(reporting.office.section_head)
    decide.decide(reporting.report, Decision.RETURNED, version.digest, people, SECRET_WORDS)

    words = told_at_once(at(2, 10))[reporting.office.handler.email]

    assert words.startswith("年报提醒：年报审批退回\n")
    assert SECRET_WORDS not in words


def test_accepted_is_told_to_who_has_not_switched_it_off(reporting: Reporting) -> None:
    office = reporting.office
    Reminding.objects.create(person=office.handler, digest=False)
    reporting.submitted()
    hand_over.accept(reporting.report, may(reporting.supervisor))

    told = told_at_once(at(2, 10))

    assert set(told) == {office.section_head.email, office.disclosure_head.email}
    assert "主管部门收下了，请向社会公布。" in told[office.disclosure_head.email]


def test_what_someone_went_on_from_is_not_told_any_more(reporting: Reporting) -> None:
    reporting.submitted()
    hand_over.give_back(reporting.report, {"": SECRET_WORDS}, may(reporting.supervisor))
    reporting.submitted()

    assert told_at_once(at(2, 10)) == {}


def test_the_supervising_office_s_word_reaches_who_writes(reporting: Reporting) -> None:
    with moment.standing_at(at(2, 9)):
        urge.urge(may(reporting.supervisor), reporting.report.year)

    told, again = told_at_once(at(2, 10)), told_at_once(at(2, 10))

    words = told[reporting.office.handler.email]
    assert words.startswith("年报提醒：主管部门提醒报送年报\n")
    assert "主管部门 2月9日提醒：还没有报送，现在是“编制中”。" in words
    assert again == {}


def test_a_word_that_was_followed_is_not_sent(reporting: Reporting) -> None:
    urge.urge(may(reporting.supervisor), reporting.report.year)
    reporting.submitted()

    assert told_at_once(at(2, 10)) == {}
