"""From the citizen's form to the answer: corrected, extended, approved, issued, sent."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests import town
from yangguang.casework import ledger, moment
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import applicant, assign, letters, registry
from yangguang.inforequests.derivation import standing
from yangguang.inforequests.events import LetterKind, Way
from yangguang.law.dispositions import Disposition


def _on(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def _approve(case: Case, *people) -> None:
    for person in people:
        digest = _draft_digest(case)
        letters.decide(case, Decision.APPROVED, digest, town.may(person))


def _draft_digest(case: Case) -> str:
    draft = standing(ledger.standing_events(case.events.order_by("seq"))).draft
    assert draft is not None
    return draft.digest


def test_every_step_is_on_record_and_the_clock_follows() -> None:
    office = town.office()
    handler = town.may(office.handler)
    case = town.request_at(office.agency).case
    assert str(_state(case).due_on) == "2026-03-13"

    assign.assign(case, office.handler, town.may(office.section_head))
    with moment.standing_at(_on(2, 12)):
        words = {"title": "补正告知书", "body": "请写明工程名称。"}
        terms = letters.Terms(correction_days=15)
        letters.draft(case, LetterKind.CORRECTION, words, terms, handler)
        letters.submit(case, handler)
        _approve(case, office.disclosure_head)
        letters.issue(case, handler)
    assert _state(case).state == "awaiting_correction"
    assert _state(case).due_on is None

    with moment.standing_at(_on(2, 26)):
        applicant.correct(case, "长宁路改造一期工程")
    assert _state(case).state == "handling"
    assert str(_state(case).due_on) == "2026-03-25"

    with moment.standing_at(_on(3, 20)):
        letters.draft(
            case, LetterKind.EXTENSION, {"body": "需要延期。"}, letters.Terms(days=10), handler
        )
        letters.submit(case, handler)
        _approve(case, office.disclosure_head)
        letters.issue(case, handler)
    assert str(_state(case).due_on) == "2026-04-09"

    with moment.standing_at(_on(4, 7)):
        answer = town.ends_as(Disposition.PROVIDED)
        letters.draft(case, LetterKind.ANSWER, {"body": "现提供。"}, answer, handler)
        letters.submit(case, handler)
        _approve(case, *office.approvers())
        issued = letters.issue(case, handler)
        assert _state(case).state == "issued"
        assert _state(case).closed_on is None
        letters.dispatch(case, Way.POST, _on(4, 7).date(), handler)
    assert issued.number == "jiaotong公开〔2026〕3号"
    assert _state(case).state == "answered"
    assert _state(case).disposition == "provided"

    with moment.standing_at(_on(4, 7) + timedelta(days=3)):
        registry.came_back(case, handler)
        letters.dispatch(case, Way.ELECTRONIC, _on(4, 10).date(), handler)
        applicant.delivered(case)
    assert str(_state(case).closed_on) == "2026-04-07"
    assert ledger.broken(case, case.events.order_by("seq")) is None
