"""The processing fee after its notice: received by the applicant, paid (国办函〔2020〕109号)."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, Event
from yangguang.inforequests.acting import acting
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move

VOUCHER: Final = "voucher"
"""The kind of text that a voucher's number is kept as."""
_LONGEST: Final = 60


def notice_received(
    case: Case, people: Standing, on: date | None = None, seen: int | None = None
) -> Event:
    """The notice reached the applicant on a day; the period to pay runs from the next.

    Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.FEE_NOTICE_RECEIVED, people, seen) as situation:
        fee = situation.request.fee
        assert fee is not None
        day = situation.day(on, not_before=fee.noticed_on)
        return situation.record(What.FEE_NOTICE_RECEIVED, {"letter": fee.letter}, day)


def paid(
    case: Case,
    amount: int,
    voucher: str,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """The fee is paid in full (`amount` in yuan, by the 非税票据 of that number) on a day.

    The answer period runs anew from the next working day. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.RECEIVE_FEE, people, seen) as situation:
        fee = situation.request.fee
        assert fee is not None
        found = {}
        if amount != fee.sum:
            said = _("应缴 {due} 元，您填了 {paid} 元；缴清以后才登记，多缴的先退还。")
            found["amount"] = said.format(due=fee.sum, paid=amount)
        if not 0 < len(voucher.strip()) <= _LONGEST:
            found["voucher"] = _("请填写非税票据的号码，最多 {most} 字。").format(most=_LONGEST)
        if found:
            raise Mistakes(found)
        day = situation.day(on, not_before=fee.noticed_on)
        kept = situation.keep_all(VOUCHER, voucher)
        return situation.record(What.FEE_PAID, {"sum": amount, **kept}, day)
