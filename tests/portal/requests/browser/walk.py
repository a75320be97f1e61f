"""The whole way of a citizen through the pages, for the browser's tests."""

from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from tests import town
from tests.browsing import press, through
from tests.portal.requests import working
from yangguang.casework.models import Case

PICTURE = FilePayload(
    name="身份证.png", mimeType="image/png", buffer=b"\x89PNG\r\n\x1a\n" + b"1" * 99
)
Look = Callable[[Page], None]


def _nothing(_: Page) -> None: ...


def _go_on(page: Page) -> None:
    press(page, "继续")


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def ask(page: Page, look: Look = _nothing) -> tuple[str, str]:
    """From the list of agencies to the receipt; gives number and code. `look` sees each page."""
    fill_in(page, look)
    return send(page, look)


def fill_in(page: Page, look: Look = _nothing) -> None:
    """From the list of agencies to the check before sending."""
    _heading(page, "向哪个机关申请")
    look(page)
    page.get_by_label("按名称找").fill("交通")
    press(page, "查找")
    look(page)
    through(page.get_by_role("link", name="青岚市交通运输局"))
    look(page)
    through(page.get_by_role("link", name="开始填写"))
    _fill_in(page, look)
    _add_files(page, look)
    _heading(page, "核对一遍再提交")
    look(page)


def send(page: Page, look: Look = _nothing) -> tuple[str, str]:
    """Send the form that was checked; gives number and code of the receipt."""
    press(page, "提交申请")
    _heading(page, "申请已提交")
    look(page)
    number, code = page.locator("dd.big").all_inner_texts()
    return number, code


def _fill_in(page: Page, look: Look) -> None:
    _heading(page, "谁来申请？")
    look(page)
    _go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("请选择是个人还是哪一类组织")
    look(page)
    page.get_by_label("个人").check()
    _go_on(page)
    _heading(page, "申请人的身份")
    look(page)
    page.get_by_label("姓名").fill("林晓")
    page.get_by_label("证件号码").fill("11010519491231")
    _go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("身份证号少 4 位")
    expect(page.get_by_label("姓名")).to_have_value("林晓")
    look(page)
    page.get_by_label("证件号码").fill(town.ID_CARD)
    _go_on(page)
    expect(page.get_by_label("代办人姓名")).to_be_hidden()
    page.get_by_label("监护人代办").check()
    expect(page.get_by_label("代办人姓名")).to_be_visible()
    look(page)
    page.get_by_label("申请人自己办").check()
    _go_on(page)
    page.get_by_label("需要的政府信息").fill("2025 年长宁路改造工程的招标文件")
    look(page)
    _go_on(page)
    page.get_by_label("电子文件").check()
    page.get_by_label("在本网站下载").check()
    look(page)
    _go_on(page)
    page.get_by_label("电话").fill("13800000000")
    look(page)
    _go_on(page)


def _add_files(page: Page, look: Look) -> None:
    _heading(page, "有文件要一起交吗？")
    look(page)
    page.get_by_label("选择文件").set_input_files(PICTURE)
    press(page, "添加")
    expect(page.locator(".files")).to_contain_text("身份证.png")
    look(page)
    _go_on(page)


def look_up(page: Page, number: str, code: str) -> None:
    """By number and code to the request."""
    page.goto("/requests")
    page.get_by_label("受理号").fill(number)
    page.get_by_label("查询码").fill(code)
    press(page, "查询")


def follow(page: Page, number: str, code: str, office: town.Office, look: Look = _nothing) -> None:
    """Complete the request when the office asks, read its answer, confirm that it came."""
    case = Case.objects.get(number=number)
    look_up(page, number, "AAAAA-AAAAA")
    expect(page.get_by_role("alert")).to_contain_text("受理号和查询码对不上")
    look(page)
    look_up(page, number, code)
    _heading(page, "已收到，即将办理")
    look(page)
    working.ask_correction(case, office)
    page.reload()
    look(page)
    through(page.get_by_role("link", name="看文书"))
    expect(page.locator(".document")).to_contain_text("请写明是哪一期工程。")
    look(page)
    page.go_back()
    through(page.get_by_role("link", name="现在补充"))
    page.get_by_label("补充的内容").fill("一期工程")
    look(page)
    _go_on(page)
    look(page)
    press(page, "提交补充")
    expect(page.get_by_role("status")).to_contain_text("已经收到您补充的内容")
    look(page)
    working.answer(case, office)
    page.reload()
    _heading(page, "已经答复")
    page.locator("summary", has_text="怎么算的").click()
    expect(page.locator(".reckoning")).to_contain_text("第三十三条")
    look(page)
    press(page, "我收到了")
    expect(page.locator(".story")).to_contain_text("您确认收到了答复")
    look(page)
