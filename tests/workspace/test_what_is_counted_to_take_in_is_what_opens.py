"""The first page counts what waits to be taken in, and its links open just that, year by year."""

import re

from tests import town
from tests.annual_report.reports import a_report
from tests.reporting.reported import YEAR, Reporting
from tests.reporting.rolling_up.rolled import filed
from tests.signing_in import signed_in
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Agency, Role

LINK = re.compile(r'href="(/workspace/reports\?[^"]*filed=to_take[^"]*)"')


def _submitted(to: Agency, slug: str, year: int) -> None:
    bureau = town.agency(slug=slug, name=f"青岚市{slug}局", supervising=to)
    filed(bureau, a_report(year=year), is_public=False)


def test_a_link_a_year_opens_what_was_counted_of_it() -> None:
    reporting = Reporting()
    for number in range(4):
        _submitted(reporting.above, f"ju{number}", YEAR)
    for number in range(4, 6):
        _submitted(reporting.above, f"ju{number}", YEAR - 1)
    browser = reporting.browser(reporting.supervisor)

    page = browser.get("/workspace/")

    assert f"待审阅的全部： {YEAR} 年度 4 份 、 {YEAR - 1} 年度 2 份" in words_of(page)
    links = [one.replace("&amp;", "&") for one in LINK.findall(page.content.decode())]
    opened = [browser.get(one).context for one in links]
    assert [(one["year"], len(one["lines"])) for one in opened] == [(YEAR, 4), (YEAR - 1, 2)]


def test_of_who_writes_a_report_too_the_own_one_is_not_among_them() -> None:
    reporting = Reporting()
    for number in range(6):
        _submitted(reporting.above, f"ju{number}", YEAR)
    own = town.agency(slug="danganju", name="青岚市档案局", supervising=reporting.above)
    reporting.supervisor.posts.create(agency=own, role=Role.HANDLER, since="2020-01-01")
    filed(own, a_report(year=YEAR), is_public=False)
    browser = signed_in(reporting.supervisor)

    (link,) = LINK.findall(browser.get("/workspace/").content.decode())
    narrowed = browser.get(link.replace("&amp;", "&"))
    whole = browser.get(f"/workspace/reports?year={YEAR}&filed=to_take")

    assert [len(one.context["lines"]) for one in (narrowed, whole)] == [6, 7]
    assert "只列出您主管的机关。 看全部机关" in words_of(narrowed)
    assert "只列出您主管的机关" not in words_of(whole)
    tabs = re.findall(r'href="(\?[^"]*filed=[^"]*)"', narrowed.content.decode())
    assert tabs and all("below=on" in one for one in tabs)


def test_where_the_first_few_are_all_there_is_no_link() -> None:
    reporting = Reporting()
    for number in range(5):
        _submitted(reporting.above, f"ju{number}", YEAR)

    page = reporting.browser(reporting.supervisor).get("/workspace/")

    assert len(page.context["reports"].to_take) == 5
    assert "待审阅的全部" not in words_of(page)
