import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import Visit
from tests.keyboard import choose, enter, press, type_at
from tests.portal.requests import working
from yangguang.casework.models import Case

pytestmark = pytest.mark.browser


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_a_request_is_made_completed_and_its_answer_confirmed(visit: Visit) -> None:
    office = town.office()
    page = visit("/agencies")

    press(page, "青岚市交通运输局")
    press(page, "开始填写")
    _heading(page, "谁来申请？")
    choose(page, "个人")
    enter(page)
    _heading(page, "申请人的身份")
    type_at(page, "姓名", "Lin Xiao")
    type_at(page, "证件号码", town.ID_CARD)
    enter(page)
    _heading(page, "自己办，还是请人代办？")
    choose(page, "申请人自己办")
    press(page, "继续")
    _heading(page, "您需要什么信息？")
    type_at(page, "需要的政府信息", "2025 bridge inspection reports")
    press(page, "继续")
    _heading(page, "您想怎样得到？")
    choose(page, "电子文件")
    choose(page, "在本网站下载")
    press(page, "继续")
    _heading(page, "怎样联系您？")
    type_at(page, "电话", "13800000000")
    enter(page)
    _heading(page, "有文件要一起交吗？")
    press(page, "没有文件，继续")
    _heading(page, "核对一遍再提交")
    press(page, "提交申请")
    _heading(page, "申请已提交")
    press(page, "查看办理进度")
    _heading(page, "已收到，即将办理")

    case = Case.objects.get()
    working.ask_correction(case, office)
    page.reload()
    press(page, "现在补充")
    type_at(page, "补充的内容", "phase one")
    press(page, "继续")
    _heading(page, "核对并提交补充")
    press(page, "提交补充")
    expect(page.get_by_role("status")).to_contain_text("已经收到您补充的内容")
    working.answer(case, office)
    page.reload()
    press(page, "我收到了")
    expect(page.locator(".story")).to_contain_text("您确认收到了答复")
