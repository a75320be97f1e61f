"""A section is written with live figures; nothing is lost where two write at once."""

import pytest

from tests import town
from tests.reporting.reported import YEAR, Reporting
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Role
from yangguang.reporting import drafting
from yangguang.reporting.actions import begin, write

ADDRESS = f"/workspace/reports/jiaotong/{YEAR}/words/1"


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def test_what_is_saved_is_shown_with_its_figures(reporting: Reporting) -> None:
    browser = signed_in(reporting.office.handler)

    kept = browser.post(ADDRESS, {"text": "全年新收{新收申请}件。\r\n第二段。", "base": ""})
    page = browser.get(ADDRESS)

    assert kept.status_code == 302
    assert drafting.texts(reporting.report)[1].text == "全年新收{新收申请}件。\n第二段。"
    assert "全年新收0件。" in words_of(page)
    assert "保存好了" in words_of(page)


def test_what_another_saved_meanwhile_stands_beside_what_was_typed(reporting: Reporting) -> None:
    browser = signed_in(reporting.office.handler)
    write.write(reporting.report, 1, "科长写的。", may(reporting.office.section_head), None)

    page = browser.post(ADDRESS, {"text": "我写的。", "base": ""})

    assert page.status_code == 409
    assert "科长写的。" in words_of(page)
    assert "我写的。" in page.content.decode()
    assert drafting.texts(reporting.report)[1].text == "科长写的。"


def test_a_name_that_is_no_figure_is_told_while_typing_and_nothing_is_kept(
    reporting: Reporting,
) -> None:
    browser = signed_in(reporting.office.handler)

    answer = browser.post(f"{ADDRESS}/check", {"text": "收到{来信}件，新收{新收申请}件。"})

    assert "“来信”不是年报里的数据" in words_of(answer)
    assert "新收0件" in words_of(answer)
    assert not drafting.texts(reporting.report)


def test_a_sentence_that_contradicts_the_table_is_found_while_typing(
    reporting: Reporting,
) -> None:
    browser = signed_in(reporting.office.handler)

    answer = browser.post(f"{ADDRESS}/check", {"text": "全年新收政府信息公开申请7件。"})

    assert "7" in words_of(answer)
    assert 'class="remark error"' in answer.content.decode()


def test_last_year_s_words_stand_beside_and_what_is_repeated_is_marked(
    reporting: Reporting,
) -> None:
    reporting.published()
    this_year = begin.begin(reporting.agency, YEAR + 1, may(reporting.office.handler))
    said = drafting.texts(reporting.report)[1].text
    write.write(this_year, 1, f"{said}\n今年多写了一句新话。", may(reporting.office.handler), None)

    page = signed_in(reporting.office.handler).get(ADDRESS.replace(str(YEAR), str(YEAR + 1)))

    marked = page.content.decode().partition("<mark>")[2].partition("</mark>")[0]
    assert "主动公开、依申请公开" in marked
    assert "今年多写了一句新话" not in marked


def test_while_it_is_in_approval_it_can_only_be_read(reporting: Reporting) -> None:
    reporting.sent_up()
    browser = signed_in(reporting.office.handler)

    page = browser.get(ADDRESS)
    refused = browser.post(ADDRESS, {"text": "改", "base": ""})

    assert "<textarea" not in page.content.decode()
    assert "现在只能看" in words_of(page)
    assert refused.status_code == 409


def test_who_only_sees_the_figures_reads(reporting: Reporting) -> None:
    leader = signed_in(reporting.office.leader)

    assert "<textarea" not in leader.get(ADDRESS).content.decode()
    assert leader.post(f"{ADDRESS}/check", {"text": "x"}).status_code == 403


def test_another_agency_s_people_find_nothing(reporting: Reporting) -> None:
    other = town.agency(slug="shuiwu", name="青岚市水务局")
    stranger = signed_in(town.person("水务", Role.HANDLER, other))

    assert stranger.get(ADDRESS).status_code == 404
    assert stranger.get(f"/workspace/reports/jiaotong/{YEAR}/words/7").status_code == 404


def test_it_is_said_what_is_marked_only_where_something_is(reporting: Reporting) -> None:
    reporting.published()
    begin.begin(reporting.agency, YEAR + 1, may(reporting.office.handler))
    check = f"{ADDRESS.replace(str(YEAR), str(YEAR + 1))}/check"
    browser = signed_in(reporting.office.handler)

    said = {
        text: words_of(browser.post(check, {"text": text}))
        for text in ("热线开通了，窗口也搬了新址。", drafting.texts(reporting.report)[1].text)
    }

    assert ["划线的和上一年重复" in words for words in said.values()] == [False, True]
