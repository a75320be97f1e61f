"""Running the rules over a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from yangguang.annual_report.checking.model import Finding, Rule, Severity, Subject
from yangguang.annual_report.checking.rules import RULES
from yangguang.annual_report.report import AnnualReport

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def check(
    report: AnnualReport,
    previous: AnnualReport | None = None,
    rules: Sequence[Rule] = RULES,
) -> list[Finding]:
    """Everything `rules` find in `report`, gravest first, in the order of the rules.

    `previous` is the same agency's report of the year before; without it the identities across
    years say nothing.
    """
    subject = Subject(report, previous)
    found = _told_apart([finding for rule in rules for finding in rule.findings(subject)])
    return sorted(found, key=lambda finding: _RANK[finding.severity])


def _told_apart(findings: list[Finding]) -> list[Finding]:
    """Number those that are alike in all but their place, so that each has a key of its own."""
    alike = Counter[tuple[object, ...]]()
    told: list[Finding] = []
    for finding in findings:
        looks = (finding.rule, finding.message, finding.cells, finding.words)
        alike[looks] += 1
        times = alike[looks]
        told.append(finding if times == 1 else replace(finding, occurrence=times))
    return told
