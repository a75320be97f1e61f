"""Which cell a character stands in: merged cells, wide figures, borders drawn twice."""

from tests.annual_report.reading.pdf.reading import frame, grids, table
from tests.generator.pdf import Sheet


def test_a_figure_wider_than_its_cell_stays_whole() -> None:
    sheet = Sheet()
    table(sheet, 70, 100, (60, 26, 26), [("行政处罚", "3985758", ""), ("行政强制", "88283", "0")])
    assert grids(sheet)[0][0] == ["行政处罚", "3985758", ""]


def test_a_figure_broken_at_the_edge_of_its_cell_is_whole() -> None:
    sheet = Sheet()
    table(sheet, 70, 100, (60, 29), [("行政处罚", "3985\n758"), ("行政强制", "88")])
    assert grids(sheet) == [[["行政处罚", "3985758"], ["行政强制", "88"]]]


def test_two_figures_in_one_cell_stay_apart() -> None:
    sheet = Sheet()
    table(sheet, 70, 100, (60, 60), [("行政处罚", "39\n75"), ("行政强制", "8 3")])
    assert grids(sheet) == [[["行政处罚", "39 75"], ["行政强制", "8 3"]]]


def test_a_decimal_point_stays_in_its_figure() -> None:
    sheet = Sheet()
    table(sheet, 70, 100, (90, 60), [("行政事业性收费", "96171.6"), ("规章", "-3")])
    assert grids(sheet) == [[["行政事业性收费", "96171.6"], ["规章", "-3"]]]


def test_a_merged_cell_stands_once_at_its_corner() -> None:
    sheet = Sheet()
    frame(sheet, 70, 100, 130, 160)
    for rank, text in enumerate(("甲", "乙")):
        frame(sheet, 130, 100 + 30 * rank, 200, 130 + 30 * rank)
        sheet.text(140, 120 + 30 * rank, text, 10)
    sheet.text(75, 135, "合并", 10)
    assert grids(sheet) == [[["合并", "甲"], ["乙"]]]


def test_cells_each_with_a_border_of_their_own_are_one_table() -> None:
    sheet = Sheet()
    for row in range(2):
        for column in range(3):
            left, top = 70 + 52 * column, 100 + 32 * row
            frame(sheet, left, top, left + 50, top + 30)
            sheet.text(left + 5, top + 20, f"{row}{column}", 10)
    assert grids(sheet) == [[["00", "01", "02"], ["10", "11", "12"]]]


def test_tables_whose_columns_nearly_meet_keep_their_own() -> None:
    sheet = Sheet()
    table(sheet, 70, 100, (100, 60), [("规章", "1"), ("文件", "2")])
    table(sheet, 70, 200, (103, 57), [("行政许可行政许可", "3"), ("处罚", "4")])
    assert [grid[0] for grid in grids(sheet)] == [["规章", "1"], ["行政许可行政许可", "3"]]
