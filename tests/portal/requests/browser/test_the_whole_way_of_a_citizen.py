import pytest
from playwright.sync_api import expect

from tests import town
from tests.browsing import PHONE, WIDE, Visit, press, sound, through
from tests.portal.requests.browser import walk
from yangguang.casework.models import Case

pytestmark = pytest.mark.browser


@pytest.fixture
def office() -> town.Office:
    """An agency with its people."""
    return town.office()


@pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide", "phone"]
)
def test_from_the_question_to_the_answer(
    visit: Visit, office: town.Office, size: tuple[int, int], scheme: str
) -> None:
    page = visit("/agencies", size, color_scheme=scheme)

    number, code = walk.ask(page, sound)
    walk.follow(page, number, code, office, sound)

    assert Case.objects.get(number=number).state.state == "answered"


def test_without_javascript(visit: Visit, office: town.Office) -> None:
    page = visit("/agencies", PHONE, java_script_enabled=False)

    number, code = walk.ask(page)
    walk.follow(page, number, code, office)

    assert Case.objects.get(number=number).state.state == "answered"


def test_large_print_and_high_contrast_hold_on_a_phone(visit: Visit, office: town.Office) -> None:
    page = visit("/agencies", PHONE)
    for choice in ("长者版", "高对比"):
        press(page, choice)
        expect(page.get_by_role("button", name=choice)).to_have_attribute("aria-pressed", "true")

    walk.ask(page, sound)


def test_back_and_forth_loses_nothing(visit: Visit, office: town.Office) -> None:
    page = visit("/agencies/jiaotong/request/who")
    page.get_by_label("商业企业").check()
    press(page, "继续")
    page.get_by_label("单位全称").fill("青岚市长宁建设有限公司")
    press(page, "继续")
    expect(page.get_by_role("alert")).to_contain_text("请填写统一社会信用代码")

    page.go_back()
    expect(page.get_by_label("单位全称")).to_have_value("青岚市长宁建设有限公司")
    page.go_back()
    expect(page.get_by_label("商业企业")).to_be_visible()
    page.reload()

    expect(page.get_by_label("商业企业")).to_be_checked()


def test_two_windows_that_send_the_same_form_make_one_request(
    visit: Visit, office: town.Office
) -> None:
    page = visit("/agencies")
    walk.fill_in(page)
    other = page.context.new_page()
    other.goto(page.url)

    receipts = [walk.send(page), walk.send(other)]
    page.reload()

    assert receipts[0] == receipts[1]
    assert Case.objects.get().number == receipts[0][0]
    expect(page.locator("dd.big").nth(1)).to_have_text(receipts[0][1])


def test_a_mistake_s_link_leads_to_its_field(visit: Visit, office: town.Office) -> None:
    page = visit("/agencies/jiaotong/request/contact")
    page.goto("/agencies/jiaotong/request/who")
    page.get_by_label("个人").check()
    press(page, "继续")
    page.goto("/agencies/jiaotong/request/check")

    through(page.get_by_role("link", name="请填写联系电话"))

    expect(page.get_by_label("电话")).to_be_in_viewport()
    assert page.url.endswith("/request/contact?from=check#phone")
