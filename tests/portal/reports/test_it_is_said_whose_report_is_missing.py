"""The list names who has not published a year's report, and by when it was due (Art. 49)."""

import pytest
from django.test import Client

from tests import town
from tests.portal.reports.runs import run_of_years
from tests.reporting.years import day
from tests.workspace.at_work import words_of
from yangguang.agencies.models import AgencyKind
from yangguang.casework import moment
from yangguang.portal import published_reports


def _town() -> None:
    run_of_years({2023: {}, 2025: {}})
    town.agency(slug="shuiwu", name="青岚市水务局", kind=AgencyKind.DEPARTMENT)
    town.agency(slug="zhenzhengfu", name="鹿塘镇人民政府", kind=AgencyKind.TOWN)
    town.agency(slug="zilaishui", name="青岚市自来水公司", kind=AgencyKind.PUBLIC_ENTERPRISE)


def _missing(query: str = "") -> str:
    _, _, rest = words_of(Client().get(f"/reports{query}")).partition(
        "年的年报还没有在这里公布的机关"
    )
    return rest.partition("比较和取用")[0]


def test_who_has_not_published_is_named_with_the_day_by_law() -> None:
    _town()

    with moment.standing_at(day(2026, 2, 9)):
        said = _missing()

    assert "青岚市水务局 应当在 2026-01-31 以前公布，已经过期" in said
    assert "鹿塘镇人民政府" in said
    assert "青岚市交通运输局" not in said
    assert "自来水" not in said


def test_before_the_day_nobody_is_called_late() -> None:
    _town()

    with moment.standing_at(day(2026, 1, 31)):
        said = _missing()

    assert "青岚市水务局 应当在 2026-01-31 以前公布" in said
    assert "已经过期" not in said


def test_it_follows_the_year_and_the_name_that_are_looked_for() -> None:
    _town()

    with moment.standing_at(day(2026, 2, 9)):
        of_2024, by_name, ahead = (
            _missing("?year=2024"),
            _missing("?q=水务"),
            _missing("?year=2026"),
        )

    assert "青岚市交通运输局" in of_2024
    assert "鹿塘镇" not in by_name
    assert "青岚市水务局" in by_name
    assert ahead == ""


def test_of_many_some_are_named_and_the_rest_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published_reports, "MOST_MISSING", 1)
    _town()

    with moment.standing_at(day(2026, 2, 9)):
        page = words_of(Client().get("/reports"))

    assert "2 个机关的 2025 年年报还没有在这里公布" in page
    assert "还有 1 个" in page


def test_an_agency_s_page_names_its_years_without_a_report() -> None:
    _town()

    with moment.standing_at(day(2027, 2, 1)):
        page = words_of(Client().get("/agencies/jiaotong/reports"))

    rest = page.partition("没有在这里公布的年份")[2].partition("比较和取用")[0]
    assert "2026 年 应当在 2027-01-31 以前公布，已经过期" in rest
    assert "2024 年 应当在 2025-01-31 以前公布，已经过期" in rest
    assert "2025 年" not in rest


def test_who_asks_for_a_year_without_a_report_is_shown_the_others() -> None:
    _town()

    answer = Client().get("/agencies/jiaotong/reports/2024")

    assert answer.status_code == 404
    assert "没有在这里公布 2024 年的年报" in words_of(answer)
    assert 'href="/agencies/jiaotong/reports/2025"' in answer.content.decode()
    assert Client().get("/agencies/nowhere/reports/2024").status_code == 404
