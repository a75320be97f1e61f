from tests.workspace.at_work import address, an_office, fields_of, make, words_of
from yangguang.agencies.models import Post, Role


def test_who_acts_on_an_old_page_hears_who_was_quicker_and_keeps_what_was_typed() -> None:
    work = an_office()
    case = work.assigned()
    Post.objects.create(
        person=work.office.section_head,
        agency=work.agency,
        role=Role.HANDLER,
        since=work.office.section_head.posts.get().since,
    )
    old = fields_of(work.section_head.get(address(case, "draft-extension")))
    make(work.handler, case, "draft-extension", filled_reason="材料较多", days="10")

    answer = work.section_head.post(
        address(case, "draft-extension"), {**old, "filled_reason": "另有原因", "days": "5"}
    )

    assert answer.status_code == 409
    assert "李承办刚刚办了“起草文书”，您的操作没有执行。" in words_of(answer)
    assert "另有原因" in answer.content.decode()


def test_the_page_that_tells_can_be_sent_again() -> None:
    work = an_office()
    case = work.assigned()
    old = fields_of(work.section_head.get(address(case, "void")))
    make(work.handler, case, "note", words="已电话联系")
    filled = {"reason": "twice", "checked": "on"}
    refused = work.section_head.post(address(case, "void"), {**old, **filled})

    again = work.section_head.post(address(case, "void"), {**fields_of(refused), **filled})

    assert refused.status_code == 409
    assert again.status_code == 302
    assert case.state.state == "voided"
