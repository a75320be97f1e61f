"""A report in a few lines: whose, which year, what it has, what its tables come to."""

from collections import Counter
from collections.abc import Sequence

from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.checking.cell_names import row_name
from yangguang.annual_report.form import table3, table4
from yangguang.annual_report.form.sections import NUMERALS
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.figures import figure
from yangguang.cli.terminal import one_line, plain, print_line
from yangguang.law.requests import RequestRow

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}
_KEY_ROWS = (
    RequestRow.NEW,
    RequestRow.CARRIED_OVER,
    RequestRow.TOTAL,
    RequestRow.CARRIED_FORWARD,
)


def print_heading(report: AnnualReport) -> None:
    """Print whose report it is, for which year, in which edition, and its file."""
    known = (
        report.agency or "机关不详",
        f"{report.year} 年度" if report.year else "年度不详",
        f"{report.edition} 年版格式" if report.edition else "没有规定格式的表格",
    )
    print_line(plain(" · ".join(known), "bold"))
    print_line(plain(f"文件：{one_line(report.file)}", "dim"), 2)


def print_summary(report: AnnualReport, findings: Sequence[Finding]) -> None:
    """Print the heading, the sections and their length, the main figures, how many findings."""
    print_heading(report)
    for section in report.sections:
        numeral = NUMERALS[section.number - 1]
        print_line(plain(f"{numeral}、{section.title}（{len(section.text)} 字）"), 2)
    for label, cell_id in _main_figures(report):
        print_line(plain(f"{label}：{figure(report, cell_id)}"), 4)
    print_line(plain(f"检查：{count(findings)}\n"), 2)


def count(findings: Sequence[Finding]) -> str:
    """How many findings of each severity, in a phrase."""
    if not findings:
        return "没有发现问题"
    by_severity = Counter(finding.severity for finding in findings)
    return "，".join(f"{word} {by_severity[severity]} 处" for severity, word in SEVERITIES.items())


def _main_figures(report: AnnualReport) -> list[tuple[str, str]]:
    """Label and cell id of the sums of Tables 3 and 4, where the report has these tables."""
    found: list[tuple[str, str]] = []
    if requests := report.tables.get(3):
        rows = [requests.by_id[row] for row in _KEY_ROWS if row in requests.by_id]
        found += [(row.label, requests.cell_id(row.id, table3.TOTAL.id)) for row in rows]
    if disputes := report.tables.get(4):
        found += [
            (row_name(row), disputes.cell_id(row.id, table4.TOTAL.id)) for row in disputes.rows
        ]
    return found
