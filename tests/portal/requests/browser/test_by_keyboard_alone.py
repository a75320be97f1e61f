import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import Visit
from tests.portal.browser.test_at_a_keyboard import FOCUS
from tests.portal.requests import working
from yangguang.casework.models import Case

pytestmark = pytest.mark.browser

LABEL = """() => {
  const it = document.activeElement;
  const named = it.labels?.length ? it.labels[0].textContent : it.textContent;
  return (it.getAttribute("aria-label") ?? named).trim();
}"""


def _tab_to(page: Page, words: str, most: int = 60) -> None:
    """Press Tab until the thing with this name has the focus; every stop on the way is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["outline"], f"no visible focus: {focus}"
        assert focus["seen"], f"focus out of sight: {focus}"
        if words in page.evaluate(LABEL):
            return
    pytest.fail(f"not reached by Tab: {words}")


def _press(page: Page, words: str) -> None:
    _tab_to(page, words)
    _enter(page)


def _enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def _type(page: Page, label: str, words: str) -> None:
    _tab_to(page, label)
    page.keyboard.type(words)


def _choose(page: Page, first: str, downs: int = 0) -> None:
    """Into a group of choices, and down to the one wanted."""
    _tab_to(page, first)
    page.keyboard.press("Space")
    for _ in range(downs):
        page.keyboard.press("ArrowDown")


def test_a_request_is_made_completed_and_its_answer_confirmed(visit: Visit) -> None:
    office = town.office()
    page = visit("/agencies")

    _press(page, "青岚市交通运输局")
    _press(page, "开始填写")
    _heading(page, "谁来申请？")
    _choose(page, "个人")
    _enter(page)
    _heading(page, "申请人的身份")
    _type(page, "姓名", "Lin Xiao")
    _type(page, "证件号码", town.ID_CARD)
    _enter(page)
    _heading(page, "自己办，还是请人代办？")
    _choose(page, "申请人自己办")
    _press(page, "继续")
    _heading(page, "您需要什么信息？")
    _type(page, "需要的政府信息", "2025 bridge inspection reports")
    _press(page, "继续")
    _heading(page, "您想怎样得到？")
    _choose(page, "纸质", downs=1)
    _choose(page, "在本网站下载")
    _press(page, "继续")
    _heading(page, "怎样联系您？")
    _type(page, "电话", "13800000000")
    _enter(page)
    _heading(page, "有文件要一起交吗？")
    _press(page, "没有文件，继续")
    _heading(page, "核对一遍再提交")
    _press(page, "提交申请")
    _heading(page, "申请已提交")
    _press(page, "查看办理进度")
    _heading(page, "已收到，即将办理")

    case = Case.objects.get()
    working.ask_correction(case, office)
    page.reload()
    _press(page, "现在补充")
    _type(page, "补充的内容", "phase one")
    _press(page, "继续")
    _heading(page, "核对并提交补充")
    _press(page, "提交补充")
    expect(page.get_by_role("status")).to_contain_text("已经收到您补充的内容")
    working.answer(case, office)
    page.reload()
    _press(page, "我收到了")
    expect(page.locator(".story")).to_contain_text("您确认收到了答复")
