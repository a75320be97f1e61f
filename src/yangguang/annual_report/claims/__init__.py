"""What the prose of a report states in figures: quantity, subject, scope, place."""

from yangguang.annual_report.claims.extract import extract
from yangguang.annual_report.claims.model import Claim, Quantity

__all__ = ["Claim", "Quantity", "extract"]
