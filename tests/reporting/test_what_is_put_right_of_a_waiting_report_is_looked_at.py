"""What is said of a waiting report: only of cells that it has, no more than can be meant."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import town
from tests.annual_report.reports import a_report, with_sections, with_status
from yangguang.annual_report.form import Edition
from yangguang.annual_report.report import Status
from yangguang.annual_report.writing import write
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting.importing import waiting
from yangguang.reporting.models import ReportDraft

NEW = "table3.new.natural_person"
LICENCES = "table2.licences.decisions"
WHY = "对照原件"
WORDS = "新收申请三件。\n解读形式单一。"


@pytest.fixture
def draft() -> ReportDraft:
    """Of a report of 2024 whose table lacks the row of licences."""
    office = town.office()
    read = with_status(a_report({NEW: 3}), Status.ABSENT, LICENCES)
    read = replace(with_sections(read, (1, "总体情况", WORDS)), year=2024)
    upload = Upload("年报.html", write(read, "html"))
    return waiting.keep(upload, read, office.agency, office.disclosure_head)


def _on_form(draft: ReportDraft, edition: str) -> None:
    waiting.decide(draft, 2024, edition, None, "")


@pytest.mark.parametrize("cell", [LICENCES, "table2.nothing"])
def test_a_cell_that_the_file_does_not_have_is_not_filled(draft: ReportDraft, cell: str) -> None:
    with pytest.raises(Mistakes, match="value") as refused:
        waiting.correct(draft, {NEW: Decimal(4), cell: Decimal(17)}, WHY)

    assert "补成整张表" in refused.value.fields["value"]
    assert waiting.current(draft).value(NEW) == 3


def test_what_only_the_whole_form_has_waits_while_the_file_s_own_is_chosen(
    draft: ReportDraft,
) -> None:
    _on_form(draft, Edition.E2021)
    waiting.correct(draft, {LICENCES: Decimal(17)}, WHY)
    whole = waiting.current(draft)
    _on_form(draft, "")
    own = waiting.current(draft)
    _on_form(draft, Edition.E2021)

    assert whole.value(LICENCES) == 17
    assert (own.cells[LICENCES].status, own.repairs) == (Status.ABSENT, ())
    assert waiting.current(draft).value(LICENCES) == 17


@pytest.mark.parametrize("value", ["1000000000000", "-1000000000000", "Infinity", "NaN"])
def test_no_office_counts_as_far(draft: ReportDraft, value: str) -> None:
    with pytest.raises(Mistakes, match="value"):
        waiting.correct(draft, {NEW: Decimal(value)}, WHY)

    waiting.correct(draft, {NEW: Decimal("999999999999")}, WHY)


def test_words_that_are_those_of_the_file_are_no_correction(draft: ReportDraft) -> None:
    waiting.reword(draft, 1, "全年新收申请三件。", WHY)
    assert len(waiting.current(draft).rewordings) == 1

    waiting.reword(draft, 1, "  新收申请三件。\r\n解读形式单一。 ", "")

    assert waiting.current(draft).rewordings == ()
    assert waiting.said_of(draft).texts == {}
