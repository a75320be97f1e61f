"""Findings in words for the terminal: each with its place, its legal basis, its repair."""

from collections.abc import Sequence

from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.form.sections import part_name
from yangguang.annual_report.report import AnnualReport, Span
from yangguang.cli.places import places
from yangguang.cli.summary import SEVERITIES, count, print_heading
from yangguang.cli.terminal import one_line, plain, print_line

_SIGNS = {
    Severity.ERROR: ("✗", "red"),
    Severity.WARNING: ("!", "yellow"),
    Severity.NOTE: ("·", "cyan"),
}
_MOST_WORDS = 60


def print_findings(
    report: AnnualReport, previous: AnnualReport | None, findings: Sequence[Finding]
) -> None:
    """Print the heading, every finding gravest first, and how many there are."""
    print_heading(report)
    if previous:
        print_line(plain(f"上年度报告：{one_line(previous.file)}", "dim"), 2)
    for finding in findings:
        sign, colour = _SIGNS[finding.severity]
        head = plain(f"{sign} {SEVERITIES[finding.severity]}", colour)
        print_line(plain(finding.message), 2, head)
        for line in _details(report, finding):
            print_line(plain(line, "dim"), 6)
    print_line(plain(f"{count(findings)}。\n"), 2)


def _details(report: AnnualReport, finding: Finding) -> list[str]:
    lines: list[str] = []
    if finding.cells:
        lines.append(f"位置：{places(report, finding.cells)}")
    lines += [f"原文：{_quoted(report, span)}" for span in finding.spans]
    if proposal := finding.proposal:
        named, right = cell_name(proposal.cell), figure(proposal.value)
        lines.append(f"建议：{named}改为 {right}。{proposal.reason}")
    if finding.basis:
        lines.append(f"依据：{finding.basis}")
    return lines


def _quoted(report: AnnualReport, span: Span) -> str:
    words = report.quote(span).replace("\n", " ")
    shortened = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
    return f"{part_name(span.section)}“{shortened}”"
