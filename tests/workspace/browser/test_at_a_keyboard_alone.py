import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import Visit
from tests.signing_in import PASSWORD, digits, with_authenticator, with_password
from yangguang.inforequests.actions import assign

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  const label = it.labels?.[0]?.textContent ?? "";
  return {
    words: (it.textContent + label).trim(),
    outline: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def _tab_to(page: Page, words: str, most: int = 60) -> None:
    """Press Tab until the thing with these words has the focus; every stop on the way is seen."""
    page.wait_for_load_state()  # a page without its styles shows no focus
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["outline"], f"no visible focus: {focus}"
        assert focus["seen"], f"focus out of sight: {focus}"
        if words in focus["words"]:
            return
    pytest.fail(f"not reached by Tab: {words}")


def _type_at(page: Page, words: str, typed: str) -> None:
    _tab_to(page, words)
    page.keyboard.type(typed)


def test_signing_in_extending_and_sending_for_approval(visit: Visit) -> None:
    office = town.office()
    secret = with_authenticator(with_password(office.handler))
    case = town.request_at(office.agency).case
    assign.assign(case, office.handler, town.may(office.section_head))
    page = visit("/workspace/")

    _type_at(page, "用户名", office.handler.username)
    _type_at(page, "密码", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("验证器上的数字")).to_be_focused()
    page.keyboard.type(digits(secret))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("待办")

    _tab_to(page, case.number)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(case.number)
    _tab_to(page, "跳到可以办理的事项")
    page.keyboard.press("Enter")
    _tab_to(page, "延长期限")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("延长期限")
    _type_at(page, "延期的理由", "材料较多")
    _tab_to(page, "保存草稿")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("文书已经保存")

    _tab_to(page, "送审")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("送审")
    _tab_to(page, "送审")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("文书已经送审。")
