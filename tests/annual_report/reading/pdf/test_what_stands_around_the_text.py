"""Page numbers, headers and footers are no text; a figure at the foot of a page is."""

import pytest

from tests.annual_report.reading.pdf.reading import grids, paragraphs, table
from tests.generator.pdf import Sheet


def pages(number: str, header: str = "") -> list[Sheet]:
    sheets = [Sheet(), Sheet(), Sheet()]
    for rank, sheet in enumerate(sheets, 1):
        sheet.text(98, 120, f"第{'一二三'[rank - 1]}页的正文。", 14)
        sheet.text(280, 800, number.format(rank), 10)
        if header:
            sheet.text(70, 40, header, 9)
    return sheets


@pytest.mark.parametrize("number", ["- {} -", "—{}—", "{}", "第 {} 页", "{}/3", "第{}页 共3页"])
def test_a_page_number_is_left_out(number: str) -> None:
    assert paragraphs(*pages(number)) == ["第一页的正文。", "第二页的正文。", "第三页的正文。"]


def test_a_header_stays_once_where_it_may_be_the_title() -> None:
    found = paragraphs(*pages("{}", "云溪市2024年政府信息公开工作年度报告"))
    assert found.count("云溪市2024年政府信息公开工作年度报告") == 1


def test_figures_at_the_foot_of_pages_are_not_page_numbers() -> None:
    sheets = [Sheet(), Sheet()]
    sheets[0].text(98, 800, "7", 10)
    sheets[1].text(98, 800, "0", 10)
    assert paragraphs(*sheets) == ["7", "0"]


def test_a_bare_figure_in_a_cell_at_the_foot_stays() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 780, (60, 40), [("规章", "1")])
    table(second, 70, 780, (60, 40), [("规章", "2")])
    assert grids(first, second) == [[["规章", "1"], ["规章", "2"]]]


def test_a_watermark_across_the_page_is_left_out() -> None:
    sheet = Sheet()
    table(sheet, 70, 100, (60, 40), [("规章", "1"), ("文件", "2")])
    code = "草稿".encode("utf-16-be").hex()
    sheet.drawn.append(f"BT /F1 40 Tf .7 .7 -.7 .7 80 690 Tm <{code}> Tj ET")
    assert grids(sheet) == [[["规章", "1"], ["文件", "2"]]]
