"""The board as a workbook: the same lines as the page, narrowed alike."""

from io import BytesIO

import openpyxl
import pytest

from tests import town
from tests.prepared import at
from tests.reporting.reported import YEAR, Reporting
from tests.workspace.at_work import words_of
from yangguang.casework import moment


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    town.agency(slug="shuiwu", name="青岚市水务局", supervising=made.above)
    with moment.standing_at(at(1, 20)):
        made.submitted()
    return made


def _rows(reporting: Reporting, narrowed: str = "") -> list[tuple[object, ...]]:
    browser = reporting.browser(reporting.supervisor)
    answer = browser.get(f"/workspace/reports.xlsx?year={YEAR}{narrowed}")
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return [row[:2] for row in book.active.iter_rows(min_row=2, values_only=True)]


def test_every_line_with_how_far_it_is(reporting: Reporting) -> None:
    found = _rows(reporting)

    assert len(found) == 3
    assert set(found) == {
        ("青岚市人民政府办公室", "未开始"),
        ("青岚市交通运输局", "已报送"),
        ("青岚市水务局", "未开始"),
    }


@pytest.mark.parametrize("narrowed", ["&filed=to_take", "&late=on", "&filed=taken"])
def test_narrowed_as_the_page_is(reporting: Reporting, narrowed: str) -> None:
    page = reporting.browser(reporting.supervisor).get(f"/workspace/reports?year={YEAR}{narrowed}")

    shown = [(line.agency.name, line.stage) for line, _reminded in page.context["lines"]]

    assert _rows(reporting, narrowed) == shown


def test_the_page_leads_to_it_with_what_it_is_narrowed_to(reporting: Reporting) -> None:
    page = reporting.browser(reporting.supervisor).get(f"/workspace/reports?year={YEAR}&late=on")

    assert f"/workspace/reports.xlsx?year={YEAR}&amp;late=on" in page.content.decode()
    assert "下载表格" in words_of(page)


def test_it_prints_across_with_its_head_on_every_page(reporting: Reporting) -> None:
    answer = reporting.browser(reporting.supervisor).get(f"/workspace/reports.xlsx?year={YEAR}")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content))).active

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert sheet["A2"].alignment.wrap_text
