"""A report is written, approved by four, submitted, returned, accepted and published; in order."""

import pytest

from tests import town
from tests.prepared import at
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.agencies.models import Agency, Role
from yangguang.casework import ledger, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import CaseState
from yangguang.casework.models.approval import Decision
from yangguang.casework.verification import broken_chains
from yangguang.reporting import drafting, life
from yangguang.reporting.actions import begin, decide, hand_over, send_up, write
from yangguang.reporting.due import due_day
from yangguang.reporting.events import What
from yangguang.reporting.life import Move, Stage


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def test_begun_twice_it_is_one_report(reporting: Reporting) -> None:
    again = begin.begin(reporting.agency, YEAR, may(reporting.office.section_head))

    assert again == reporting.report
    state = CaseState.objects.get(case=reporting.report.case)
    assert (state.state, str(state.due_on)) == ("drafting", "2026-01-31")


def test_from_the_first_word_to_the_public(reporting: Reporting) -> None:
    version = reporting.published()

    now = life.standing_of(reporting.report)
    assert (now.stage, now.published) == (Stage.PUBLISHED, version.number)
    said = drafting.public(reporting.report)
    assert said is not None
    assert "全年新收申请0件。" in drafting.content(said).text_of(1)
    assert CaseState.objects.get(case=reporting.report.case).closed_on == moment.today()
    assert list(broken_chains()) == []


def test_after_31_january_it_is_late_and_that_is_on_record(reporting: Reporting) -> None:
    reporting.submitted()

    event = reporting.report.case.events.order_by("-seq").first()
    assert event is not None
    assert event.payload["late"] == 1


def test_submitted_in_time_it_is_not_late_when_it_comes_again(reporting: Reporting) -> None:
    with moment.standing_at(at(1, 20)):
        reporting.submitted()
        hand_over.give_back(reporting.report, {"": "请核对。"}, may(reporting.supervisor))
    reporting.submitted()

    (again, first) = reporting.report.case.events.filter(kind=What.SUBMITTED).order_by("-seq")
    assert again.occurred_on > due_day(reporting.agency, YEAR) > first.occurred_on
    assert "late" not in again.payload


def test_a_level_sends_it_back_and_it_can_be_written_again(reporting: Reporting) -> None:
    version = reporting.sent_up()

    decide.decide(
        reporting.report,
        Decision.RETURNED,
        version.digest,
        may(reporting.office.section_head),
        "第五部分太空",
    )

    assert reporting.stage is Stage.DRAFTING
    assert reporting.sent_up().number == version.number + 1


def test_without_a_reason_nobody_sends_back(reporting: Reporting) -> None:
    version = reporting.sent_up()

    with pytest.raises(Mistakes):
        decide.decide(
            reporting.report,
            Decision.RETURNED,
            version.digest,
            may(reporting.office.section_head),
        )
    assert reporting.stage is Stage.IN_APPROVAL


def test_what_is_in_approval_cannot_be_changed_until_it_is_taken_back(
    reporting: Reporting,
) -> None:
    reporting.sent_up()

    with pytest.raises(NotAllowed):
        write.write(reporting.report, 6, "改一改", may(reporting.office.handler), None)
    send_up.take_back(reporting.report, may(reporting.office.handler))
    assert reporting.stage is Stage.DRAFTING


def test_the_supervising_office_returns_it_with_comments_on_cells(reporting: Reporting) -> None:
    version = reporting.submitted()
    comments = {"table3.new.total": "与平台数据不一致，请核对。", "": "请补充第五部分。"}

    hand_over.give_back(reporting.report, comments, may(reporting.supervisor))

    assert reporting.stage is Stage.RETURNED
    assert {one.cell: one.text for one in version.comments.all()} == comments
    first = life.standing_of(reporting.report).submitted_on
    reporting.submitted()
    assert life.standing_of(reporting.report).submitted_on == first


@pytest.mark.parametrize("comments", [{}, {"": "  "}, {"table9.x": "？"}])
def test_it_is_not_returned_without_saying_why(
    reporting: Reporting, comments: dict[str, str]
) -> None:
    reporting.submitted()

    with pytest.raises(Mistakes):
        hand_over.give_back(reporting.report, comments, may(reporting.supervisor))
    assert reporting.stage is Stage.SUBMITTED


def test_accepted_it_is_published(reporting: Reporting) -> None:
    reporting.submitted()

    hand_over.accept(reporting.report, may(reporting.supervisor))
    accepted = reporting.stage
    hand_over.publish(reporting.report, may(reporting.office.handler))

    assert (accepted, reporting.stage) == (Stage.ACCEPTED, Stage.PUBLISHED)


def test_a_correction_is_another_version_and_says_what_it_changes(reporting: Reporting) -> None:
    first = reporting.correcting()
    assert drafting.public(reporting.report) == first

    text = drafting.texts(reporting.report)[6]
    write.write(reporting.report, 6, "收取信息处理费。", may(reporting.office.handler), text.pk)
    with pytest.raises(Mistakes, match="note"):
        send_up.send_up(reporting.report, reporting.figures(), may(reporting.office.handler))
    send_up.send_up(
        reporting.report,
        reporting.figures(),
        may(reporting.office.handler),
        send_up.Words(note="更正信息处理费。"),
    )

    second = reporting.report.versions.get(number=2)
    assert second.changes == ["section:6"]
    assert second.note == "更正信息处理费。"
    assert drafting.public(reporting.report) == first


def test_another_agency_s_people_do_nothing(reporting: Reporting) -> None:
    other = town.office(slug="shuiwu", name="青岚市水务局", supervising=reporting.above)
    reporting.written()
    doings = [
        lambda: write.write(reporting.report, 1, "x", may(other.handler), None),
        lambda: send_up.take_back(reporting.report, may(other.handler)),
        lambda: hand_over.submit(reporting.report, may(other.section_head)),
        lambda: hand_over.publish(reporting.report, may(other.leader)),
        lambda: hand_over.accept(reporting.report, may(reporting.office.leader)),
        lambda: begin.begin(reporting.agency, 2024, may(other.handler)),
    ]

    for doing in doings:
        with pytest.raises(NotAllowed):
            doing()
    assert reporting.stage is Stage.DRAFTING


def test_the_supervisor_of_another_office_takes_nothing(reporting: Reporting) -> None:
    reporting.submitted()
    elsewhere = town.agency(slug="xianban", name="青禾县人民政府办公室")
    stranger = town.person("外监督", Role.SUPERVISOR, elsewhere)

    with pytest.raises(NotAllowed):
        hand_over.accept(reporting.report, may(stranger))


def test_who_has_nobody_above_publishes_what_is_approved() -> None:
    reporting = Reporting()
    Agency.objects.filter(pk=reporting.agency.pk).update(supervising=None)
    reporting.report.refresh_from_db()
    reporting.approved()

    with pytest.raises(NotAllowed, match="没有上级主管部门"):
        hand_over.submit(reporting.report, may(reporting.office.handler))
    hand_over.publish(reporting.report, may(reporting.office.handler))
    assert reporting.stage is Stage.PUBLISHED


def test_what_did_not_pass_all_levels_goes_nowhere(reporting: Reporting) -> None:
    """A ledger entry that somebody put there by another way is not an approval."""
    version = reporting.sent_up()
    ledger.record(
        reporting.report.case,
        "report_approved",
        occurred_on=moment.today(),
        actor=ledger.PUBLIC,
        payload={"version": version.number},
    )

    with pytest.raises(NotAllowed, match="没有完整的审批"):
        hand_over.submit(reporting.report, may(reporting.office.handler))


@pytest.mark.parametrize("move", list(Move))
def test_every_move_says_why_it_cannot_be_made_now(move: Move) -> None:
    refused = [
        stage
        for stage in Stage
        if life.not_now(move, life.Standing(stage=stage, published=1), has_supervisor=True)
    ]

    assert 0 < len(refused) < len(Stage)
