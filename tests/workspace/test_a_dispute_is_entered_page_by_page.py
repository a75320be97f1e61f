"""Reviews and suits in the office: each step on its page, in lists by the day of our statement."""

from tests import played
from tests.portal.requests.working import answer
from tests.prepared import at
from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.law.dispositions import Disposition


def test_from_the_notice_to_the_order_to_answer_anew() -> None:
    work = an_office()
    case = work.assigned()
    answer(case, work.office, disposition=Disposition.DOES_NOT_EXIST)

    with moment.standing_at(at(3, 2)):
        make(work.handler, case, "open-dispute", track="review", number="青政复受〔2026〕3号")
        page = words_of(work.handler.get(address(case)))
        assert "1. 行政复议 · 青岚市人民政府" in page
        assert "复议答复：还剩 10 天 · 2026-03-12（星期四）" in page
        make(work.handler, case, "state-in-dispute")
    with moment.standing_at(at(4, 7)):
        make(
            work.handler,
            case,
            "decide-dispute",
            ruling="revoked",
            number="青政复决〔2026〕5号",
            orders="on",
            unit="working",
            days="15",
        )
        page = words_of(work.handler.get(address(case)))

    assert "撤销（青政复决〔2026〕5号），要求 15 个工作日内重新答复" in page
    assert "计入年报：结果纠正" in page
    assert "还剩 15 个工作日 · 2026-04-28（星期二）" in page
    assert str(CaseState.objects.get(case=case).due_on) == "2026-04-28"


def test_a_period_that_is_stated_has_its_days() -> None:
    work = an_office()
    case = work.assigned()
    answer(case, work.office)
    make(work.handler, case, "open-dispute", track="review")

    page = make(
        work.handler, case, "decide-dispute", ruling="ordered", number="某号", unit="calendar"
    )

    assert page.status_code == 422
    assert "请填写决定、判决写明的天数。" in words_of(page)


def test_an_appeal_waits_for_the_second_instance() -> None:
    work = an_office()
    case = work.assigned()
    answer(case, work.office)
    make(work.handler, case, "open-dispute", track="suit", organ="青岚市中级人民法院")
    make(work.handler, case, "decide-dispute", ruling="rejected")
    assert "结果维持（判决 2026-02-25 起生效，没有人上诉的话）" in words_of(
        work.handler.get(address(case))
    )

    make(work.handler, case, "appeal-dispute", by="other")

    page = words_of(work.handler.get(address(case)))
    assert "答辩：还剩 15 天 · 2026-02-24（星期二）" in page
    assert "尚未审结" in page


def test_what_waits_for_our_statement_stands_on_the_first_page_and_under_its_tab() -> None:
    work = an_office()
    case = played.disputed(work.office, at(2, 9))

    with moment.standing_at(at(3, 30)):
        page = work.handler.get("/workspace/")
        tab = work.handler.get("/workspace/queue?tab=disputed")

    assert [part.tab for part in page.context["parts"]] == ["disputed"]
    (row,) = tab.context["rows"]
    assert row.state.number == case.number
    assert row.statement == ("已逾期 19 天 · 2026-03-11（星期三）", "error")
    assert dict((one, count) for one, _, count, _ in tab.context["tabs"])["disputed"] == 1
