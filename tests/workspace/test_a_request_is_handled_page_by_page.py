"""The office's whole way: assigned, corrected, extended, answered, sent; each step on its page."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests import town
from tests.workspace.at_work import AtWork, an_office, make, words_of
from yangguang.casework import moment
from yangguang.casework.models import Case, CaseState


def _on(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def _state(case: Case) -> CaseState:
    return CaseState.objects.get(case=case)


def _approved(case: Case, *clients) -> None:
    for client in clients:
        make(client, case, "decide", decision="approved")


def _corrected(work: AtWork, case: Case) -> None:
    make(work.handler, case, "draft-correction", filled_asked="工程的哪一段", correction_days="15")
    make(work.handler, case, "submit")
    _approved(case, work.disclosure_head)
    make(work.handler, case, "issue", checked="on")
    assert _state(case).state == "awaiting_correction"
    make(work.handler, case, "receive-correction", words="一期工程", on="2026-02-09")


def test_every_step_has_its_page() -> None:
    work = an_office()
    case = town.request_at(work.agency).case

    make(work.section_head, case, "assign", handler=str(work.office.handler.pk))
    assert _state(case).handler == work.office.handler
    _corrected(work, case)
    assert _state(case).state == "handling"

    with moment.standing_at(_on(3, 5)):
        make(work.handler, case, "draft-extension", filled_reason="材料较多", days="10")
        make(work.handler, case, "submit")
        _approved(case, work.disclosure_head)
        make(work.handler, case, "issue", checked="on")
    assert str(_state(case).due_on) == "2026-03-27"

    with moment.standing_at(_on(3, 20)):
        make(
            work.handler,
            case,
            "draft-answer",
            query={"disposition": "provided"},
            filled_material="招标文件一份",
        )
        make(work.handler, case, "submit")
        _approved(case, work.section_head, work.disclosure_head, work.reviewer, work.leader)
        make(work.handler, case, "issue", checked="on")
        assert _state(case).state == "issued"
        make(work.handler, case, "dispatch", way="post", on="2026-03-20")
        make(work.handler, case, "delivered", on="2026-03-20")
        page = words_of(work.handler.get(f"/workspace/cases/{case.number}"))

    assert _state(case).state == "answered"
    assert "已于 2026-03-20（星期五）答复" in page
    assert "同意并送下一级 政府信息公开告知书 王科长" in page


def test_a_returned_letter_comes_back_with_the_reason() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-extension", filled_reason="材料较多", days="20")
    make(work.handler, case, "submit")

    make(work.disclosure_head, case, "decide", decision="returned", comment="理由写得太笼统。")

    page = words_of(work.handler.get(f"/workspace/cases/{case.number}"))
    assert _state(case).state == "handling"
    assert "退回修改" in page
    assert "理由写得太笼统。" in page
