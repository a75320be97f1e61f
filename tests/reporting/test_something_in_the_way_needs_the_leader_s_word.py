"""What stands in the way blocks, unless the leader in charge approves the reason to go on."""

import pytest

from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.reporting.actions import decide, hand_over, send_up
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.life import Stage

REASON = "法定期限将至，行政许可数据待审批局核定后更正。"


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    made.written()
    return made


def _lacking(reporting: Reporting) -> Compiled:
    return compile_report(reporting.agency, YEAR, moment.now())


def test_missing_figures_block_and_are_named(reporting: Reporting) -> None:
    with pytest.raises(Mistakes) as refused:
        send_up.send_up(reporting.report, _lacking(reporting), may(reporting.office.handler))

    assert "行政许可" in refused.value.fields["override"]
    assert not reporting.report.versions.exists()


def test_with_a_reason_it_goes_up_and_the_leader_decides(reporting: Reporting) -> None:
    office = reporting.office
    version = send_up.send_up(
        reporting.report,
        _lacking(reporting),
        may(office.handler),
        send_up.Words(override=REASON),
    )
    for one in (office.section_head, office.disclosure_head, office.reviewer):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(one))
    with pytest.raises(NotAllowed):
        hand_over.submit(reporting.report, may(office.handler))

    decide.decide(reporting.report, Decision.APPROVED, version.digest, may(office.leader))
    hand_over.submit(reporting.report, may(office.handler))

    assert version.override == REASON
    assert reporting.stage is Stage.SUBMITTED


def test_another_reason_would_be_another_content(reporting: Reporting) -> None:
    digests = set()
    for reason in (REASON, f"{REASON}。"):
        version = send_up.send_up(
            reporting.report,
            _lacking(reporting),
            may(reporting.office.handler),
            send_up.Words(override=reason),
        )
        digests.add(version.digest)
        send_up.take_back(reporting.report, may(reporting.office.handler))

    assert len(digests) == 2
