from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import Visit, press, violations
from tests.signing_in import PASSWORD, digits, with_authenticator, with_password
from yangguang.casework.models import Opening
from yangguang.inforequests.actions import assign

pytestmark = pytest.mark.browser


def _at_the_case_file(visit: Visit, **options) -> Page:
    office = town.office()
    secret = with_authenticator(with_password(office.handler))
    case = town.request_at(office.agency).case
    assign.assign(case, office.handler, town.may(office.section_head))
    page = visit(f"/workspace/cases/{case.number}/case-file", **options)
    page.get_by_label("用户名").fill(office.handler.username)
    page.get_by_label("密码").fill(PASSWORD)
    press(page, "登录")
    page.get_by_label("验证器上的数字").fill(digits(secret))
    press(page, "登录")
    return page


@pytest.mark.parametrize("with_script", [True, False], ids=["with script", "without"])
def test_the_case_file_comes_under_its_name(visit: Visit, with_script: bool) -> None:
    page = _at_the_case_file(visit, java_script_enabled=with_script)

    page.get_by_label("归档").check()
    with page.expect_download() as coming:
        page.get_by_role("button", name="下载案卷").click()

    assert coming.value.suggested_filename.startswith("案卷_2026-")
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF")
    assert Opening.objects.count() == 1
    if with_script:
        expect(page.get_by_role("status")).to_contain_text("案卷已经下载")
        assert violations(page) == []


def test_without_a_reason_the_page_says_so(visit: Visit) -> None:
    page = _at_the_case_file(visit)

    page.get_by_role("button", name="下载案卷").click()

    expect(page.get_by_role("alert")).to_contain_text("请选择查看的原因。")
    assert not Opening.objects.exists()
