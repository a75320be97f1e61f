"""What a year takes over from the last one: as published, or as the ledger has it now."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from yangguang.annual_report.form import table3
from yangguang.annual_report.report import AnnualReport
from yangguang.law.requests import ApplicantKind, RequestRow


class Carry(StrEnum):
    """What 上年结转 is: last year's published 结转下年度, or what the ledger gives now.

    By the ledger the form's balance holds always; by what was published, where the ledger has not
    changed since. Where they differ either last year's report is corrected, and then both are one,
    or the difference is explained and the ledger's figure taken.
    """

    PUBLISHED = "published"
    LEDGER = "ledger"


class Difference(NamedTuple):
    """A column in which what was published is not what the ledger gives now."""

    applicant: ApplicantKind
    published: Decimal
    ledger: Decimal

    @property
    def by(self) -> Decimal:
        """By how much the ledger exceeds what was published."""
        return self.ledger - self.published


def published_forward(last: AnnualReport | None) -> dict[ApplicantKind, Decimal]:
    """Last year's published 结转下年度, by applicant kind; what it does not state is not there."""
    if last is None:
        return {}
    cells = {
        one: table3.TABLE_2021.cell_id(RequestRow.CARRIED_FORWARD, one) for one in ApplicantKind
    }
    stated = {one: last.value(cell) for one, cell in cells.items()}
    return {one: value for one, value in stated.items() if value is not None}


def differences(
    ledger: Mapping[ApplicantKind, Decimal], published: Mapping[ApplicantKind, Decimal]
) -> tuple[Difference, ...]:
    """The columns that differ, in print order."""
    return tuple(
        Difference(one, published[one], ledger[one])
        for one in ApplicantKind
        if one in published and published[one] != ledger[one]
    )
