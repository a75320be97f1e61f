"""Art. 35: asked on paper, answered on paper, entered by staff; then a delay."""

from tests.workspace.at_work import AtWork, address, an_office, make, words_of
from yangguang.casework.models import Case, CaseState


def _issued(work: AtWork, case: Case, move: str, **filled) -> None:
    make(work.handler, case, move, **filled)
    make(work.handler, case, "submit")
    make(work.disclosure_head, case, "decide", decision="approved")
    make(work.handler, case, "issue", checked="on")


def test_from_the_asking_to_the_delay() -> None:
    work = an_office()
    case = work.assigned()
    _issued(work, case, "draft-reasons", filled_excess="本月提出 40 件", reply_days="5")

    make(work.handler, case, "receive-reasons", words="写论文要用", on="2026-02-09")
    _issued(work, case, "draft-delay", filled_reason="材料有 300 卷", until="2026-05-29")

    page = words_of(work.handler.get(address(case)))
    assert "说明理由的期限：2026-02-14" in page
    assert "写论文要用" in page
    assert "延迟到 2026-05-29 答复" in page
    assert str(CaseState.objects.get(case=case).due_on) == "2026-05-29"


def test_the_letters_say_what_the_article_says() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-reasons", filled_excess="本月提出 40 件", reply_days="5")

    letter = words_of(work.handler.get(address(case, f"letter/{case.letters.get().pk}")))

    assert "您申请的情况：本月提出 40 件" in letter
    assert "5 个工作日内说明理由" in letter
    assert "说明理由的截止日期：印发之日起算，印发时填入。" in letter


def test_a_day_that_is_no_delay_is_refused_beside_its_field() -> None:
    work = an_office()
    case = work.assigned()
    _issued(work, case, "draft-reasons", filled_excess="本月提出 40 件", reply_days="5")
    make(work.handler, case, "receive-reasons", words="写论文要用", on="2026-02-09")

    page = make(
        work.handler, case, "draft-delay", filled_reason="材料有 300 卷", until="2026-02-10"
    )

    assert page.status_code == 422
    assert "不晚于原期限" in page.context["form"].errors["until"][0]
