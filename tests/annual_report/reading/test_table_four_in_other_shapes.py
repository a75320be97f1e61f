"""Table 4 turned on its side, group by group, or with empty cells on lines of their own."""

from decimal import Decimal

import pytest

from yangguang.annual_report import AnnualReport, read_bytes

COLUMNS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
GROUPS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
FIGURES = [4, 1, 0, 2, 7, 0, 3, 1, 0, 4, 2, 0, 0, 1, 3]
HEADINGS = ["行政复议", "行政诉讼", *COLUMNS, *GROUPS[1:], *COLUMNS, *COLUMNS]


def _report(*lines: str) -> AnnualReport:
    head = ["青禾县林草局2023年度政府信息公开工作年度报告", "一、总体情况", "造林已公开。"]
    section = "四、政府信息公开行政复议、行政诉讼情况"
    return read_bytes("report.txt", "\n".join([*head, section, *lines]).encode())


def _values(report: AnnualReport) -> list[Decimal | None]:
    return [report.value(cell) for cell in report.tables[4].cell_ids]


def test_a_line_for_each_result() -> None:
    rows = [
        " | ".join([heading, *map(str, FIGURES[column::5])]) + " |"
        for column, heading in enumerate(COLUMNS)
    ]
    assert _values(_report(" | ".join(["", *GROUPS]) + " |", *rows)) == FIGURES


def test_group_by_group_a_result_a_line() -> None:
    lines = []
    for group, name in enumerate(GROUPS):
        lines.append(name)
        pairs = zip(COLUMNS, FIGURES[group * 5 :], strict=False)
        lines += [f"{heading} | {figure} |" for heading, figure in pairs]
    assert _values(_report(*lines)) == FIGURES


def test_the_figures_of_each_group_glued() -> None:
    runs = ["".join(map(str, FIGURES[start : start + 5])) for start in (0, 5, 10)]
    assert _values(_report(*HEADINGS, *runs)) == FIGURES


@pytest.mark.parametrize("empty", [range(5), range(10, 15), [2, 5, 11]])
def test_empty_cells_on_lines_of_their_own_stay_empty(empty: range | list[int]) -> None:
    cells = ["|" if place in empty else f"{f} |" for place, f in enumerate(FIGURES)]
    expected = [None if place in empty else f for place, f in enumerate(FIGURES)]
    headings = [f"{heading} |" for heading in HEADINGS]
    assert _values(_report(*headings, "|||||", *cells)) == expected


def test_without_headings_of_sections() -> None:
    rows = [
        "（一）予以公开",
        "（二）部分公开",
        "2.重复申请",
        "（七）总计",
        "四、结转下年度继续办理",
    ]
    third = [f"{row} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |" for row in rows]
    lines = [*third, "\t".join(HEADINGS), "\t".join(map(str, FIGURES))]
    report = read_bytes("report.txt", "\n".join(["信息公开工作年度报告", *lines]).encode())
    assert _values(report) == FIGURES
