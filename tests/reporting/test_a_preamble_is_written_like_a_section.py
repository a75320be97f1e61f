"""What stands before section one is written, checked, frozen and read back like a section."""

import pytest

from tests.annual_report.writing.invented_texts import says
from tests.reporting.reported import YEAR, Reporting
from tests.town import ID_CARD, may
from tests.workspace.at_work import words_of
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import Edition
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.writing import write as written
from yangguang.casework.errors import Mistakes
from yangguang.reporting import drafting
from yangguang.reporting.actions import write
from yangguang.reporting.first_drafts import first_preamble
from yangguang.reporting.gate import gate

ADDRESS = f"/workspace/reports/jiaotong/{YEAR}/words/0"
FIRST = "现将青岚市交通运输局2025年政府信息公开工作年度报告公布如下："
SAID = f"{FIRST}\n全年新收申请{{新收申请}}件。"


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _write(reporting: Reporting, text: str) -> None:
    write.write(reporting.report, PREAMBLE, text, may(reporting.office.handler), None)


def test_it_has_its_page_with_a_first_draft(reporting: Reporting) -> None:
    browser = reporting.browser(reporting.office.handler)

    before = browser.get(ADDRESS)
    kept = browser.post(ADDRESS, {"text": SAID, "base": ""})
    after = browser.get(ADDRESS)

    draft = first_preamble(YEAR, Edition.E2021)
    assert [one.text for one in before.context["offered"].draft] == list(draft)
    assert f"统计期限为{YEAR}年1月1日至12月31日" in words_of(before)
    assert kept.status_code == 302
    assert after.context["sections"][0] == (0, "前言", True)
    assert "全年新收申请0件。" in words_of(after)


def test_it_goes_up_and_reads_back_as_it_was_written(reporting: Reporting) -> None:
    _write(reporting, SAID)

    said = drafting.content(reporting.sent_up())

    assert said.preamble == f"{FIRST}\n全年新收申请0件。"
    for to in ("docx", "html", "xlsx", "pdf"):
        back = read_bytes(f"report.{to}", written(said, to))
        assert says(back) == says(said)
        assert back.preamble.replace(" ", "").endswith(said.preamble)


def test_what_is_to_be_written_and_who_somebody_is_keep_it_from_going_up(
    reporting: Reporting,
) -> None:
    _write(reporting, f"联系人证件{ID_CARD}。{{请写：联系电话}}")

    with pytest.raises(Mistakes) as refused:
        reporting.sent_up()

    said = refused.value.fields["override"]
    assert "前言的文字里有证件号码" in said
    assert "前言还要写：联系电话。" in said
    assert ID_CARD not in said


def test_corrected_it_is_a_change_that_everyone_is_told(reporting: Reporting) -> None:
    before = drafting.content(reporting.correcting())
    _write(reporting, FIRST)

    version = reporting.sent_up("补上前言")

    assert version.changes == ["section:0"]
    assert gate(drafting.content(version), before, {}).references == ()
