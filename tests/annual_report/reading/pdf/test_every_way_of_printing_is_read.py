"""A report printed as PDF is read whole: ruled or not, cut anywhere, turned, in any order."""

from random import Random

import pytest

from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.print import printed
from tests.generator.truth import example, score
from yangguang.annual_report import read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import SECTIONS

REPORTS = range(4)
RULED = sorted(name for name in PDF_LAYOUTS if "unruled" not in name and "across" not in name)
WITHOUT_RULES = ("pdf_unruled", "pdf_unruled_top", "pdf_rules_across")


@pytest.mark.parametrize("layout", sorted(PDF_LAYOUTS))
def test_every_cell_is_read(layout: str) -> None:
    for seed in REPORTS:
        data, expected = example(seed, PDF_LAYOUTS[layout], HAZARDS["none"])
        found = score(expected, read_bytes("report.pdf", data))
        assert (found.wrong, found.unread) == (0, 0), f"seed {seed}"


@pytest.mark.parametrize("layout", sorted(PDF_LAYOUTS))
def test_agency_year_edition_sections_and_prose_are_read(layout: str) -> None:
    for seed in REPORTS:
        invented = invent(Random(seed))
        report = read_bytes("report.pdf", PDF_LAYOUTS[layout](printed(invented)))
        assert report.agency == invented.agency
        assert report.year == invented.year
        assert report.edition == invented.edition
        assert [(s.number, s.title) for s in report.sections] == list(SECTIONS.items())
        for number, paragraphs in printed(invented).prose.items():
            assert report.text_of(number).endswith("\n".join(paragraphs))
        assert [report.text_of(number) for number in (2, 3, 4)] == ["", "", ""]


@pytest.mark.parametrize("hazard", sorted(HAZARDS))
def test_no_figure_between_rules_is_wrong_whatever_print_does(hazard: str) -> None:
    for seed in REPORTS:
        layout = RULED[seed % len(RULED)]
        data, expected = example(seed, PDF_LAYOUTS[layout], HAZARDS[hazard])
        found = score(expected, read_bytes("report.pdf", data))
        assert (found.wrong, found.unread) == (0, 0), f"seed {seed}, {layout}"


@pytest.mark.parametrize("layout", WITHOUT_RULES)
@pytest.mark.parametrize("hazard", sorted(HAZARDS))
def test_no_figure_without_rules_is_wrong_and_none_is_left_out_in_silence(
    hazard: str, layout: str
) -> None:
    for seed in REPORTS:
        data, expected = example(seed, PDF_LAYOUTS[layout], HAZARDS[hazard])
        report = read_bytes("report.pdf", data)
        named = {cell for finding in check(report) for cell in finding.cells}
        read = {cell: report.value(cell) for cell in expected}
        wrong = [cell for cell, value in read.items() if value not in (None, expected[cell])]
        unread = {cell for cell, value in read.items() if value != expected[cell]}
        assert wrong == [], f"seed {seed}"
        assert unread <= named, f"seed {seed}"
