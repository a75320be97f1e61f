"""The report as the object of `read --json`, without findings."""

from yangguang.annual_report import as_json
from yangguang.annual_report.report import AnnualReport


def write(report: AnnualReport) -> bytes:
    """One line of JSON in UTF-8."""
    return as_json.line(report) + b"\n"
