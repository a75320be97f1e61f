"""The scope is decided on a page, every sum opens who gives what, and it is taken as a workbook."""

import io
from dataclasses import replace

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests import town
from tests.prepared import MONDAY
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import (
    NEW,
    City,
    a_city,
    filed,
    of_requests,
    returned,
    saying,
)
from tests.reporting.years import asked, day
from tests.signing_in import signed_in
from tests.workspace.at_work import words_of
from yangguang.agencies.models import AgencyKind, Role
from yangguang.casework import moment

PAGE = f"/workspace/reports/zhengfu/{YEAR}/rollup"


@pytest.fixture
def city() -> City:
    made = a_city()
    assert made.report
    return made


def _decided(browser: Client, **given: str) -> int:
    return browser.post(f"{PAGE}/scope", given).status_code


def test_the_scope_is_decided_one_thing_at_a_time(city: City) -> None:
    browser = signed_in(city.office.handler)
    county = city.below("qinghe", AgencyKind.GOVERNMENT)
    bureau = city.below("qinghe-jiaoyu", parent=county)
    filed(county, of_requests(1000))
    filed(bureau, of_requests(400))
    seen = []
    for change in (
        {"change": "keep", "preset": "whole", "basis": "published"},
        {"change": "open", "agency": str(county.pk)},
        {"change": "exclude", "agency": str(bureau.pk), "reason": "数据另报"},
        {"change": "include", "agency": str(bureau.pk)},
        {"change": "close", "agency": str(county.pk)},
    ):
        assert _decided(browser, **change) == 302
        seen.append(city.new())

    assert seen == [1000, 400, 0, 400, 1000]
    assert city.report.scopes.count() == 5


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "请选择要改什么"),
        ({"change": "keep", "preset": "all"}, "请选择范围"),
        ({"change": "exclude", "agency": "0", "reason": "无"}, "请选择不计入的机关"),
        ({"change": "open", "agency": "x"}, "请选择下级政府"),
        ({"change": "close", "agency": "1"}, "请选择下级政府"),
    ],
)
def test_what_cannot_be_decided_is_a_sentence(city: City, given: dict[str, str], said: str) -> None:
    answer = signed_in(city.office.handler).post(f"{PAGE}/scope", given)

    assert answer.status_code == 422
    assert said in words_of(answer)


def test_who_may_only_look_decides_nothing(city: City) -> None:
    supervisor = signed_in(town.person("顾监督", Role.SUPERVISOR, city.office.agency))

    assert supervisor.get(PAGE).status_code == 200
    given = {"change": "keep", "preset": "own", "basis": "published"}
    assert supervisor.post(f"{PAGE}/scope", given).status_code == 409
    assert not city.report.scopes.exists()


def test_others_do_not_find_it(city: City) -> None:
    other = town.office(slug="jiaotong", parent=city.government)

    browser = signed_in(other.handler)
    for address in (PAGE, f"{PAGE}/words", f"{PAGE}.xlsx", f"{PAGE}/figures/{NEW}"):
        assert browser.get(address).status_code == 404


def test_each_sum_opens_who_gives_what_and_then_the_cases(city: City) -> None:
    asked(replace(city.office, agency=city.government), day(YEAR, 11, 3))
    transport = city.below("jiaotong")
    returned(filed(transport, of_requests(28), is_public=False))
    filed(transport, of_requests(30))
    filed(city.below("jiaoyu"), of_requests(12), is_public=False)
    supervisor = signed_in(town.person("顾监督", Role.SUPERVISOR, city.office.agency))

    page = supervisor.get(f"{PAGE}/figures/{NEW}")

    lines = page.context["lines"]
    assert [value for _, value, _ in lines] == ["1", "30", "12"]
    assert page.context["stated"] == "43"
    assert "公布的第 1 版" in words_of(page)
    assert "报送的（第 1 次送审）" in words_of(page)
    opened = [supervisor.get(address) for _, _, address in lines]
    assert [one.status_code for one in opened] == [200, 200, 200]
    assert opened[0].context["page"].paginator.count == 1


def test_who_is_missing_is_named_with_what_it_said_last(city: City) -> None:
    transport = city.below("jiaotong")
    with moment.standing_at(MONDAY.replace(year=YEAR)):
        filed(transport, replace(of_requests(17), year=YEAR - 1))

    page = words_of(signed_in(city.office.handler).get(PAGE))

    assert "还缺的年报" in page
    assert f"{YEAR - 1} 年：新收申请 17 件" in page


def test_the_report_is_written_and_checked_over_the_sums(city: City) -> None:
    filed(city.below("jiaotong"), of_requests(30))
    browser = signed_in(city.office.handler)
    way, words = (PAGE.replace("rollup", one) for one in ("way", "words"))

    assert "还没有确定汇总哪些机关" in words_of(browser.get(way))
    city.scoped()
    assert "还没有确定汇总哪些机关" not in words_of(browser.get(way))
    shown = browser.post(f"{words}/1/check", {"text": "全年新收{新收申请}件。"})
    assert "全年新收30件。" in words_of(shown)


def test_what_members_say_is_found_by_its_words(city: City) -> None:
    for slug, words in (("jiaotong", "开设公交专栏。\n其他。"), ("jiaoyu", "公开招生政策。")):
        filed(city.below(slug), saying(of_requests(1), words))
    browser = signed_in(city.office.handler)

    every = browser.get(f"{PAGE}/words").context["page"]
    some = browser.get(f"{PAGE}/words", {"section": "1", "q": "专栏"}).context["page"]

    assert [one.agency.slug for one in every] == ["jiaotong", "jiaoyu"]
    assert [(one.agency.slug, one.paragraphs) for one in some] == [
        ("jiaotong", ("开设公交专栏。",))
    ]
    assert not list(browser.get(f"{PAGE}/words", {"section": "2"}).context["page"])


def test_the_workbook_has_the_sums_the_agencies_and_the_scope(city: City) -> None:
    filed(city.below("jiaotong"), of_requests(30))
    city.scoped()

    answer = signed_in(city.office.handler).get(f"{PAGE}.xlsx")

    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    sums = {row[0]: row[1] for row in book["汇总"].values}
    assert sums["表三“一、本年新收政府信息公开申请数量”的“总计”"] == 30
    agencies = [row[0] for row in book["各机关"].values]
    assert agencies[1:] == ["青岚市人民政府", "青岚市jiaotong"]
    scope = {tuple(row)[:2] for row in book["范围"].values}
    assert {("青岚市jiaotong", "计入"), ("青岚市人民政府办公室", "缺")} <= scope
