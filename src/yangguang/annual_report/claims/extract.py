"""The extractor of claims."""

from yangguang.annual_report.claims.model import Claim
from yangguang.annual_report.report import AnnualReport


def extract(report: AnnualReport) -> tuple[Claim, ...]:
    """The claims in all sections of `report`, in the order of the text."""
    return ()
