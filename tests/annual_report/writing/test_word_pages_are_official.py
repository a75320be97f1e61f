"""A written Word document has the page of GB/T 9704-2012 and the tables of the official model."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Length

from tests.annual_report.reports import a_report, of_2019, with_figure
from yangguang.annual_report import AnnualReport
from yangguang.annual_report.writing import write


def _document(report: AnnualReport) -> Any:
    return Document(io.BytesIO(write(report, "docx")))


def test_the_text_block_is_156_by_225_millimetres() -> None:
    page = _document(a_report()).sections[0]
    width = page.page_width - page.left_margin - page.right_margin
    height = page.page_height - page.top_margin - page.bottom_margin
    assert (round(Length(width).mm), round(Length(height).mm)) == (156, 225)


def test_page_numbers_stand_on_the_outer_side() -> None:
    document = _document(a_report())
    sides = [
        part.paragraphs[0].alignment
        for part in (document.sections[0].footer, document.sections[0].even_page_footer)
    ]
    assert document.settings.odd_and_even_pages_header_footer
    assert [side.name for side in sides] == ["RIGHT", "LEFT"]


@pytest.mark.parametrize("report", [a_report(), of_2019({})], ids=["2021", "2019"])
def test_a_table_s_rows_stay_together_and_its_head_comes_again(report: AnnualReport) -> None:
    for table in _document(report).tables:
        *rows, last = table.rows
        assert all(
            paragraph.paragraph_format.keep_with_next
            for row in rows
            for cell in row.cells
            for paragraph in cell.paragraphs
        )
        assert not last.cells[-1].paragraphs[0].paragraph_format.keep_with_next
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    heads = [
        sum(row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows)
        for table in _document(report).tables
    ]
    assert heads == [0, 3, 3]


def test_a_long_figure_is_made_smaller_rather_than_broken() -> None:
    table = _document(with_figure(a_report(), "table3.new.business", 123_456_789)).tables[1]
    (run,) = [r for c in table._cells for p in c.paragraphs for r in p.runs if "1234" in r.text]
    width = table.columns[4].width.pt
    assert run.font.size.pt / 2 * len(run.text) <= width


def test_the_styles_speak_chinese() -> None:
    styles = _document(a_report()).styles.element
    (language,) = styles.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"
