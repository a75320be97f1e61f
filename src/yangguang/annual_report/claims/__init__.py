"""What the prose of a report states in figures: quantity, subject, scope, place."""

from yangguang.annual_report.claims.cells import Held, held
from yangguang.annual_report.claims.comparison import Compared, compare, counts_the_same
from yangguang.annual_report.claims.extract import extract, read
from yangguang.annual_report.claims.model import (
    Applicants,
    Breakdown,
    Change,
    Claim,
    Quantity,
    Scope,
    Share,
    Statements,
)

__all__ = [
    "Applicants",
    "Breakdown",
    "Change",
    "Claim",
    "Compared",
    "Held",
    "Quantity",
    "Scope",
    "Share",
    "Statements",
    "compare",
    "counts_the_same",
    "extract",
    "held",
    "read",
]
