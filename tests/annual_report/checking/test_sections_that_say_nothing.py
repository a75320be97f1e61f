"""Sections five and six, empty or hollow (Art. 50; 国办函〔2020〕109号)."""

import pytest

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report, with_sections
from yangguang.annual_report.checking import Severity
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import AnnualReport

PROBLEMS = "一是公开不够及时。下一步，我局将加强培训。"
FEES = "2022年未收取信息处理费。"


def _report(five: str = PROBLEMS, six: str = FEES, year: int = 2022) -> AnnualReport:
    return with_sections(a_report(year=year), (5, SECTIONS[5], five), (6, SECTIONS[6], six))


def test_problems_improvement_and_fees_are_enough() -> None:
    for rule in ("sections.empty", "section5.hollow", "section6.no_fees"):
        assert found(rule, _report()) == []


def test_a_heading_without_text_is_a_warning() -> None:
    (finding,) = found("sections.empty", _report(six=" \n"))

    assert finding.severity is Severity.WARNING
    assert "其他需要报告的事项" in finding.message


@pytest.mark.parametrize(
    "text", ["无。", "无", "本年度无。", "2022年度暂无。", "本机关不存在问题。"]
)
def test_a_section_five_that_denies_all_problems_is_hollow(text: str) -> None:
    (finding,) = found("section5.hollow", _report(five=text))

    assert finding.severity is Severity.NOTE
    assert finding.words == (text,)


def test_problems_without_improvement_are_hollow() -> None:
    assert sentences("section5.hollow", _report(five="一是公开不及时。二是队伍力量薄弱。")) == [
        "第五部分没有写明改进措施。请写出具体问题和相应的改进情况。"
    ]


def test_improvement_without_problems_is_hollow() -> None:
    assert sentences("section5.hollow", _report(five="我局将加强培训，规范流程。")) == [
        "第五部分没有写明存在的问题。请写出具体问题和相应的改进情况。"
    ]


def test_no_other_matters_still_leaves_the_fees_to_state() -> None:
    assert len(found("section6.no_fees", _report(six="无其他需要报告的事项。"))) == 1


def test_fees_need_no_word_before_there_were_any() -> None:
    assert found("section6.no_fees", _report(six="无其他需要报告的事项。", year=2020)) == []
