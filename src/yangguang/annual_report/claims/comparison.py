"""The claims of a report beside the cells that hold what they state."""

from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.claims.cells import Held, held
from yangguang.annual_report.claims.model import Claim, Quantity, Scope
from yangguang.annual_report.report import AnnualReport

_COUNTED_WITH: Final = {
    Quantity.NORMATIVE_REPEALED: Quantity.NORMATIVE_LAPSED,
    Quantity.RULES_REPEALED: Quantity.RULES_LAPSED,
    Quantity.REQUESTS_UNABLE: Quantity.REQUESTS_NOT_EXISTING,
    Quantity.REQUESTS_RESULT: Quantity.REQUESTS_NOT_EXISTING,
}
"""What prose may tell apart and the form counts in one cell."""


class Compared(NamedTuple):
    """A claim beside what the tables hold for it."""

    claim: Claim
    held: tuple[Held, ...]
    agrees: bool


def compare(claims: tuple[Claim, ...], report: AnnualReport) -> tuple[Compared, ...]:
    """Every claim that the tables of `report` can bear out, with what they hold."""
    found = []
    for claim in claims:
        if claim.approximate or claim.scope is Scope.OTHER:
            continue
        in_tables = held(claim, report)
        if in_tables:
            possible = _possible(claim, claims)
            agrees = any(one.value in possible for one in in_tables)
            found.append(Compared(claim, in_tables, agrees))
    return tuple(found)


def _possible(claim: Claim, claims: tuple[Claim, ...]) -> tuple[Decimal, ...]:
    """The claim's figure, and the sum of all that its sentence says of the same cell."""
    with_it = _COUNTED_WITH.get(claim.quantity)
    told_apart = [
        other.value
        for other in claims
        if other.span == claim.span and (other.quantity is with_it or counts_the_same(other, claim))
    ]
    return (claim.value, sum(told_apart, start=Decimal(0)))


def counts_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims are about the same cells."""
    return (one.quantity, one.subject, one.row, one.outcome) == (
        other.quantity,
        other.subject,
        other.row,
        other.outcome,
    )
