"""A report that print has not damaged is read whole, in whatever layout it was published."""

from random import Random

import pytest

from tests.generator.hazards import none
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from tests.generator.truth import example, score
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import SECTIONS

REPORTS = range(12)
WITH_GAPS_BETWEEN_CELLS = sorted(set(LAYOUTS) - {"glued"})


@pytest.mark.parametrize("layout", WITH_GAPS_BETWEEN_CELLS)
def test_every_cell_is_read(layout: str) -> None:
    for seed in REPORTS:
        data, expected = example(seed, LAYOUTS[layout], none)
        found = score(expected, read_bytes("report", data))
        assert (found.wrong, found.unread) == (0, 0), f"seed {seed}"


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_agency_year_edition_and_sections_are_read(layout: str) -> None:
    for seed in REPORTS:
        invented = invent(Random(seed))
        report = read_bytes("report", LAYOUTS[layout](printed(invented)))
        assert report.agency == invented.agency
        assert report.year == invented.year
        assert report.edition == invented.edition
        assert [(s.number, s.title) for s in report.sections] == list(SECTIONS.items())


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_prose_keeps_its_words_and_no_table_is_left_in_it(layout: str) -> None:
    invented = printed(invent(Random(5)))
    report = read_bytes("report", LAYOUTS[layout](invented))
    for number, paragraphs in invented.prose.items():
        assert report.text_of(number).endswith("\n".join(paragraphs))
    assert [report.text_of(number) for number in (2, 3, 4)] == ["", "", ""]
