"""Where figures stand against their label, a lone number below belongs to the page."""

import re
from random import Random

import pytest

from tests.annual_report.reading.small_tables import report_with_table_two, values
from tests.generator.invention import invent
from tests.generator.layouts import glued
from tests.generator.print import printed
from tests.generator.truth import score, truth
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import Edition


@pytest.mark.parametrize("edition", list(Edition))
def test_a_bare_page_number_below_any_row_makes_no_figure_wrong(edition: Edition) -> None:
    invented = invent(Random(8), edition)
    page = printed(invented)
    text = re.sub(
        r"(?m)^(行政.*\d|政府集中采购.*\d|.其他处理.*\d)$", r"\1\n6", glued(page).decode()
    )
    found = score(truth(invented, page), read_bytes("report.txt", text.encode()))
    assert found.wrong == 0


@pytest.mark.parametrize("cut", [4, 9, 14])
def test_a_label_cut_by_a_line_break(cut: int) -> None:
    label = "5.要求行政机关确认或重新出具已获取信息"
    invented = invent(Random(2), busy=0)
    page = printed(invented)
    text = glued(page).decode()
    assert label in text
    broken = text.replace(label, f"{label[:cut]}\n{label[cut:]}")
    assert score(truth(invented, page), read_bytes("report.txt", broken.encode())).unread == 0


def test_a_sign_among_glued_figures_leaves_the_row_unread() -> None:
    report = report_with_table_two("行政规范性文件0增46")
    assert (
        "normative_documents" not in report.tables[2].by_id
        or values(report, "normative_documents") == [None] * 3
    )
    assert report.doubts
