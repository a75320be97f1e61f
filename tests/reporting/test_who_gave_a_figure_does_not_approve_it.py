"""Who entered a figure of a report, or decided whom it adds up, is one of its authors."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.prepared import MONDAY
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.rolling_up.rolled import a_city
from tests.town import LONG_AGO, may
from yangguang.agencies.models import Post, Role
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Approval
from yangguang.casework.models.approval import Decision
from yangguang.reporting.actions import decide, hand_over, send_up, write
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.authors import authors
from yangguang.reporting.life import Stage
from yangguang.reporting.models import EnteredFigure

LICENCES = "table2.licences.decisions"


def _also_handles(reporting: Reporting) -> None:
    office = reporting.office
    Post.objects.create(
        person=office.leader, agency=office.agency, role=Role.HANDLER, since=LONG_AGO
    )


def _seventeen(reason: str = "") -> Entry:
    return Entry(LICENCES, Decimal(17), "审批科", reason)


def test_the_leader_who_entered_one_does_not_give_the_final_approval() -> None:
    reporting = Reporting()
    office = reporting.office
    _also_handles(reporting)
    enter_figure(office.agency, YEAR, _seventeen(), may(office.leader))
    version = reporting.sent_up()
    for one in (office.section_head, office.disclosure_head, office.reviewer):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(one))

    with pytest.raises(NotAllowed, match="起草人"):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(office.leader))


def test_who_enters_one_for_later_leaves_the_approval_of_a_frozen_version_as_it_is() -> None:
    reporting = Reporting()
    office = reporting.office
    _also_handles(reporting)
    reporting.approved()
    with moment.standing_at(MONDAY + timedelta(hours=1)):
        enter_figure(office.agency, YEAR, _seventeen("漏了十七件"), may(office.leader))

        hand_over.submit(reporting.report, may(office.handler))
        hand_over.accept(reporting.report, may(reporting.supervisor))
        hand_over.publish(reporting.report, may(office.disclosure_head))

    assert reporting.stage is Stage.PUBLISHED
    assert office.leader in authors(reporting.report)


def test_who_entered_one_before_it_is_in_the_version_and_undoes_its_approval() -> None:
    """A figure put there by another way, as if before the version was frozen, is in it."""
    reporting = Reporting()
    version = reporting.approved()
    assert version.known_at is not None
    row = EnteredFigure.objects.filter(agency=reporting.agency).latest("pk")
    row.pk, row.by, row.at = None, reporting.office.leader, version.known_at
    row.save(force_insert=True)

    with pytest.raises(NotAllowed, match="没有完整的审批"):
        hand_over.submit(reporting.report, may(reporting.office.handler))


def test_what_was_entered_for_another_year_makes_nobody_an_author() -> None:
    reporting = Reporting()
    office = reporting.office
    _also_handles(reporting)
    enter_figure(office.agency, YEAR - 1, _seventeen(), may(office.leader))

    reporting.sent_up()

    assert office.leader.pk not in Approval.objects.get().authors


def test_who_decided_whom_a_government_s_report_adds_up_is_an_author() -> None:
    city = a_city()
    city.scoped()

    assert city.office.handler in authors(city.report)


def test_who_answered_a_finding_is_an_author() -> None:
    reporting = Reporting()
    _also_handles(reporting)

    write.explain(reporting.report, "0" * 16, "统计口径不同", may(reporting.office.leader))

    assert authors(reporting.report) == [reporting.office.leader]


def test_who_sent_it_up_is_an_author() -> None:
    reporting = Reporting()
    _also_handles(reporting)
    reporting.written()

    send_up.send_up(reporting.report, reporting.figures(), may(reporting.office.leader))

    assert reporting.office.leader.pk in Approval.objects.get().authors
    assert reporting.office.leader in authors(reporting.report)
