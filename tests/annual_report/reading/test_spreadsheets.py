"""What of a workbook is printed, and is read; and what is not."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from tests.annual_report.reading.small_tables import document
from tests.formulas import with_formula
from yangguang.annual_report import Unreadable, read_bytes
from yangguang.annual_report.blocks import UNCOMPUTED, Block, Grid, Paragraph
from yangguang.annual_report.reading import xlsx
from yangguang.annual_report.reading.office_package import read_package
from yangguang.annual_report.report import Status

LICENCES = "table2.licences.decisions"
TABLE_TWO = (
    "规章 | 0 | 0 | 2",
    "行政规范性文件 | 2 | 1 | 31",
    "行政许可 | 64",
    "行政处罚 | 12",
    "行政强制 | 3",
    "行政事业性收费 | 16.01",
)
FRAMED = Border(*(Side(style="thin") for _ in range(4)))


def _written(book: Workbook) -> bytes:
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def _blocks(fill: Callable[[Worksheet], object]) -> list[Block]:
    book = Workbook()
    fill(book.active)
    return read_package("report.xlsx", _written(book)).blocks


def _rows(block: Block) -> list[list[tuple[str, int | None]]]:
    assert isinstance(block, Grid)
    return [[(cell.text, cell.column) for cell in row] for row in block.rows]


def test_a_merged_cell_stands_once_and_the_others_keep_their_columns() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["不予公开", "属于国家秘密", None, 1])
        sheet.append([None, "其他", None, 2])
        for merged in ("A1:A2", "B1:C1", "B2:C2"):
            sheet.merge_cells(merged)

    (grid,) = _blocks(fill)
    assert _rows(grid) == [
        [("不予公开", 0), ("属于国家秘密", 1), ("1", 3)],
        [("其他", 1), ("2", 3)],
    ]


def test_a_cell_knows_its_sheet_row_and_column() -> None:
    (grid,) = _blocks(lambda sheet: sheet.append(["规章", 3]))
    assert isinstance(grid, Grid)
    place = grid.rows[0][1].place
    assert (place.table, place.row, place.column) == (1, 1, 2)


def test_hidden_rows_columns_and_sheets_are_not_read() -> None:
    book = Workbook()
    sheet = book.active
    for row in (["甲", 1, 2, 3], ["乙", 4, 5, 6], ["丙", 7, 8, 9]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    for state in ("hidden", "veryHidden"):
        other = book.create_sheet()
        other.append(["丁", 10])
        other.sheet_state = state
    (grid,) = read_package("report.xlsx", _written(book)).blocks
    assert _rows(grid) == [
        [("甲", 0), ("1", 1), ("3", 3)],
        [("丙", 0), ("7", 1), ("9", 3)],
    ]


def test_a_lone_text_is_a_paragraph_and_its_lines_are_paragraphs_too() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["一、总体情况\n本年度新收3件。"])
        sheet.append(["规章", 3])

    first, second, grid = _blocks(fill)
    assert isinstance(first, Paragraph) and first.text == "一、总体情况"
    assert isinstance(second, Paragraph) and second.text == "本年度新收3件。"
    assert _rows(grid) == [[("规章", 0), ("3", 1)]]


def test_empty_cells_within_a_frame_are_cells_and_others_are_not() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "规章"
        for cell in ("A1", "B1", "C1"):
            sheet[cell].border = FRAMED
        sheet["E1"].number_format = "0.00"

    (grid,) = _blocks(fill)
    assert _rows(grid) == [[("规章", 0), ("", 1), ("", 2)]]


def test_a_number_is_read_as_it_is_printed() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["收费", 1276.5534, 1113, 0, "  12 "])
        sheet["B1"].number_format, sheet["C1"].number_format = "0.00", "#,##0"
        sheet["D1"].number_format = '0;-0;"-"'

    (grid,) = _blocks(fill)
    assert [text for text, _ in _rows(grid)[0]] == ["收费", "1276.55", "1,113", "0", "12"]


def test_a_formula_never_computed_is_not_blank() -> None:
    (grid,) = _blocks(lambda sheet: sheet.append(["总计", "=SUM(B1:B2)"]))
    assert _rows(grid) == [[("总计", 0), (UNCOMPUTED, 1)]]


def test_a_formula_that_came_to_nothing_is_blank() -> None:
    book = Workbook()
    book.active.append(["总计", 1, 3])
    (grid,) = read_package(
        "report.xlsx", with_formula(_written(book), "B1", "<v></v>", kind="str", saved=True)
    ).blocks

    assert _rows(grid) == [[("总计", 0), ("", 1), ("3", 2)]]


@pytest.mark.parametrize("formula", ["=SUM(B6:B9)", "=1+1", "=B3"])
def test_a_figure_that_nobody_computed_is_a_doubt(formula: str) -> None:
    book = Workbook()
    for line in document(TABLE_TWO).splitlines():
        cells = [one.strip() for one in line.split("|")]
        book.active.append([formula if one == "64" else one for one in cells if one])

    report = read_bytes("report.xlsx", _written(book))

    assert report.cells[LICENCES].status is Status.UNREADABLE
    assert [
        "公式，还没有算出数" in one.message for one in report.doubts if LICENCES in one.cells
    ] == [True]


def test_text_in_several_fonts_is_one_text() -> None:
    def fill(sheet: Worksheet) -> None:
        words = CellRichText("规", TextBlock(InlineFont(b=True), "章"))
        sheet.append([words, 3])

    (grid,) = _blocks(fill)
    assert _rows(grid) == [[("规章", 0), ("3", 1)]]


def test_more_cells_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_CELLS", 50)
    book = Workbook()
    for _ in range(26):
        book.active.append([1, 2])
    with pytest.raises(Unreadable, match="格子"):
        read_bytes("report.xlsx", _written(book))
