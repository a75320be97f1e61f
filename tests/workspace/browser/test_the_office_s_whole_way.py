"""From the paper on the desk to the answer in the post, in a browser, wide and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import PHONE, WIDE, Visit, follow, press, sound
from tests.signing_in import PASSWORD, digits, with_authenticator, with_password
from yangguang.agencies.models import Person

pytestmark = pytest.mark.browser


class _Desk:
    """One person's browser; every page that it comes to is looked at by axe."""

    def __init__(self, visit: Visit, person: Person, size: tuple[int, int]) -> None:
        self.page: Page = visit("/workspace/", size)
        secret = with_authenticator(with_password(person))
        self.look()
        self.page.get_by_label("用户名").fill(person.username)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.press("登录")
        self.page.get_by_label("验证器上的数字").fill(digits(secret))
        self.press("登录")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("待办")

    def press(self, name: str) -> None:
        press(self.page, name)
        self.look()

    def follow(self, name: str) -> None:
        follow(self.page, name)
        self.look()

    def look(self) -> None:
        sound(self.page)

    def open(self, number: str) -> None:
        self.page.goto(f"/workspace/cases/{number}")
        self.look()

    def agree(self, number: str) -> None:
        self.open(number)
        self.follow("审批")
        self.page.get_by_label("同意").check()
        self.press("审批")
        expect(self.page.get_by_role("status")).to_contain_text("已经同意。")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_letter_is_registered_answered_and_sent(visit: Visit, size: tuple[int, int]) -> None:
    office = town.office()
    handler = _Desk(visit, office.handler, size)
    handler.follow("登记申请")
    handler.page.get_by_label("挂号信或特快专递").check()
    handler.page.get_by_label("姓名或单位全称").fill("周岚")
    handler.page.get_by_label("联系电话").fill("0000-7654321")
    handler.page.get_by_label("通信地址").fill("青岚市滨河路 9 号")
    handler.page.get_by_label("所需政府信息").fill("公交线路调整的论证报告")
    handler.press("登记")
    expect(handler.page.get_by_role("heading", level=1)).to_have_text("已经登记")
    handler.follow("打开这件申请")
    number = handler.page.url.rsplit("/", 1)[-1]

    head = _Desk(visit, office.section_head, size)
    head.follow(number)
    head.follow("分办")
    head.page.get_by_label("李承办").check()
    head.press("分办")

    handler.open(number)
    handler.follow("起草答复")
    handler.page.get_by_label("经检索不存在").check()
    handler.press("下一步")
    handler.press("保存草稿")
    expect(handler.page.get_by_role("alert")).to_contain_text("请填写检索了哪里。")
    handler.page.get_by_label("检索了哪里").fill("档案室和公文系统")
    handler.page.get_by_label("用了哪些词").fill("“论证报告”，没有找到。")
    handler.press("保存草稿")
    handler.follow("送审")
    expect(handler.page.get_by_role("article")).to_contain_text("没有您申请的政府信息")
    handler.press("送审")

    for person in (office.disclosure_head, office.leader):
        if person is office.disclosure_head:
            head.agree(number)
        _Desk(visit, person, size).agree(number)

    handler.open(number)
    handler.follow("印发")
    handler.page.get_by_label("我已经核对").check()
    handler.press("印发")
    handler.follow("寄出或送达")
    handler.page.get_by_label("邮寄").check()
    handler.page.get_by_label("发出日期").fill("2026-02-09")
    handler.press("寄出或送达")
    expect(handler.page.locator(".due-line")).to_contain_text("已于 2026-02-09（星期一）答复")
