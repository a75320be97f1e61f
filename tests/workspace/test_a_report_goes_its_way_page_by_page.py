"""The way of an annual report through the staff's pages: checked, sent up, decided, handed over."""

from dataclasses import replace

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.reporting.reported import YEAR, Reporting
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Person, Rules
from yangguang.reporting import life
from yangguang.reporting.explaining import explained
from yangguang.reporting.life import Stage

WAY = f"/workspace/reports/jiaotong/{YEAR}/way"


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    made.written()
    return made


def _make(reporting: Reporting, person: Person, move: str, **typed: str) -> HttpResponse:
    return reporting.browser(person).post(f"{WAY}/{move}", typed)


def test_from_the_check_to_the_public(reporting: Reporting) -> None:
    office = reporting.office
    reporting.figures()

    assert "可以送审" in words_of(reporting.browser(office.handler).get(WAY))
    assert _make(reporting, office.handler, "send_up").status_code == 302
    digest = reporting.report.versions.get().digest
    for one in (office.section_head, office.disclosure_head, office.reviewer, office.leader):
        decided = _make(reporting, one, "decide", decision="approved", digest=digest)
        assert decided.status_code == 302
    assert _make(reporting, office.handler, "submit").status_code == 302
    assert _make(reporting, reporting.supervisor, "accept").status_code == 302
    unconfirmed = _make(reporting, office.handler, "publish")
    assert (unconfirmed.status_code, reporting.stage) == (422, Stage.ACCEPTED)
    assert _make(reporting, office.handler, "publish", checked="on").status_code == 302

    page = words_of(reporting.browser(office.handler).get(WAY))
    assert reporting.stage is Stage.PUBLISHED
    assert "全年新收申请0件" in page
    assert "编制更正版" in page


def test_a_correction_begun_by_mistake_is_stopped(reporting: Reporting) -> None:
    reporting.published()
    browser = reporting.browser(reporting.office.handler)
    assert "停止更正" not in words_of(browser.get(WAY))
    browser.post(f"{WAY}/correct")
    under_way = words_of(browser.get(WAY))
    refused = browser.post(f"{WAY}/send_up", {"note": "更正。"})
    stopped = browser.post(f"{WAY}/stop_correcting", follow=True)

    assert "更正中" in under_way
    assert "停止更正" in under_way
    assert "和公布的那一版还完全一样" in under_way
    assert refused.status_code == 422
    assert "没有更正的内容" in words_of(refused)
    assert "已经停止更正，公布的那一版不变。" in words_of(stopped)
    assert "编制更正版" in words_of(stopped)
    assert reporting.stage is Stage.PUBLISHED


def test_what_is_missing_is_named_and_a_reason_lets_it_go_up(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)

    assert "没有填" in words_of(browser.get(WAY))
    refused = browser.post(f"{WAY}/send_up", {"override": ""})
    sent = browser.post(f"{WAY}/send_up", {"override": "法定日期将至。"})

    assert refused.status_code == 422
    assert "行政许可" in words_of(refused)
    assert sent.status_code == 302
    assert "法定日期将至。" in words_of(reporting.browser(reporting.office.leader).get(WAY))


def test_what_was_returned_shows_the_comments_beside_the_cells(reporting: Reporting) -> None:
    reporting.submitted()
    empty = _make(reporting, reporting.supervisor, "return", **{"comment:": ""})
    given = _make(
        reporting,
        reporting.supervisor,
        "return",
        **{"comment:table3.new.total": "请核对", "comment:": "见下"},
    )

    page = words_of(reporting.browser(reporting.office.handler).get(WAY))

    assert (empty.status_code, given.status_code) == (422, 302)
    assert "请核对" in page
    assert "见下" in page
    assert reporting.stage is Stage.RETURNED


def test_an_explanation_is_kept_and_shown(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)
    browser.post(
        f"/workspace/reports/jiaotong/{YEAR}/explain", {"finding": "a" * 16, "text": "口径不同"}
    )

    assert reporting.report.explanations.get().text == "口径不同"


def test_an_explanation_that_says_nothing_is_none_or_takes_one_back(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)
    address = f"/workspace/reports/jiaotong/{YEAR}/explain"
    nothing = browser.post(address, {"finding": "a" * 16, "text": " "})
    kept = reporting.report.explanations.count()
    browser.post(address, {"finding": "a" * 16, "text": "口径不同"})

    back = browser.post(address, {"finding": "a" * 16, "text": ""}, follow=True)

    assert (nothing.status_code, kept) == (422, 0)
    assert "请写明原因。" in words_of(nothing)
    assert "说明已经撤回。" in words_of(back)
    assert explained(reporting.report) == {"a" * 16: ""}


def test_who_was_overtaken_is_told(reporting: Reporting) -> None:
    seen = life.standing_of(reporting.report).last_seq
    reporting.sent_up()

    late = _make(reporting, reporting.office.section_head, "take_back", seen=str(seen))
    twice = _make(reporting, reporting.office.handler, "send_up", seen=str(seen))

    assert (late.status_code, twice.status_code) == (409, 409)
    assert "李承办刚刚办了“送审”" in words_of(late)
    assert "您刚才办了“送审”" in words_of(twice)
    assert reporting.stage is Stage.IN_APPROVAL


def test_only_who_may_decides(reporting: Reporting) -> None:
    version = reporting.sent_up()

    refused = _make(
        reporting, reporting.office.leader, "decide", decision="approved", digest=version.digest
    )

    assert refused.status_code == 409
    assert "不由您的岗位办理" in words_of(refused)


def test_a_move_that_is_none_is_not_there(reporting: Reporting) -> None:
    browser: Client = reporting.browser(reporting.office.handler)

    assert browser.post(f"{WAY}/write").status_code == 404
    assert browser.post(f"{WAY}/burn").status_code == 404
    assert browser.get(f"{WAY}/submit").status_code == 405


def test_who_comes_last_after_too_few_is_offered_to_return_it_alone() -> None:
    made = Reporting()
    Rules.objects.filter(agency=made.agency).update(distinct_persons=5)
    made.report.refresh_from_db()
    office = made.office = replace(made.office, handler=made.office.section_head)
    digest = made.sent_up().digest
    for one in (office.section_head, office.disclosure_head, office.reviewer):
        _make(made, one, "decide", decision="approved", digest=digest)

    page = made.browser(office.leader).get(WAY).content.decode()
    agreed = _make(made, office.leader, "decide", decision="approved", digest=digest)
    _make(made, office.leader, "decide", decision="returned", digest=digest, comment="换人")

    assert "5 个不同的人经手，现在还不够" in page
    assert [f'value="{one}"' in page for one in ("approved", "returned")] == [False, True]
    assert (agreed.status_code, made.stage.value) == (409, "drafting")
