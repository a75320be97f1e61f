"""Who began a corrected version by mistake leaves the report as it was published."""

import pytest

from tests.reporting import reported
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.agencies.capabilities import Capability
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import CaseState
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.reporting import drafting, life, story
from yangguang.reporting.actions import hand_over, write
from yangguang.reporting.actions.urge import may_be_urged
from yangguang.reporting.board import Filed, Line, board
from yangguang.reporting.events import What
from yangguang.reporting.life import Stage
from yangguang.reporting.whose_turn import WhoseTurn


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    made.correcting()
    return made


def _stop(reporting: Reporting) -> None:
    hand_over.stop_correcting(reporting.report, may(reporting.office.section_head))


def _line(reporting: Reporting) -> Line:
    below = may(reporting.supervisor).agencies(Capability.TAKE_REPORTS)
    (line,) = board(below, YEAR, moment.today())
    return line


def _turn(reporting: Reporting) -> WhoseTurn:
    return WhoseTurn(may(reporting.office.handler), moment.today())


def test_it_is_published_as_before_and_waits_for_nobody(reporting: Reporting) -> None:
    (first,) = reporting.report.versions.all()
    begun = CaseState.objects.get(pk=reporting.report.case_id).closed_on
    _stop(reporting)
    now = life.standing_of(reporting.report)

    assert (now.stage, now.version, now.published) == (Stage.PUBLISHED, 1, 1)
    assert drafting.public(reporting.report) == first
    assert begun is None
    assert CaseState.objects.get(pk=reporting.report.case_id).closed_on == now.published_on
    assert not _turn(reporting).own
    assert not list(differences())
    assert not list(broken_chains())


def test_what_was_written_meanwhile_is_there_the_next_time(reporting: Reporting) -> None:
    by = may(reporting.office.handler)
    before = drafting.texts(reporting.report)[6]
    write.write(reporting.report, 6, "收取信息处理费。", by, before.pk)
    _stop(reporting)
    hand_over.correct(reporting.report, by)

    assert drafting.texts(reporting.report)[6].text == "收取信息处理费。"


def test_a_version_under_way_is_taken_back_or_returned_first(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(reported.WORDS, 6, "收取信息处理费。")
    reporting.submitted(note="更正第六部分。")
    with pytest.raises(NotAllowed, match="更正版已报送"):
        _stop(reporting)
    hand_over.give_back(reporting.report, {"": "请核对"}, may(reporting.supervisor))
    _stop(reporting)

    now = life.standing_of(reporting.report)
    assert (now.stage, now.version, now.published) == (Stage.PUBLISHED, 1, 1)


def test_a_report_that_was_never_published_is_not_stopped() -> None:
    reporting = Reporting()

    with pytest.raises(NotAllowed, match="还没有公布过"):
        _stop(reporting)


def test_it_is_told_in_the_story(reporting: Reporting) -> None:
    _stop(reporting)

    latest = story.story(reporting.report)[0]
    assert (latest.what, latest.name, latest.who) == (
        What.CORRECTION_STOPPED,
        "停止更正",
        reporting.office.section_head,
    )


def test_while_it_is_corrected_it_is_filed_all_the_same(reporting: Reporting) -> None:
    corrected = _line(reporting)
    (own,) = _turn(reporting).own
    _stop(reporting)
    stopped = _line(reporting)

    assert (corrected.filed, corrected.stage, own.line.stage) == (
        Filed.CORRECTED,
        "更正中",
        "更正中",
    )
    assert not may_be_urged(corrected)
    assert (stopped.filed, stopped.stage) == (Filed.TAKEN, "已公布")
