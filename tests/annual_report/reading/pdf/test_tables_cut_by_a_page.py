"""A table that a page break cuts is one table; a row or label that it cuts is one again."""

from tests.annual_report.reading.pdf.reading import grids, table
from tests.generator.pdf import Sheet

WIDTHS = (60, 100, 40, 40)


def test_the_rest_without_a_heading_belongs_to_the_table_above() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 700, WIDTHS, [("申请", "名称", "甲", "乙"), ("申请", "规章", "1", "2")])
    table(second, 70, 60, WIDTHS, [("申请", "行政强制", "3", "4")])
    assert [len(grid) for grid in grids(first, second)] == [3]


def test_another_table_on_the_next_page_is_another() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 700, WIDTHS, [("申请", "规章", "1", "2")])
    table(second, 70, 60, (120, 120, 120), [("甲", "乙", "丙")])
    assert len(grids(first, second)) == 2


def test_a_merged_label_that_is_cut_is_whole_again() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 700, (43, 160, 40), [("（四）无", "1.本机关不掌握", "746")])
    table(second, 70, 60, (43, 160, 40), [("法提供", "2.没有现成信息", "11")])
    (grid,) = grids(first, second)
    assert grid == [["（四）无法提供", "1.本机关不掌握", "746"], ["", "2.没有现成信息", "11"]]


def test_a_row_that_is_cut_is_whole_again() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 700, (108, 40, 40), [("5.要求行政机关确认或", "", "")])
    table(second, 70, 60, (108, 40, 40), [("重新出具已获取信息", "1", "0"), ("其他", "2", "3")])
    (grid,) = grids(first, second)
    assert grid == [["5.要求行政机关确认或重新出具已获取信息", "1", "0"], ["其他", "2", "3"]]


def test_figures_of_two_rows_are_never_put_together() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 700, (60, 26), [("行政许可", "447件")])
    table(second, 70, 60, (60, 26), [("行政处罚", "12件")])
    (grid,) = grids(first, second)
    assert grid == [["行政许可", "447件"], ["行政处罚", "12件"]]


def test_a_label_that_ends_before_its_edge_is_not_cut() -> None:
    first, second = Sheet(), Sheet()
    table(first, 70, 700, (108, 40), [("行政许可", "")])
    table(second, 70, 60, (108, 40), [("行政处罚", "5")])
    (grid,) = grids(first, second)
    assert grid == [["行政许可", ""], ["行政处罚", "5"]]


def test_a_heading_that_comes_again_is_left_out() -> None:
    first, second = Sheet(), Sheet()
    heading = ("名称", "甲", "乙")
    table(first, 70, 700, (108, 40, 40), [heading, ("规章", "1", "2")])
    table(second, 70, 60, (108, 40, 40), [heading, ("其他", "3", "4")])
    (grid,) = grids(first, second)
    assert grid == [["名称", "甲", "乙"], ["规章", "1", "2"], ["其他", "3", "4"]]
