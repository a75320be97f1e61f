"""A real report in print, its tables cut by pages in the middle of merged labels."""

import json
from decimal import Decimal

import pytest

from tests.shared_reports import PUBLISHED, needs_shared_reports
from yangguang.annual_report import AnnualReport, read
from yangguang.annual_report.checking import Severity, check
from yangguang.annual_report.form import SECTIONS

pytestmark = needs_shared_reports

PATH = PUBLISHED / "szfgs2024.pdf"


@pytest.fixture(scope="module")
def report() -> AnnualReport:
    return read(PATH)


def test_every_cell_is_right(report: AnnualReport) -> None:
    known = json.loads(PATH.with_suffix(".json").read_text())
    for number in (2, 3, 4):
        truth = list(known[f"table{number}"].values())
        rows = report.tables[number].rows
        assert len(rows) == len(truth)
        for row, values in zip(rows, truth, strict=True):
            cells = [report.value(f"table{number}.{row.id}.{column.id}") for column in row.columns]
            assert cells == [Decimal(str(value)) for value in values], row.label


def test_agency_year_edition_and_sections_are_right(report: AnnualReport) -> None:
    known = json.loads(PATH.with_suffix(".json").read_text())
    assert (report.agency, report.year) == (known["agency"], known["year"])
    assert report.edition == known["edition"]
    assert [(s.number, s.title) for s in report.sections] == list(SECTIONS.items())


def test_nothing_is_found_wrong(report: AnnualReport) -> None:
    assert [f.message for f in check(report) if f.severity is Severity.ERROR] == []


def test_prose_is_whole_across_lines_and_pages(report: AnnualReport) -> None:
    text = report.text_of(1)
    assert "全市共受理政府信息公开申请3119件，答复3050件（含上年度结转申请34件" in text
    assert "“建设‘四最’一流营商环境高质量推进产业发展”" in text
    assert "- 2 -" not in text


def test_a_figure_knows_its_page_and_its_box(report: AnnualReport) -> None:
    provenance = report.cells["table3.carried_forward.total"].provenance
    assert provenance is not None and provenance.place.box is not None
    left, top, right, bottom = provenance.place.box
    assert (provenance.place.page, provenance.raw) == (5, "103")
    assert 480 < left < right < 530 and 400 < top < bottom < 460
