"""Two who act on a report at one moment: what both cannot have done, one has, and one is told."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests import town
from tests.annual_report.reports import a_report
from tests.prepared import at_once
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Role
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Event
from yangguang.casework.models.approval import Decision
from yangguang.casework.verification import broken_chains
from yangguang.reporting import life
from yangguang.reporting.actions import begin, decide, hand_over, send_up, write
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.life import Stage
from yangguang.reporting.models import (
    CellComment,
    EnteredFigure,
    Publication,
    SectionText,
    Version,
    YearReport,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _one_is_told(*doings: Callable[[], Any], by: type[Exception] = NotAllowed) -> None:
    found = at_once(doings)
    told = [one for one in found if isinstance(one, BaseException)]
    assert [type(one) for one in told] == [by], found
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


def test_what_is_returned_is_not_published_nor_the_other_way_round(reporting: Reporting) -> None:
    reporting.submitted()
    report = reporting.report
    by, above = may(reporting.office.handler), may(reporting.supervisor)

    _one_is_told(
        lambda: hand_over.publish(report, by),
        lambda: hand_over.give_back(report, {"": "请核对"}, above),
    )

    is_public = reporting.stage is Stage.PUBLISHED
    assert Publication.objects.count() == is_public
    assert CellComment.objects.count() == (not is_public)


def test_accepted_while_it_is_published_it_is_public_once(reporting: Reporting) -> None:
    reporting.submitted()
    report = reporting.report
    by, above = may(reporting.office.handler), may(reporting.supervisor)

    found = at_once(
        [lambda: hand_over.accept(report, above), lambda: hand_over.publish(report, by)]
    )

    assert isinstance(found[0], NotAllowed | Event)
    assert reporting.stage is Stage.PUBLISHED
    assert Publication.objects.count() == 1
    assert not list(broken_chains())


def test_a_correction_that_is_begun_while_it_is_accepted_goes_its_whole_way(
    reporting: Reporting,
) -> None:
    """Published and corrected from one page while the supervising office accepts from another."""
    reporting.submitted()
    report, by = reporting.report, may(reporting.office.handler)
    seen = life.standing_of(report).last_seq

    def publish_and_correct() -> Event:
        hand_over.publish(report, by)
        return hand_over.correct(report, by)

    begun, accepted = at_once(
        [publish_and_correct, lambda: hand_over.accept(report, may(reporting.supervisor), seen)]
    )

    assert isinstance(begun, Event)
    assert isinstance(accepted, NotAllowed | Event)
    now = life.standing_of(report)
    assert (now.stage, now.published) == (Stage.DRAFTING, 1)
    assert not list(broken_chains())
    with pytest.raises(NotAllowed, match="更正中"):
        hand_over.accept(report, may(reporting.supervisor))


def test_a_figure_is_entered_by_one_and_changed_only_with_a_reason(reporting: Reporting) -> None:
    office = reporting.office
    people = (may(office.handler), may(office.section_head))

    def entered(value: int, by: Standing) -> Callable[[], EnteredFigure]:
        entry = Entry("table2.licences.decisions", Decimal(value), "审批科")
        return lambda: enter_figure(office.agency, YEAR, entry, by)

    _one_is_told(*(entered(at, by) for at, by in enumerate(people, 16)), by=Mistakes)

    assert EnteredFigure.objects.count() == 1


def test_a_published_report_is_brought_in_by_one_and_corrected_only_with_a_note(
    reporting: Reporting,
) -> None:
    office = reporting.office
    read = replace(a_report(), agency=office.agency.name, year=YEAR - 1)

    def brought(text: str, by: Standing) -> Callable[[], Version]:
        file = Upload("年报.html", f"<p>{text}</p>".encode())
        return lambda: bring_in(office.agency, read, file, by)

    _one_is_told(
        brought("一", may(office.handler)), brought("二", may(office.section_head)), by=Mistakes
    )

    assert Publication.objects.get().number == 1
