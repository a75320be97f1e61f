from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.agencies.capabilities import standing
from yangguang.casework import moment
from yangguang.inforequests import overview
from yangguang.inforequests.moves import Move


def test_what_may_be_done_stands_with_article_and_consequence() -> None:
    work = an_office()
    case = work.assigned()

    page = words_of(work.handler.get(address(case)))

    possible = page.partition("现在可以办理")[2].partition("现在不能办理")[0]
    assert (
        "延长期限 只能一次，最多 20 个工作日，由公开办负责人批准并告知申请人。 第三十三条"
        in possible
    )
    assert "印发" not in possible


def test_what_may_not_stands_with_the_reason() -> None:
    work = an_office()
    case = work.assigned()

    page = words_of(work.handler.get(address(case)))

    assert "印发 审批通过之后才能印发。" in page.partition("现在不能办理")[2]


def test_whose_level_it_is_not_reads_who_decides() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-extension", filled_reason="材料较多", days="5")
    make(work.handler, case, "submit")

    offered = overview.of(case, standing(work.office.leader, moment.today()))
    theirs = overview.of(case, standing(work.office.disclosure_head, moment.today()))

    assert offered.offer(Move.DECIDE).objection == "这一级由公开办负责人审批。"
    assert theirs.offer(Move.DECIDE).objection == ""


def test_the_page_of_a_move_that_is_not_lawful_says_why_and_has_no_form() -> None:
    work = an_office()
    case = work.assigned()

    page = work.handler.get(address(case, "issue"))

    assert "审批通过之后才能印发。" in words_of(page)
    assert page.context["form"] is None
