"""Sentences and drafts are put into a section by a button of its form; nothing is kept by that.

Each figure of the records leads to what it counts.
"""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import played, town
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import day
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import AgencyKind, Role
from yangguang.casework.models import CaseState
from yangguang.inforequests import exchanges
from yangguang.inforequests.models import Exchange
from yangguang.reporting import drafting
from yangguang.reporting.actions import begin, write

ADDRESS = f"/workspace/reports/jiaotong/{YEAR}/words/6"
NOTICES = "发出收费通知{收费通知}件"


@pytest.fixture
def reporting() -> Reporting:
    found = Reporting()
    played.waived(found.office, day(YEAR, 11, 3))
    return found


@pytest.fixture
def browser(reporting: Reporting) -> Client:
    return signed_in(reporting.office.handler)


def _in_the_field(page: HttpResponse) -> str:
    return str(page.context["typed"])


def test_a_sentence_is_put_after_what_was_typed(reporting: Reporting, browser: Client) -> None:
    given = {"text": "本年度", "base": "", "insert": NOTICES}

    page = browser.post(ADDRESS, given)

    assert _in_the_field(page) == f"本年度{NOTICES}"
    assert "本年度发出收费通知1件" in words_of(page)
    assert "还没有保存" in words_of(page)
    assert not drafting.texts(reporting.report)


def test_every_button_that_is_offered_puts_in_what_can_be_kept(
    reporting: Reporting, browser: Client
) -> None:
    offered = browser.get(ADDRESS).context["offered"]
    sentences = [one.text for group in offered.groups for one in (*group.major, *group.minor)]

    page = browser.post(ADDRESS, {"text": "", "base": "", "insert": "。".join(sentences)})

    assert NOTICES in sentences
    assert page.context["references"] == []
    assert [one.name for one in page.context["offered"].groups] == [
        "申请",
        "答复",
        "期限",
        "收费",
        "复议、诉讼",
        "公开",
    ]


def test_a_draft_begins_on_a_line_of_its_own_and_says_what_is_left_to_write(
    reporting: Reporting, browser: Client
) -> None:
    draft = browser.get(ADDRESS).context["offered"].whole_draft

    page = browser.post(ADDRESS, {"text": "第一段。\r\n", "base": "", "insert_lines": draft})

    assert _in_the_field(page) == f"第一段。\n{draft}"
    assert (
        "发出信息处理费收费通知1件，通知总金额200元，实际收取0元。减收、免收1件，共200元。"
        in words_of(page)
    )
    assert "还要写：其他需要报告的事项" in words_of(page)


def test_what_another_saved_meanwhile_is_told_when_it_is_kept(
    reporting: Reporting, browser: Client
) -> None:
    write.write(reporting.report, 6, "科长写的。", may(reporting.office.section_head), None)

    page = browser.post(ADDRESS, {"text": "我写的。", "base": "", "insert": NOTICES})
    kept = browser.post(ADDRESS, {"text": _in_the_field(page), "base": page.context["base"]})

    assert kept.status_code == 409
    assert drafting.texts(reporting.report)[6].text == "科长写的。"


def test_a_figure_of_the_records_opens_what_it_counts(
    reporting: Reporting, browser: Client
) -> None:
    offers = [
        one for group in browser.get(ADDRESS).context["offered"].groups for one in group.major
    ]
    (notices,) = (one for one in offers if one.text == NOTICES)
    case = CaseState.objects.get(kind="information_request")

    page = browser.get(notices.address)
    taken = browser.post(f"{notices.address}/export")

    assert case.number in words_of(page)
    assert "1 件" in words_of(page)
    assert taken.headers["Content-Type"].endswith("sheet")
    assert "收费通知" in Exchange.objects.get().filters


def test_too_many_to_be_taken_out_are_said_as_known_at_the_same_moment(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanges, "MOST", 0)
    address = reverse("report-recorded", args=("jiaotong", YEAR, "fee.notices"))

    answer = browser.post(f"{address}/export?known_at=2026-01-20")

    assert (answer.status_code, answer["Location"]) == (302, f"{address}?known_at=2026-01-20")
    assert not Exchange.objects.exists()


def test_another_agency_s_people_find_nothing_nor_anyone_what_is_no_figure(
    browser: Client,
) -> None:
    address = reverse("report-recorded", args=("jiaotong", YEAR, "fee.notices"))
    stranger = town.agency(slug="shuiwu", name="青岚市水务局")

    other = signed_in(town.person("水务", Role.HANDLER, stranger)).get(address)
    unknown = browser.get(address.replace("notices", "none"))

    assert (other.status_code, unknown.status_code) == (404, 404)


def test_beside_a_government_s_words_it_is_said_why_there_are_cells_only() -> None:
    government = town.office(slug="zf", name="青岚市人民政府", kind=AgencyKind.GOVERNMENT)
    begin.begin(government.agency, YEAR, may(government.handler))

    page = signed_in(government.handler).get(ADDRESS.replace("jiaotong", "zf"))

    assert "系统不能替它们相加" in words_of(page)
    texts = [one.text for group in page.context["offered"].groups for one in group.major]
    assert NOTICES not in texts
    assert "请写：发出收费通知的件数" in page.context["offered"].whole_draft
