"""Remand and retrial as they are entered: the suit is open again, what was ordered is suspended."""

from datetime import date, timedelta

import pytest

from tests import town
from tests.inforequests import disputing, writing
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, CaseState
from yangguang.inforequests import dispute_record
from yangguang.inforequests.actions import dispute
from yangguang.inforequests.moves import Move
from yangguang.law.disputes import DisputeTrack, Ruling

AFTER_THE_PERIOD = MONDAY + timedelta(days=20)


@pytest.fixture
def case(office: town.Office) -> Case:
    """A suit was lost in the first instance, which orders another answer."""
    case = disputing.answered(office)
    disputing.notified(case, office, DisputeTrack.SUIT)
    disputing.decided(case, office, Ruling.REVOKED, orders=True)
    return case


def test_the_period_of_an_answer_runs_from_the_day_the_judgment_holds(case, office) -> None:
    order = writing.standing(case).orders[1].order

    assert order.since == MONDAY.date() + timedelta(days=16)  # fifteen to appeal, then it holds
    # 26, 27 and (a working Saturday) 28 February, fifteen days in three weeks, 23 and 24 March.
    assert CaseState.objects.get(case=case).due_on == date(2026, 3, 24)


def test_only_an_instance_above_remands(case, office) -> None:
    dispute.appealed(case, 1, True, town.may(office.handler))
    with pytest.raises(Mistakes) as refusal:
        disputing.decided(case, office, Ruling.JUDGMENT_STANDS)
    assert set(refusal.value.fields) == {"ruling"}

    disputing.decided(case, office, Ruling.REMANDED)

    state = CaseState.objects.get(case=case)
    assert (state.is_disputed, state.state) == (True, "answered")
    assert "没有一审已经裁判" in writing.offer(case, Move.APPEAL_DISPUTE, office).objection
    disputing.decided(case, office, Ruling.UNLAWFUL)
    assert not writing.offer(case, Move.APPEAL_DISPUTE, office).objection


def test_a_retrial_takes_the_order_back_until_it_is_decided(case, office) -> None:
    assert "没有裁判已经生效" in writing.offer(case, Move.RETRY_DISPUTE, office).objection

    with moment.standing_at(AFTER_THE_PERIOD):
        retrial = dispute.Retrial(False, "（2026）青行申5号", date(2026, 3, 20))
        dispute.retried(case, 1, retrial, town.may(office.handler))
        request = writing.standing(case)
        assert (request.is_reopened, request.statement_due) == (False, date(2026, 3, 20))
        disputing.decided(case, office, Ruling.JUDGMENT_STANDS, orders=True)

    assert writing.standing(case).is_reopened
    events = list(case.events.order_by("seq"))
    (shown,) = dispute_record.of(events, writing.standing(case), AFTER_THE_PERIOD.date())
    assert [words for _on, words in shown.steps][1:] == [
        "决定再审，按第二审程序审理（（2026）青行申5号）",
        f"再审维持原判，或者终结再审（{disputing.NUMBER}），"
        "要求 20 个工作日内重新答复（决定没有写期限，按本机关的规则）",
    ]
    assert shown.result == "结果纠正"


def test_the_day_that_the_court_names_is_not_before_its_paper_came(case, office) -> None:
    with moment.standing_at(AFTER_THE_PERIOD), pytest.raises(Mistakes) as refusal:
        early = dispute.Retrial(True, until=date(2026, 2, 10))
        dispute.retried(case, 1, early, town.may(office.handler))

    assert set(refusal.value.fields) == {"until"}
