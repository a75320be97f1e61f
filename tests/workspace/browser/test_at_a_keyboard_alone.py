"""The office's whole way without a mouse: registered, assigned, answered, approved, sent."""

import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import Visit
from tests.keyboard import choose, enter, press, tab_to, tick, type_at
from tests.signing_in import PASSWORD, digits, with_authenticator, with_password
from yangguang.agencies.models import Person

pytestmark = pytest.mark.browser


def _at_the_desk_of(person: Person, visit: Visit) -> Page:
    secret = with_authenticator(with_password(person))
    page = visit("/workspace/")
    type_at(page, "用户名", person.username)
    type_at(page, "密码", PASSWORD)
    enter(page)
    expect(page.get_by_label("验证器上的数字")).to_be_focused()
    page.keyboard.type(digits(secret))
    enter(page)
    _heading(page, "待办")
    return page


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def _to_what_can_be_done(page: Page) -> None:
    tab_to(page, "跳到可以办理的事项")
    page.keyboard.press("Enter")


def _said(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(words)


def _register(page: Page) -> str:
    press(page, "登记申请")
    choose(page, "挂号信或特快专递")
    type_at(page, "姓名或单位全称", "Zhou Lan")
    type_at(page, "联系电话", "0000-7654321")
    type_at(page, "通信地址", "9 Binhe Road")
    type_at(page, "所需政府信息", "bus lines")
    press(page, "登记")
    _heading(page, "已经登记")
    press(page, "打开这件申请")
    return page.url.rsplit("/", 1)[-1]


def _assign(page: Page, number: str) -> None:
    press(page, number)
    _to_what_can_be_done(page)
    press(page, "分办")
    choose(page, "李承办")
    press(page, "分办")


def _draft_and_submit(page: Page) -> None:
    page.reload()
    _to_what_can_be_done(page)
    press(page, "起草答复")
    choose(page, "经检索不存在")
    press(page, "下一步")
    type_at(page, "检索了哪里", "the archive")
    type_at(page, "用了哪些词、哪些线索", "tender")
    press(page, "保存草稿")
    _said(page, "文书已经保存")
    press(page, "送审")
    _heading(page, "送审")
    press(page, "送审")
    _said(page, "文书已经送审。")


def _agree(page: Page, number: str) -> None:
    page.goto(f"/workspace/cases/{number}")
    _to_what_can_be_done(page)
    press(page, "审批")
    choose(page, "同意")
    press(page, "审批")
    _said(page, "已经同意。")


def _issue_and_send(page: Page) -> None:
    page.reload()
    _to_what_can_be_done(page)
    press(page, "印发")
    tick(page, "我已经核对")
    press(page, "印发")
    _to_what_can_be_done(page)
    press(page, "寄出或送达")
    choose(page, "邮寄")
    type_at(page, "发出日期", "02092026")  # the order of the browser's own language
    press(page, "寄出或送达")


def test_from_the_paper_on_the_desk_to_the_answer_in_the_post(visit: Visit) -> None:
    office = town.office()
    handler = _at_the_desk_of(office.handler, visit)
    number = _register(handler)
    section_head = _at_the_desk_of(office.section_head, visit)
    _assign(section_head, number)

    _draft_and_submit(handler)
    _agree(section_head, number)
    for person in (office.disclosure_head, office.leader):
        _agree(_at_the_desk_of(person, visit), number)
    _issue_and_send(handler)

    expect(handler.locator(".due-line")).to_contain_text("已于 2026-02-09（星期一）答复")
