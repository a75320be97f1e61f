"""The shape of a claim."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from yangguang.annual_report.report import Span


class Quantity(StrEnum):
    """What is counted. Values with a cell in the tables are compared with it."""

    REQUESTS_RECEIVED = "requests.received"


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity that the prose states."""

    quantity: Quantity
    value: Decimal
    span: Span
