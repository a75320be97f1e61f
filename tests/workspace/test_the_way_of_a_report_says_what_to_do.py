"""The way of a report leads to what is to be mended, and forgets nothing that was said of it."""

import pytest

from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Person
from yangguang.casework.models.approval import Decision
from yangguang.reporting.actions import decide, hand_over, send_up, write
from yangguang.reporting.life import Stage

BASE = f"/workspace/reports/jiaotong/{YEAR}"
WAY = f"{BASE}/way"
LICENCES = "table2.licences.decisions"


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _page(reporting: Reporting, person: Person) -> str:
    return reporting.browser(person).get(WAY).content.decode()


def _returned(reporting: Reporting) -> None:
    reporting.submitted()
    comments = {LICENCES: "与公示的件数不一致", "": "第五部分请写明时间"}
    hand_over.give_back(reporting.report, comments, may(reporting.supervisor))


def test_a_figure_that_is_missing_is_a_link_to_where_it_is_entered(reporting: Reporting) -> None:
    assert f'href="{BASE}/figures/{LICENCES}"' in _page(reporting, reporting.office.handler)
    assert f'href="{BASE}/figures/{LICENCES}"' not in _page(reporting, reporting.office.leader)


def test_what_is_wrong_with_a_section_is_a_link_to_it(reporting: Reporting) -> None:
    write.write(
        reporting.report, 6, "本年度没有收取信息处理费。", may(reporting.office.handler), None
    )

    page = _page(reporting, reporting.office.handler)

    assert f'href="{BASE}/words/5">到文字里改</a>' in page


def test_the_comments_lead_to_the_figures_and_stay_when_it_comes_again(
    reporting: Reporting,
) -> None:
    _returned(reporting)
    assert f'href="{BASE}/figures/{LICENCES}"' in _page(reporting, reporting.office.handler)
    assert "按主管部门的意见改好以后" in _page(reporting, reporting.office.handler)

    reporting.submitted()

    again = _page(reporting, reporting.supervisor)
    assert "与公示的件数不一致" in again
    assert "整份报告：第五部分请写明时间" in again


def test_it_is_said_what_changed_since_it_was_returned(reporting: Reporting) -> None:
    _returned(reporting)
    base = reporting.report.texts.filter(section=6).latest("pk").pk
    handler = may(reporting.office.handler)
    write.write(reporting.report, 6, "收取信息处理费0元。", handler, base)
    send_up.send_up(reporting.report, reporting.figures(), handler)

    page = _page(reporting, reporting.office.section_head)

    assert "<summary>比前一次改了</summary><p>第六部分</p>" in page


def test_what_a_level_said_when_it_did_not_agree_stands_above_the_check(
    reporting: Reporting,
) -> None:
    version = reporting.sent_up()
    head = may(reporting.office.section_head)
    decide.decide(reporting.report, Decision.RETURNED, version.digest, head, "第一部分请写具体")

    page = words_of(reporting.browser(reporting.office.handler).get(WAY))

    assert page.index("第一部分请写具体") < page.index("按退回的意见改好以后")
    assert page.count("第一部分请写具体") == 1


def test_who_waits_is_told_once_for_whom(reporting: Reporting) -> None:
    reporting.sent_up()

    page = words_of(reporting.browser(reporting.office.handler).get(WAY))

    assert page.count("科室负责人（初审）") == 1


def test_each_decision_says_at_which_level_it_was_taken(reporting: Reporting) -> None:
    reporting.approved()

    page = words_of(reporting.browser(reporting.office.handler).get(WAY))

    for level in ("科室负责人（初审）", "保密审查人", "分管领导（终审）"):
        assert level in page


def test_comments_that_were_typed_are_not_lost_to_another_s_move(reporting: Reporting) -> None:
    reporting.submitted()
    typed = {f"comment:{LICENCES}": "请核对许可", "comment:": "请改", "seen": "1"}

    late = reporting.browser(reporting.supervisor).post(f"{WAY}/return", typed)

    assert (late.status_code, reporting.stage) == (409, Stage.SUBMITTED)
    page = late.content.decode()
    assert 'value="请核对许可"' in page
    assert ">请改</textarea>" in page


def test_what_is_public_is_a_click_away(reporting: Reporting) -> None:
    assert "看公布的年报" not in _page(reporting, reporting.office.handler)

    reporting.published()

    page = _page(reporting, reporting.office.handler)
    figures = reporting.browser(reporting.office.handler).get(BASE).content.decode()
    for shown in (page, figures):
        assert f'href="/agencies/jiaotong/reports/{YEAR}">看公布的年报' in shown
    assert "这里是台账现在的数" in figures


def test_that_it_comes_late_is_said_of_the_first_time_only(reporting: Reporting) -> None:
    warning = "报送会记为逾期"
    reporting.approved()
    assert warning in _page(reporting, reporting.office.handler)

    hand_over.submit(reporting.report, may(reporting.office.handler))
    hand_over.give_back(reporting.report, {"": "请核对。"}, may(reporting.supervisor))
    reporting.approved()
    assert warning not in _page(reporting, reporting.office.handler)
