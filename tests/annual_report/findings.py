"""Reading off what the checks found, for assertions."""

from yangguang.annual_report.checking import Finding, check
from yangguang.annual_report.report import AnnualReport


def found(rule: str, report: AnnualReport, previous: AnnualReport | None = None) -> list[Finding]:
    """What one rule finds in a report."""
    return [finding for finding in check(report, previous) if finding.rule == rule]


def sentences(rule: str, report: AnnualReport, previous: AnnualReport | None = None) -> list[str]:
    """The sentences of what one rule finds."""
    return [finding.message for finding in found(rule, report, previous)]
