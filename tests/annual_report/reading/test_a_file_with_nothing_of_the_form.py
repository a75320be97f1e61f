"""A file about disclosure without sections and tables is read, and a finding says what it lacks.

The command line and the confined process decide alike: both read it, neither calls it faultless.
"""

from pathlib import Path

import pytest

from yangguang.annual_report import read_bytes, worker
from yangguang.annual_report.checking import Severity, check

TITLE = "云溪市信访局2022年政府信息公开工作年度报告"
LINK = f"<html><body><h1>{TITLE}</h1><p>附件：<a href='1.pdf'>年度报告</a></p></body></html>"
STATISTICS = "指标名称\n\n2009年度\n\n主动公开信息数\n\n13\n\n依申请公开信息总数\n\n43\n"


@pytest.mark.parametrize(("text", "year"), [(LINK, 2022), (STATISTICS, 2009)])
def test_a_finding_says_that_nothing_was_found(text: str, year: int) -> None:
    report = read_bytes("report", text.encode())

    (finding,) = [f for f in check(report) if f.rule == "reading.nothing_found"]

    assert report.year == year
    assert finding.severity is Severity.ERROR
    assert "没有可以核对的内容" in finding.message


@pytest.mark.parametrize("text", [LINK, STATISTICS])
def test_the_confined_process_reads_it_too(text: str, tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text(text, encoding="utf-8")

    findings = worker.read(path, "report")["findings"]

    assert "reading.nothing_found" in {finding["rule"] for finding in findings}


def test_one_section_is_something() -> None:
    report = read_bytes("report", f"{TITLE}\n一、总体情况\n无。\n".encode())

    assert not [f for f in check(report) if f.rule == "reading.nothing_found"]
