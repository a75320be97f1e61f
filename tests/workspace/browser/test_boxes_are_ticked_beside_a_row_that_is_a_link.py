"""A row of the queue is a link all over, but for its box: ticked, it leads nowhere."""

import pytest
from playwright.sync_api import expect

from tests import town
from tests.browsing import Visit, sound
from tests.keyboard import enter, tab_to
from tests.signing_in import signed_in
from yangguang.casework.models import Case

pytestmark = pytest.mark.browser


def test_by_mouse_and_at_a_keyboard(visit: Visit) -> None:
    office = town.office()
    first, second, third = (town.request_at(office.agency).case for _ in range(3))
    page = visit("/")
    cookie = signed_in(office.section_head).cookies["yangguang"].value
    page.context.add_cookies([{"name": "yangguang", "value": cookie, "url": page.url}])
    page.goto("/workspace/queue?tab=unassigned")

    page.get_by_label(f"勾选 {first.number}").click()
    tab_to(page, f"勾选 {second.number}")
    page.keyboard.press("Space")
    tab_to(page, "请选择承办人")
    page.keyboard.press("ArrowDown")
    tab_to(page, "分办")
    enter(page)

    expect(page.get_by_role("heading", level=2)).to_contain_text("2 件已经交给")
    sound(page)
    handlers = [Case.objects.get(pk=one.pk).state.handler for one in (first, second, third)]
    assert [one is not None for one in handlers] == [True, True, False]
