"""What must be right before a report goes up, what must be explained, what is only pointed out."""

from dataclasses import replace

from tests.annual_report.reports import a_report, with_figure, with_sections, with_status
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.reporting.gate import gate

WORDS = {
    1: "主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障工作都按规定开展。",
    5: "主要问题是解读形式单一。下一步丰富图解、视频等形式。",
    6: "本年度没有收取信息处理费。",
}


def _written(report: AnnualReport) -> AnnualReport:
    return with_sections(report, *((n, title, WORDS.get(n, "")) for n, title in SECTIONS.items()))


def test_a_report_that_is_right_is_let_through() -> None:
    assert gate(_written(a_report()), None, {}).sentences == []


def test_a_missing_figure_stands_in_the_way() -> None:
    lacking = with_status(_written(a_report()), Status.BLANK, "table2.licences.decisions")

    checked = gate(lacking, None, {})

    assert checked.missing == ("table2.licences.decisions",)
    assert not checked.is_open
    assert "行政许可" in checked.sentences[0]


def test_a_broken_identity_must_be_mended_and_no_explanation_helps() -> None:
    broken = with_figure(_written(a_report()), "table3.granted.natural_person", 1)

    first = gate(broken, None, {})
    explained = gate(broken, None, {one.key: "统计口径不同" for one in first.findings})

    assert {one.rule for one in explained.blocking} >= {"table3.column_sum", "table3.row_sum"}
    assert not explained.is_open


def test_what_differs_between_years_needs_an_explanation_and_that_opens() -> None:
    last = a_report({"table3.carried_forward.natural_person": 2, "table3.carried_forward.total": 2})
    now, before = _written(a_report()), replace(_written(last), year=2021)

    first = gate(now, before, {})
    explained = gate(now, before, {one.key: "上年误填" for one in first.to_explain})

    assert "years.carried_over" in {one.rule for one in first.unexplained}
    assert not first.is_open
    assert explained.is_open


def test_a_reference_that_names_no_figure_stands_in_the_way() -> None:
    report = _written(a_report())
    unsaid = with_sections(report, *((n, t, "新收{来信}件。") for n, t in SECTIONS.items()))

    checked = gate(unsaid, None, {})

    assert len(checked.references) == len(SECTIONS)
    assert "{来信}" in checked.references[0]
