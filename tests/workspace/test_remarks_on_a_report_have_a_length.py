"""A remark that is too long is refused with its length, and what was typed stands again."""

import pytest
from django.http import HttpResponse

from tests.reporting.reported import YEAR, Reporting
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Person
from yangguang.casework.models.approval import Decision
from yangguang.reporting.plain_words import LONGEST_REMARK

BASE = f"/workspace/reports/jiaotong/{YEAR}"
WAY = f"{BASE}/way"
LONG = "长" * (LONGEST_REMARK + 1)
SAID = "最多 2000 个字，现在 2001 个字"
CELL = "table2.licences.decisions"


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _page(reporting: Reporting, person: Person) -> str:
    return reporting.browser(person).get(WAY).content.decode()


def _limited(page: str, name: str) -> bool:
    """Whether the field of that name takes no more than the longest remark."""
    tag = page.partition(f'name="{name}"')[2].partition(">")[0]
    return f'maxlength="{LONGEST_REMARK}"' in tag


def _sent(reporting: Reporting, person: Person, place: str, **typed: str) -> HttpResponse:
    answer: HttpResponse = reporting.browser(person).post(f"{BASE}/{place}", typed)
    assert answer.status_code == 422
    assert SAID in words_of(answer)
    assert LONG in answer.content.decode()
    return answer


def test_of_the_reason_to_go_on(reporting: Reporting) -> None:
    _sent(reporting, reporting.office.handler, "way/send_up", override=LONG)

    assert _limited(_page(reporting, reporting.office.handler), "override")


def test_of_an_explanation(reporting: Reporting) -> None:
    page = _page(reporting, reporting.office.handler)
    key = page.partition('name="finding" value="')[2].partition('"')[0]
    _sent(reporting, reporting.office.handler, "explain", finding=key, text=LONG)

    assert _limited(page, "text")


def test_of_the_note_of_a_correction(reporting: Reporting) -> None:
    reporting.correcting()
    _sent(reporting, reporting.office.handler, "way/send_up", note=LONG)

    assert _limited(_page(reporting, reporting.office.handler), "note")


def test_of_who_decides(reporting: Reporting) -> None:
    digest = reporting.sent_up().digest
    typed = {"decision": Decision.RETURNED, "digest": digest, "comment": LONG}
    _sent(reporting, reporting.office.section_head, "way/decide", **typed)

    assert _limited(_page(reporting, reporting.office.section_head), "comment")


def test_of_the_office_above(reporting: Reporting) -> None:
    reporting.submitted()
    for name in ("comment:", f"comment:{CELL}"):
        _sent(reporting, reporting.supervisor, "way/return", **{name: LONG})

    page = _page(reporting, reporting.supervisor)
    assert _limited(page, "comment:")
    assert _limited(page, "comment:table3.new.total") or "comment:table" not in page
