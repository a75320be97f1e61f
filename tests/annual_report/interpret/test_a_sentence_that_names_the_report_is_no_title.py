"""A preamble may name the report: whose it is and of which year is what its title says."""

from dataclasses import replace

import pytest

from tests.annual_report.reports import a_report
from yangguang.annual_report import read_bytes
from yangguang.annual_report.writing import write

AGENCY = "青岚市交通运输局"
NAMED = f"{AGENCY}2025年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "preamble",
    [
        f"现将{NAMED}公布如下：",
        f"{AGENCY}现发布2025年度政府信息公开工作年度报告",
        f"根据《条例》，特编制{NAMED}。欢迎查阅。",
        "本报告参照市教育局2024年政府信息公开工作年度报告编写。",
    ],
)
def test_the_title_above_it_counts(preamble: str) -> None:
    report = replace(a_report(), agency=AGENCY, year=2025, preamble=preamble)

    again = read_bytes("report", write(report, "html"))

    assert (again.agency, again.year, again.title) == (AGENCY, 2025, NAMED)
    assert again.preamble == f"{NAMED}\n{preamble}"


def test_where_no_title_stands_the_sentence_tells_it_without_its_verb() -> None:
    page = f"<p>现将{NAMED}公布如下：</p><h2>一、总体情况</h2><p>工作平稳。</p>"

    again = read_bytes("report.html", f"<html><body>{page}</body></html>".encode())

    assert (again.agency, again.year) == (AGENCY, 2025)
