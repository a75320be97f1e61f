"""Answered anew after a review or a suit: no new request, its own clock, the first figure stays."""

from datetime import date

import pytest

from tests import played, town
from tests.inforequests.disputing import NUMBER, answered, decided, notified, sent_back
from tests.portal.requests.working import answer, draft_answer, standing
from tests.prepared import MONDAY, at
from yangguang.casework import moment, personal
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState, IssuedLetter
from yangguang.casework.rebuilding import differences
from yangguang.inforequests.actions import applicant, dispute, letters, registry
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.overview import of
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling, Unit


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def test_it_is_open_with_the_decision_s_period_and_keeps_its_first_outcome() -> None:
    office = town.office()
    case = answered(office)
    first = _state(case)

    with moment.standing_at(at(3, 2)):
        sent_back(case, office, days=10)

    state = _state(case)
    assert (state.state, state.closed_on) == ("handling", None)
    assert str(state.due_on) == "2026-03-16"
    assert state.disposition == first.disposition == "does_not_exist"


def test_it_stays_counted_as_it_ended_first_while_it_is_open_once_more() -> None:
    office = town.office()
    case = answered(office)
    first = _state(case)
    counted = (first.closed_on, first.due_on)
    assert (first.counted_on, first.counted_due_on) == counted

    with moment.standing_at(at(3, 2)):
        sent_back(case, office, days=10)
    again = _state(case)
    with moment.standing_at(at(3, 4)):
        answer(case, office, Way.POST, disposition=Disposition.PROVIDED)
    anew = _state(case)

    assert (again.counted_on, again.counted_due_on) == counted
    assert (anew.counted_on, anew.counted_due_on) == counted


def test_where_the_decision_states_none_the_agency_s_rule_is_the_period() -> None:
    office = town.office()
    office.agency.rules.anew_days = 5
    office.agency.rules.save()
    case = answered(office)

    with moment.standing_at(at(3, 2)):
        sent_back(case, office)

    assert str(_state(case).due_on) == "2026-03-09"


def test_days_of_the_calendar_are_counted_as_such() -> None:
    office = town.office()
    case = answered(office)

    with moment.standing_at(at(3, 2)):
        sent_back(case, office, 30, Unit.CALENDAR)

    assert str(_state(case).due_on) == "2026-04-01"


def test_the_new_answer_names_the_decision_passes_all_levels_and_ends_it() -> None:
    office = town.office()
    case = answered(office)
    first = _state(case)

    with moment.standing_at(at(3, 2)):
        sent_back(case, office, days=10)
    with moment.standing_at(at(3, 4)):
        answer(case, office, Way.POST, disposition=Disposition.PROVIDED)

    issued = IssuedLetter.objects.order_by("-issued_at").first()
    assert issued is not None
    words = personal.words_of(issued.revision.text)
    assert isinstance(words, dict)
    assert words["opening"] == f"本机关根据青岚市人民政府行政复议决定（{NUMBER}），重新作出答复。"
    state = _state(case)
    assert (state.closed_on, state.due_on) == (first.closed_on, first.due_on)
    assert (state.state, state.disposition) == ("answered", "does_not_exist")
    assert [one.on for one in standing(case).answered_anew] == [date(2026, 3, 4)]
    assert standing(case).disposition == "provided"
    assert list(differences()) == []


def test_what_belongs_to_a_first_answer_is_not_done_again() -> None:
    office = town.office()
    case = answered(office)
    handler = town.may(office.handler)
    sent_back(case, office)

    with pytest.raises(NotAllowed, match="不能延长"):
        letters.draft(case, LetterKind.EXTENSION, {}, letters.Terms(days=5), handler)
    with pytest.raises(NotAllowed, match="正在按决定、判决重新答复"):
        terms = letters.Terms(correction_days=5)
        letters.draft(case, LetterKind.CORRECTION, {}, terms, handler)
    with pytest.raises(NotAllowed, match="不能登记撤回"):
        applicant.withdraw(case, "不要了")


def test_a_request_that_lapsed_can_be_sent_back_and_still_counts_as_lapsed() -> None:
    office = town.office()
    case = played.lapsed(office, MONDAY)
    with moment.standing_at(at(5, 6)):
        notified(case, office)
        decided(case, office, Ruling.ORDERED)
        assert standing(case).correction_until is None
        answer(case, office, disposition=Disposition.PROVIDED)
        applicant.delivered(case)

    assert _state(case).disposition == "uncorrected"
    assert list(differences()) == []


def test_an_overdue_request_that_is_ordered_to_be_answered_keeps_its_own_period() -> None:
    office = town.office()
    case = town.request_at(office.agency).case

    with moment.standing_at(at(3, 17)):
        notified(case, office)
    with moment.standing_at(at(4, 7)):
        decided(case, office, Ruling.ORDERED, period=dispute.Period(10, Unit.WORKING))
        page = of(case, town.may(office.handler))
        assert str(_state(case).due_on) == "2026-03-13"
        assert any("2026-04-21" in one for one in page.remarks)
        answer(case, office, disposition=Disposition.PROVIDED)

    assert _state(case).disposition == "provided"
    assert str(_state(case).closed_on) == "2026-04-07"


def test_a_first_judgment_s_period_runs_once_it_holds_and_an_appeal_takes_it_back() -> None:
    office = town.office()
    case = answered(office)
    first = _state(case)
    with moment.standing_at(at(3, 2)):
        notified(case, office, DisputeTrack.SUIT)
        period = dispute.Period(15, Unit.CALENDAR)
        decided(case, office, Ruling.REVOKED, orders=True, period=period)
    assert str(_state(case).due_on) == "2026-04-02"  # holds from 18 March on

    with moment.standing_at(at(3, 9)):
        draft_answer(case, office)
        dispute.appealed(case, 1, True, town.may(office.handler))
    state = _state(case)
    assert (state.state, state.closed_on, state.due_on) == (
        "answered",
        first.closed_on,
        first.due_on,
    )
    with moment.standing_at(at(6, 1)):
        decided(case, office, Ruling.APPEAL_DISMISSED, orders=True, period=period)
    assert str(_state(case).due_on) == "2026-06-16"
    assert list(differences()) == []


def test_an_order_that_was_entered_by_mistake_is_taken_back_with_the_draft_written_to_it() -> None:
    office = town.office()
    case = answered(office)
    first = _state(case)
    sent_back(case, office)
    order = case.events.order_by("-seq")[0].seq
    draft_answer(case, office)

    registry.void_entry(case, order, town.may(office.handler))

    state = _state(case)
    assert (state.state, state.closed_on) == ("answered", first.closed_on)
    assert standing(case).draft is None
    assert list(differences()) == []


def test_what_was_sent_back_has_left_as_long_as_the_order_stands() -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    with moment.standing_at(at(3, 17)):
        notified(case, office)
        answer(case, office)
        left = case.events.get(kind="sent").seq
        decided(case, office, Ruling.REVOKED, orders=True)
        with pytest.raises(NotAllowed, match="收到决定、裁判"):
            registry.void_entry(case, left, town.may(office.handler))


def test_the_new_answer_reaches_the_applicant_after_it_left() -> None:
    office = town.office()
    case = answered(office)
    applicant.delivered(case)
    sent_back(case, office)
    with moment.standing_at(at(3, 4)):
        answer(case, office)
        with pytest.raises(Mistakes):
            applicant.delivered(case, town.may(office.handler), date(2026, 3, 3))
        applicant.delivered(case)

    assert standing(case).delivered


def test_an_order_that_was_answered_stands() -> None:
    office = town.office()
    case = answered(office)
    sent_back(case, office)
    order = case.events.order_by("-seq")[0].seq
    answer(case, office)

    with pytest.raises(NotAllowed, match="以这条记录为前提"):
        registry.void_entry(case, order, town.may(office.handler))


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (dispute.Decision(Ruling.REVOKED, "", orders=True), "number"),
        (dispute.Decision(Ruling.ORDERED, ""), "number"),
        (dispute.Decision(Ruling.UPHELD, NUMBER, orders=True), "ruling"),
        (dispute.Decision(Ruling.APPEAL_DISMISSED, NUMBER), "ruling"),
        (dispute.Decision(Ruling.ORDERED, NUMBER, False, dispute.Period(0, Unit.WORKING)), "days"),
    ],
)
def test_what_does_not_fit_is_said(decision: dispute.Decision, field: str) -> None:
    office = town.office()
    case = answered(office)
    notified(case, office)

    with pytest.raises(Mistakes) as mistakes:
        dispute.decided(case, 1, decision, town.may(office.handler))

    assert list(mistakes.value.fields) == [field]
