"""Two who act on a report at one moment: what both cannot have done, one has, and one is told."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import town
from tests.prepared import at_once
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.agencies.models import Role
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.casework.verification import broken_chains
from yangguang.reporting import life
from yangguang.reporting.actions import begin, decide, hand_over, send_up, write
from yangguang.reporting.life import Stage
from yangguang.reporting.models import Publication, SectionText, Version, YearReport

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _one_is_told(*doings: Callable[[], Any]) -> None:
    found = at_once(doings)
    told = [one for one in found if isinstance(one, BaseException)]
    assert [type(one) for one in told] == [NotAllowed], found
    assert not list(broken_chains())


def test_one_is_published_or_handed_over_once(reporting: Reporting) -> None:
    reporting.approved()
    report, office = reporting.report, reporting.office
    by, other = may(office.handler), may(office.section_head)

    _one_is_told(lambda: hand_over.submit(report, by), lambda: hand_over.submit(report, other))
    _one_is_told(lambda: hand_over.publish(report, by), lambda: hand_over.publish(report, other))

    assert Publication.objects.count() == 1


def test_what_is_taken_back_is_not_submitted_nor_the_other_way_round(
    reporting: Reporting,
) -> None:
    reporting.approved()
    report, office = reporting.report, reporting.office

    _one_is_told(
        lambda: send_up.take_back(report, may(office.handler)),
        lambda: hand_over.submit(report, may(office.section_head)),
    )

    assert reporting.stage in {Stage.DRAFTING, Stage.SUBMITTED}


def test_a_correction_is_stopped_once_or_goes_on(reporting: Reporting) -> None:
    reporting.published()
    report, office = reporting.report, reporting.office
    by, other = may(office.handler), may(office.section_head)
    hand_over.correct(report, by)
    seen = life.standing_of(report).last_seq

    _one_is_told(
        lambda: hand_over.stop_correcting(report, by, seen),
        lambda: hand_over.stop_correcting(report, other, seen),
    )

    assert reporting.stage is Stage.PUBLISHED


def test_a_level_is_decided_by_one_and_a_report_sent_up_once(reporting: Reporting) -> None:
    reporting.written()
    report, compiled = reporting.report, reporting.figures()
    office = reporting.office
    second = town.person("张科长", Role.SECTION_HEAD, reporting.agency)

    _one_is_told(
        lambda: send_up.send_up(report, compiled, may(office.handler)),
        lambda: send_up.send_up(report, compiled, may(second)),
    )
    digest = Version.objects.get().digest
    _one_is_told(
        lambda: decide.decide(report, Decision.APPROVED, digest, may(office.section_head)),
        lambda: decide.decide(report, Decision.RETURNED, digest, may(second), "太空"),
    )

    assert reporting.stage in {Stage.IN_APPROVAL, Stage.DRAFTING}


def test_of_two_who_write_a_section_neither_is_lost(reporting: Reporting) -> None:
    report, office = reporting.report, reporting.office

    _one_is_told(
        lambda: write.write(report, 2, "一", may(office.handler), None),
        lambda: write.write(report, 2, "二", may(office.section_head), None),
    )

    assert SectionText.objects.count() == 1


def test_a_year_is_begun_once(reporting: Reporting) -> None:
    office = reporting.office
    found = at_once(
        [
            lambda: begin.begin(office.agency, YEAR - 1, may(office.handler)),
            lambda: begin.begin(office.agency, YEAR - 1, may(office.section_head)),
        ]
    )

    assert set(found) == {YearReport.objects.get(year=YEAR - 1)}
