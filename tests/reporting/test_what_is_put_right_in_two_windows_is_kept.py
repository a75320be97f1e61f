"""A report that waits is put right in two windows of its reader: neither takes back the other's."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import town
from tests.annual_report.reports import a_report, with_sections
from yangguang.annual_report.writing import write
from yangguang.casework.attachments import Upload
from yangguang.reporting.importing import waiting
from yangguang.reporting.models import ReportDraft

NEW = "table3.new.natural_person"
GRANTED = "table3.granted.natural_person"
WHY = "按台账更正"


@pytest.fixture
def windows() -> tuple[ReportDraft, ReportDraft]:
    """The same report as each of two windows found it."""
    office = town.office()
    report = replace(with_sections(a_report(), (1, "总体情况", "新收申请三件。")), year=2024)
    upload = Upload("年报.html", write(report, "html"))
    kept = waiting.keep(upload, report, office.agency, office.disclosure_head)
    return kept, ReportDraft.objects.get(pk=kept.pk)


def test_figures(windows: tuple[ReportDraft, ReportDraft]) -> None:
    one, other = windows

    waiting.correct(one, {NEW: Decimal(3)}, WHY)
    waiting.correct(other, {GRANTED: Decimal(2)}, WHY)

    kept = waiting.current(ReportDraft.objects.get(pk=one.pk))
    assert (kept.value(NEW), kept.value(GRANTED)) == (Decimal(3), Decimal(2))


def test_words_and_what_the_file_says_again(windows: tuple[ReportDraft, ReportDraft]) -> None:
    one, other = windows
    waiting.correct(one, {NEW: Decimal(3)}, WHY)

    waiting.reword(one, 1, "新收申请五件。", WHY)
    waiting.reword(other, 5, "解读形式单一。", WHY)
    waiting.as_in_the_file(other, NEW)

    kept = waiting.current(ReportDraft.objects.get(pk=one.pk))
    assert (kept.text_of(1), kept.text_of(5)) == ("新收申请五件。", "解读形式单一。")
    assert kept.value(NEW) == waiting.as_read(one).value(NEW)
