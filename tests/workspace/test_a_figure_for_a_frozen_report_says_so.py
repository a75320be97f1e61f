"""Who enters a figure when the report is frozen is told at once that it must be approved anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.annual_report.reports import a_report
from tests.reporting.filled_in import table
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.annual_report.writing import write
from yangguang.casework.attachments import Upload
from yangguang.reporting.actions import hand_over
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.after_freezing import not_in_it
from yangguang.reporting.models import EnteredFigure

BASE = f"/workspace/reports/jiaotong/{YEAR}"
LICENCES = "table2.licences.decisions"
FIGURE = f"{BASE}/figures/{LICENCES}"
TABLE = f"{BASE}/table"
SAID = "内容已经固定：现在填的数不会改变它"
TYPED = {"value": "17", "source": "审批科", "reason": "漏了"}


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _accepted(reporting: Reporting) -> None:
    reporting.submitted()
    hand_over.accept(reporting.report, may(reporting.supervisor))


@pytest.mark.parametrize(
    ("brought_so_far", "what"),
    [
        (Reporting.sent_up, "先撤回修改"),
        (Reporting.approved, "先撤回修改"),
        (Reporting.submitted, "请主管部门退回"),
        (_accepted, "公布以后编制更正版"),
        (Reporting.published, "编制更正版"),
    ],
)
def test_it_says_what_puts_the_figure_there(
    reporting: Reporting, brought_so_far: Callable[[Reporting], object], what: str
) -> None:
    brought_so_far(reporting)

    said = not_in_it(reporting.agency, YEAR)

    assert SAID in said
    assert f"要用上，{what}" in said
    assert "审批" in said


def test_of_one_that_was_brought_in_another_file_is_what_corrects_it(reporting: Reporting) -> None:
    read = replace(a_report(), year=YEAR - 1)
    file = Upload("年报.html", write(read, "html"))
    bring_in(reporting.agency, read, file, may(reporting.office.handler))

    assert "要用上，重新导入更正后的文件" in not_in_it(reporting.agency, YEAR - 1)


def test_while_it_is_written_nothing_is_said(reporting: Reporting) -> None:
    assert not_in_it(reporting.agency, YEAR - 1) == ""
    assert not_in_it(reporting.agency, YEAR) == ""
    reporting.correcting()
    assert not_in_it(reporting.agency, YEAR) == ""


def test_the_page_of_a_figure_says_it_before_and_after(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)
    assert SAID not in words_of(browser.get(FIGURE))
    reporting.approved()

    before = browser.get(FIGURE)
    after = browser.post(FIGURE, TYPED, follow=True)

    assert SAID in words_of(before)
    assert f'href="{BASE}/way"' in before.content.decode()
    assert "已经填写。年报现在是“审批通过，待报送”" in words_of(after)
    assert EnteredFigure.objects.filter(cell=LICENCES).latest("pk").value == 17


def test_the_pages_of_a_table_say_it_before_and_after(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)
    assert SAID not in words_of(browser.get(TABLE))
    reporting.approved()
    file = SimpleUploadedFile("表.xlsx", table((LICENCES, 17, "", "审批科", "漏了")))

    start = browser.get(TABLE)
    review = browser.post(TABLE, {"file": file}, follow=True)
    done = browser.post(review.redirect_chain[-1][0], {}, follow=True)

    assert SAID in words_of(start)
    assert SAID in words_of(review)
    assert "已经填写 1 格。年报现在是“审批通过，待报送”" in words_of(done)
