"""The processing fee of one request: how it is reckoned, and how far it has come (Art. 42).

Rates and bands are the law's (`law.fees`); here is what a notice says and the ledger keeps.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from yangguang.inforequests.events import What
from yangguang.law import fees


class Tariff(StrEnum):
    """One of the two, never both for one request."""

    BY_ITEM = "by_item"
    BY_PAGE = "by_page"


@dataclass(frozen=True, slots=True)
class Charge:
    """What is charged for: `items` of this request after `earlier` in the month, or `pages`.

    `counted` is what the register counts as earlier; `earlier` differs where someone knew better.
    """

    tariff: Tariff
    items: int = 0
    earlier: int = 0
    counted: int = 0
    pages: int = 0

    @property
    def lines(self) -> tuple[fees.Line, ...]:
        """By band. Raises ValueError for a negative count."""
        if self.tariff is Tariff.BY_ITEM:
            return fees.by_item(self.earlier, self.items)
        return fees.by_page(self.pages)

    @property
    def sum(self) -> int:
        """In yuan."""
        return fees.total(self.lines)

    def plain(self) -> dict[str, Any]:
        """As terms and ledger keep it: what the tariff takes, and the sum."""
        if self.tariff is Tariff.BY_PAGE:
            taken = {"pages": self.pages}
        else:
            taken = {"items": self.items, "earlier": self.earlier, "counted": self.counted}
        return {"tariff": self.tariff.value, **taken, "sum": self.sum}


def charge_of(plain: Mapping[str, Any]) -> Charge:
    """What `Charge.plain` gave."""
    numbers = {name: plain.get(name, 0) for name in ("items", "earlier", "counted", "pages")}
    return Charge(Tariff(plain["tariff"]), **numbers)


@dataclass(frozen=True, slots=True)
class Fee:
    """The fee that was noticed: by which letter, how much, when received, when paid or waived.

    `sum` is what is to be paid: of a fee that was reduced, the sum that is left.
    """

    letter: int
    sum: int
    noticed_on: date
    received_on: date | None = None
    paid_on: date | None = None
    reduced_on: date | None = None
    waived_on: date | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether it is still to be paid."""
        return self.paid_on is None and self.waived_on is None


def fee_after(fee: Fee | None, what: What, on: date, payload: Mapping[str, Any]) -> Fee | None:
    """The fee of a request after one more event of its ledger."""
    match what:
        case What.FEE_NOTICED:
            return Fee(payload["letter"], payload["sum"], on)
        case What.FEE_NOTICE_RECEIVED if fee:
            return replace(fee, received_on=on)
        case What.FEE_PAID if fee:
            return replace(fee, paid_on=on)
        case What.FEE_REDUCED if fee:
            return replace(fee, sum=payload["sum"], reduced_on=on)
        case What.FEE_WAIVED if fee:
            return replace(fee, waived_on=on)
    return fee
