"""A figure that a narrow column breaks into lines is read whole, or said not to be readable."""

from decimal import Decimal

import pytest

from tests.generator.pdf import Sheet, width, written
from yangguang.annual_report import read_bytes
from yangguang.annual_report.report import AnnualReport, Status

TITLE = "云溪市信访局2024年政府信息公开工作年度报告"
COLUMNS = ("自然人", "商业企业", "科研机构", "公益组织", "法律服务", "其他", "总计")
SIZE, LEFT, FIRST, APART = 9, 60, 260, 40
NEW = "一、本年新收政府信息公开申请数量"
GRANTED = "（一）予以公开"
ROWS = (NEW, "二、上年结转政府信息公开申请数量", GRANTED, "（七）总计", "四、结转下年度继续办理")


def report_with(pieces: list[str], tops: list[float], row: str = NEW) -> AnnualReport:
    """Table 3 without rules, zeros but for the total of a row, which stands in pieces.

    `tops` say how far the pieces stand below the row's other figures.
    """
    sheet = Sheet()
    sheet.text(120, 90, TITLE, 14)
    sheet.text(LEFT, 130, "三、收到和处理政府信息公开申请情况", 14)
    for column, name in enumerate(COLUMNS):
        _centred(sheet, column, 160, name)
    for rank, label in enumerate(ROWS):
        y = 200 + 40 * rank
        sheet.text(LEFT, y, label, SIZE)
        for column in range(len(COLUMNS) - (label == row)):
            _centred(sheet, column, y, "0")
        if label == row:
            for piece, top in zip(pieces, tops, strict=True):
                _centred(sheet, len(COLUMNS) - 1, y + top, piece)
    return read_bytes("report.pdf", written([sheet]))


def _centred(sheet: Sheet, column: int, y: float, words: str) -> None:
    middle = FIRST + APART * (column + 0.5)
    sheet.text(middle - width(words, SIZE) / 2, y, words, SIZE)


@pytest.mark.parametrize("row", [NEW, GRANTED])
@pytest.mark.parametrize(
    ("pieces", "tops"),
    [
        (["1234567", "8"], [-6, 6]),
        (["１２５", "０"], [-6, 6]),
        (["１２５", "０"], [0, 12]),
        (["１２５", "０７３", "９"], [-12, 0, 12]),
    ],
)
def test_pieces_that_fill_the_column_are_one_figure(
    pieces: list[str], tops: list[float], row: str
) -> None:
    report = report_with(pieces, tops, row)

    cell = {NEW: "table3.new.total", GRANTED: "table3.granted.total"}[row]
    assert report.value(cell) == Decimal("".join(pieces))


@pytest.mark.parametrize("tops", [[-6, 6], [0, 12]])
def test_a_piece_beside_which_there_was_room_is_not_taken_for_the_whole(tops: list[float]) -> None:
    report = report_with(["12", "5"], tops)

    assert report.cells["table3.new.total"].status is Status.UNREADABLE
    assert any("table3.new.total" in doubt.cells for doubt in report.doubts)


def test_a_figure_far_below_belongs_to_no_row() -> None:
    report = report_with(["１２５", "０"], [0, 20])

    assert report.value("table3.new.total") in (None, Decimal(125))
    assert report.value("table3.carried_over.total") == 0
