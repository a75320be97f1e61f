"""Numbers of rows and pages, and the numerals of labels, stay out of the figures."""

from random import Random

import pytest

from tests.annual_report.reading.small_tables import document, values
from tests.generator.invention import invent
from tests.generator.layouts import cell_a_line, pipes
from tests.generator.print import printed
from tests.generator.truth import score, truth
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import Edition


def test_the_number_of_the_next_row_behind_the_figures_of_this_one() -> None:
    numbered = ["规章", "7", "1", "31", "2", "行政规范性文件", "2", "0", "5", "第二十条第（五）项"]
    numbered += [
        "3",
        "行政许可",
        "64",
        "第二十条第（六）项",
        "4",
        "行政处罚",
        "12",
        "5",
        "行政强制",
    ]
    text = document(["第二十条第（一）项", "1", *numbered, "9"])
    report = read_bytes("report.txt", text.encode())
    assert values(report, "rules") == [7, 1, 31]
    assert values(report, "penalties") == [12]
    assert values(report, "coercion") == [9]


def test_a_bare_page_number_below_a_row_that_has_all_its_figures() -> None:
    invented = invent(Random(4), Edition.E2019)
    page = printed(invented)
    lines = pipes(page).decode().split("\n")
    row = next(rank for rank, line in enumerate(lines) if line.startswith("政府集中采购 |"))
    text = "\n".join([*lines[: row + 1], "5", *lines[row + 1 :]])
    found = score(truth(invented, page), read_bytes("report.txt", text.encode()))
    assert (found.unread, found.wrong) == (0, 0)


@pytest.mark.parametrize(
    "label", ["属于国家秘密", "信访举报投诉类申请", "本机关不掌握相关政府信息"]
)
def test_the_numeral_of_a_label_that_a_line_break_cut_off(label: str) -> None:
    invented = invent(Random(6), busy=0.6)
    page = printed(invented)
    text = cell_a_line(page).decode()
    assert f"1.{label}" in text
    cut = text.replace(f"1.{label}", f"1.\n{label}")
    found = score(truth(invented, page), read_bytes("report.txt", cut.encode()))
    assert (found.unread, found.wrong) == (0, 0)
