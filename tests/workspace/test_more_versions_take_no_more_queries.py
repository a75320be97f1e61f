"""The pages of a report take as many queries however often it was sent up, and returned why."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.agencies.models import Person
from yangguang.annual_report.form import FORMS, Edition
from yangguang.reporting.actions import hand_over

CELLS = FORMS[Edition.E2021].tables[3].cell_ids
PAGES = ("", "/way", "/words/1", "/figures/table2.rules.issued")


def _asked(reporting: Reporting, person: Person, page: str) -> int:
    browser = reporting.browser(person)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(f"/workspace/reports/jiaotong/{YEAR}{page}")
        assert answer.status_code == 200
    return len(queries)


def _once_more(reporting: Reporting, comments: int) -> dict[str, int]:
    """It is submitted and returned; what its pages ask for then, and its supervisor's before."""
    reporting.submitted()
    submitted = _asked(reporting, reporting.supervisor, "/way")
    said = {"": "请核对。", **dict.fromkeys(CELLS[:comments], "怎么来的？")}
    hand_over.give_back(reporting.report, said, may(reporting.supervisor))
    returned = {page: _asked(reporting, reporting.office.handler, page) for page in PAGES}
    return {**returned, "submitted": submitted}


def test_a_page_keeps_to_its_queries() -> None:
    reporting = Reporting()
    few = _once_more(reporting, 1)
    _once_more(reporting, 1)
    many = _once_more(reporting, 40)

    assert reporting.report.versions.count() == 3
    assert {page: asked for page, asked in many.items() if asked > few[page]} == {}
    assert max(few.values()) <= 30
