"""Art. 36: what a disposition rests on is asked for on the page, and said there when it lacks."""

from tests.workspace.at_work import address, an_office, fields_of, make, words_of
from yangguang.inforequests import composing


def test_the_action_s_word_stands_beside_the_field() -> None:
    work = an_office()
    case = work.assigned()
    page = work.handler.get(address(case, "draft-answer"), {"disposition": "internal_affairs"})
    filled = fields_of(page)

    answer = work.handler.post(
        address(case, "draft-answer"), {**filled, "filled_closed_reasons": " "}
    )

    assert answer.status_code == 422
    assert "请填写属于这类信息的理由" in str(answer.context["form"].errors["filled_closed_reasons"])


def test_what_the_action_alone_knows_is_said_on_the_page() -> None:
    work = an_office()
    case = work.assigned()

    answer = make(
        work.handler, case, "draft-answer", query={"disposition": "unclear_after_correction"}
    )

    assert answer.status_code == 422
    assert "还没有要求过补正" in words_of(answer)


def test_what_cannot_be_chosen_yet_says_why() -> None:
    work = an_office()

    page = work.handler.get(address(work.assigned(), "draft-answer"))

    listed = [
        (one, bool(objection))
        for _group, members in page.context["groups"]
        for one, _rule, objection in members
    ]
    barred = {one for one, is_barred in listed if is_barred}
    assert barred == {"unclear_after_correction", "excessive"}
    assert not barred & composing.NOT_BY_LETTER
    assert page.content.decode().count(" disabled") == len(barred)


def test_what_was_filled_in_is_there_again_and_stands_on_the_letter_s_page() -> None:
    work = an_office()
    case = work.assigned()
    make(
        work.handler,
        case,
        "draft-answer",
        query={"disposition": "does_not_exist"},
        filled_search_where="档案室和办公系统",
        filled_search_words="租赁",
    )

    again = fields_of(work.handler.get(address(case, "draft-answer")))
    shown = words_of(work.handler.get(address(case, f"letter/{case.letters.get().pk}")))

    assert again["filled_search_where"] == "档案室和办公系统"
    assert "检索了哪里 档案室和办公系统" in shown
    assert "检索日期 2026-02-09 检索人 李承办" in shown
