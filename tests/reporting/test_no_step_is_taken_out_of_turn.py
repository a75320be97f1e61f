"""A version is decided as it was sent up, handed over once, and not called back when it is gone."""

from datetime import timedelta

import pytest

from tests.reporting.reported import Reporting
from tests.town import LONG_AGO, may
from yangguang.agencies.models import Post, Role
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.reporting import drafting
from yangguang.reporting.actions import decide, hand_over, send_up
from yangguang.reporting.life import Stage
from yangguang.reporting.models import Publication, SectionText


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def test_the_digest_of_an_earlier_version_decides_nothing(reporting: Reporting) -> None:
    first = reporting.sent_up()
    send_up.take_back(reporting.report, may(reporting.office.handler))
    with moment.standing_at(moment.now() + timedelta(minutes=1)):
        second = reporting.sent_up()
    head = may(reporting.office.section_head)

    assert first.digest != second.digest
    with pytest.raises(NotAllowed):
        decide.decide(reporting.report, Decision.APPROVED, first.digest, head)
    decide.decide(reporting.report, Decision.APPROVED, second.digest, head)
    with pytest.raises(NotAllowed):
        decide.decide(reporting.report, Decision.APPROVED, second.digest, head)


def test_what_is_submitted_is_not_taken_back_nor_submitted_again(reporting: Reporting) -> None:
    reporting.submitted()
    people = may(reporting.office.handler)

    for doing in (send_up.take_back, hand_over.submit):
        with pytest.raises(NotAllowed, match="已报送"):
            doing(reporting.report, people)


def test_what_is_only_approved_is_not_published_past_the_office_above(
    reporting: Reporting,
) -> None:
    reporting.approved()

    with pytest.raises(NotAllowed):
        hand_over.publish(reporting.report, may(reporting.office.handler))
    assert not Publication.objects.exists()


def test_nothing_is_published_twice(reporting: Reporting) -> None:
    reporting.published()

    with pytest.raises(NotAllowed):
        hand_over.publish(reporting.report, may(reporting.office.handler))
    assert Publication.objects.count() == 1


def test_what_was_returned_is_not_published(reporting: Reporting) -> None:
    reporting.submitted()
    hand_over.give_back(reporting.report, {"": "请核对"}, may(reporting.supervisor))

    for doing in (hand_over.publish, hand_over.submit):
        with pytest.raises(NotAllowed):
            doing(reporting.report, may(reporting.office.handler))


def test_one_person_does_not_decide_two_levels_nor_for_another(reporting: Reporting) -> None:
    office = reporting.office
    head = office.section_head
    Post.objects.create(
        person=head, agency=office.agency, role=Role.DISCLOSURE_HEAD, since=LONG_AGO
    )
    office.leader.posts.get().delegations.create(
        to=head, since=moment.today(), until=moment.today(), reason="休假"
    )
    version = reporting.sent_up()
    decide.decide(reporting.report, Decision.APPROVED, version.digest, may(head))

    with pytest.raises(NotAllowed, match="两级"):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(head))
    for one in (office.disclosure_head, office.reviewer):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(one))
    with pytest.raises(NotAllowed, match="两级"):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(head))


def test_who_stands_in_for_the_leader_is_not_who_wrote_it(reporting: Reporting) -> None:
    office = reporting.office
    office.leader.posts.get().delegations.create(
        to=office.handler, since=moment.today(), until=moment.today(), reason="休假"
    )
    version = reporting.sent_up()
    for one in (office.section_head, office.disclosure_head, office.reviewer):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(one))

    with pytest.raises(NotAllowed, match="起草人"):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(office.handler))


def test_words_that_appear_of_who_approved_undo_the_approval(reporting: Reporting) -> None:
    reporting.approved()
    SectionText.objects.create(
        report=reporting.report,
        section=3,
        text="补充",
        written_by=reporting.office.leader,
        written_at=moment.now(),
    )

    with pytest.raises(NotAllowed, match="没有完整的审批"):
        hand_over.submit(reporting.report, may(reporting.office.handler))
    assert reporting.stage is Stage.APPROVED


def test_a_note_is_told_only_of_a_correction(reporting: Reporting) -> None:
    version = reporting.published(note="没有更正，也写了说明")

    assert version.note == ""
    public = drafting.public(reporting.report)
    assert public is not None
    assert public.override == ""
