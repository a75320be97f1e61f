"""A figure's box is where a viewer shows it, whatever the page's rotation."""

import pytest

from tests.generator.hazards import HAZARDS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example
from yangguang.annual_report import read_bytes
from yangguang.annual_report.blocks import Place

CELL = "table2.normative_documents.issued"


def place(layout: str) -> Place:
    data, _ = example(0, PDF_LAYOUTS[layout], HAZARDS["none"])
    provenance = read_bytes("report.pdf", data).cells[CELL].provenance
    assert provenance is not None
    return provenance.place


def test_a_cell_tells_page_table_row_column_and_box() -> None:
    found = place("pdf_ruled")
    assert (found.page, found.table, found.row, found.column) == (1, 1, 4, 2)
    assert found.box is not None
    left, top, right, bottom = found.box
    assert 230 < left < right < 345 and 500 < top < bottom < 560


@pytest.mark.parametrize("layout", ["pdf_rotated", "pdf_upside_down"])
def test_a_page_that_is_turned_upright_shows_the_box_at_the_same_place(layout: str) -> None:
    assert place(layout).box == pytest.approx(place("pdf_ruled").box, abs=0.2)


def test_on_a_page_that_is_shown_sideways_the_box_lies_sideways() -> None:
    upright, sideways = place("pdf_ruled").box, place("pdf_sideways").box
    assert upright is not None and sideways is not None
    left, top, right, bottom = upright
    assert sideways == pytest.approx((top, 595 - right, bottom, 595 - left), abs=0.2)
