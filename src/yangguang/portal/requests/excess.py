"""Reasons, delay and fee, told to who asked: in the story, and as what is to be done now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from yangguang.casework import personal, sealing
from yangguang.casework.models import Event, IssuedLetter
from yangguang.inforequests import charging, excess, fee_words
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.events import What
from yangguang.inforequests.fee import charge_of
from yangguang.law import periods
from yangguang.law.clock.words import in_prose
from yangguang.law.disputes import Unit


@dataclass(frozen=True, slots=True)
class Due:
    """What the applicant is to pay: how much, by when, how; and the letter that says so.

    `charged` is what for, `lines` the reckoning by band; `was` the sum before it was reduced;
    `then` what follows the payment.
    """

    sum: int
    until: str
    how: str
    letter: int
    is_receipt_known: bool
    charged: str
    lines: tuple[str, ...]
    was: int
    then: str


def told(event: Event) -> tuple[str, str] | None:
    """What happened, and what follows, of an event of this kind; None of any other."""
    payload: Mapping[str, Any] = event.payload
    by_applicant = event.actor_id is None
    match What(event.kind):
        case What.REASONS_ASKED:
            text = _("请最晚在{until}说明为什么要申请这么多。答复时间照常计算。")
            return _("机关请您说明理由"), text.format(until=_day(payload))
        case What.REASONS_GIVEN:
            title = _("您说明了理由") if by_applicant else _("机关收到了您说明的理由")
            return title, _("答复时间照常计算。")
        case What.DELAY_SET:
            text = _("您要的内容多，机关不能按期答复，最晚在{until}答复您。")
            return _("机关说明了新的答复时间"), text.format(until=_day(payload))
        case What.FEE_NOTICED:
            text = _("从收到通知的第二天起 {days} 个工作日内缴清；缴清以后，答复时间重新计算。")
            title = _("机关通知您缴纳信息处理费 {sum} 元").format(sum=payload["sum"])
            return title, text.format(days=periods.FEE_PAYMENT)
        case What.FEE_NOTICE_RECEIVED:
            title = _("您确认收到了缴费通知") if by_applicant else _("您收到了缴费通知")
            return title, _("从第二天起计算缴费的时间。")
        case What.FEE_REDUCED:
            title = _("机关把信息处理费减到 {sum} 元").format(sum=payload["sum"])
            return title, _("怎样缴、最晚哪天缴，都不变。")
        case What.FEE_WAIVED:
            return _("机关免收了信息处理费"), _("您不用缴费了，申请继续办理。")
        case What.FEE_PAID:
            title = _("您缴清了信息处理费 {sum} 元").format(sum=payload["sum"])
            return title, _("答复时间从第二天起重新计算。")
    return None


def _day(payload: Mapping[str, Any]) -> str:
    return in_prose(date.fromisoformat(payload["until"]))


def reasons_until(request: Standing) -> str:
    """By when reasons are to be given, in prose; empty where none are awaited."""
    asked = excess.awaited(request)
    return in_prose(asked.until) if asked and asked.until else ""


def to_pay(request: Standing, issued: Mapping[int | None, IssuedLetter], on: date) -> Due | None:
    """The fee that is still to be paid; None where none is."""
    fee, until = request.fee, charging.paid_until(request, on)
    if request.is_closed or fee is None or until is None:
        return None
    notice = issued[fee.letter]
    charge = charge_of(notice.revision.terms["charge"])
    return Due(
        fee.sum,
        in_prose(until),
        _how(notice),
        fee.letter,
        fee.received_on is not None or request.is_reopened,
        fee_words.summary(charge),
        tuple(fee_words.lines(charge)),
        charge.sum if fee.reduced_on else 0,
        _then(request),
    )


def _then(request: Standing) -> str:
    duty = request.duty
    if duty is None or not duty.order.is_waiting:
        return _("缴清以后，答复时间从下一个工作日起重新计算 {days} 个工作日。").format(
            days=periods.ANSWER
        )
    unit = _("个工作日") if duty.order.unit is Unit.WORKING else _("天")
    said = _("缴清以后，从第二天起 {days} {unit}内答复您。")
    return said.format(days=duty.order.days, unit=unit)


def _how(letter: IssuedLetter) -> str:
    try:
        words = personal.words_of(letter.revision.text)
    except (personal.Erased, sealing.CannotOpen):
        return ""
    facts = words.get("facts") if isinstance(words, dict) else None
    return str(facts.get(fee_words.PAYMENT, "")) if isinstance(facts, dict) else ""
