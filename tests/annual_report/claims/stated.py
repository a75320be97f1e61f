"""Prose in a report of 2022 and what is read from it, for assertions."""

from dataclasses import replace

from tests.annual_report.reports import a_report, with_sections
from yangguang.annual_report.claims import Applicants, Claim, Statements, read
from yangguang.annual_report.report import AnnualReport


def prose(text: str, agency: str = "青禾县林草局", section: int = 1) -> AnnualReport:
    """A report of `agency` whose only section is `text`."""
    return with_sections(replace(a_report(), agency=agency), (section, "总体情况", text))


def statements(text: str, agency: str = "青禾县林草局", section: int = 1) -> Statements:
    """All that `text` states in figures."""
    return read(prose(text, agency, section))


def claims(text: str, agency: str = "青禾县林草局", section: int = 1) -> list[str]:
    """The claims in `text`, one word each: `requests.new 37`, `requests.received 2 research`."""
    return [_in_short(c) for c in statements(text, agency, section).claims]


def _in_short(claim: Claim) -> str:
    subject = claim.subject if claim.subject is not Applicants.ALL else None
    narrowed = [part for part in (subject, claim.row, claim.outcome) if part]
    return " ".join([claim.quantity, f"{claim.value:f}", *narrowed])
