"""Waiting for the processing fee (国办函〔2020〕109号): until when, and how that is said."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from yangguang.law import periods

FEES: Final = "《政府信息公开信息处理费管理办法》"
_RECEIPT_ASSUMED: Final = "按通知发出之日收到计算"
"""The fee rules count from the receipt of the notice; where nobody recorded it, as in Art. 32
[M]."""


# The applicant owes nothing then, and is not to wait any longer for having been asked to pay.
WAIVED: Final = "免收信息处理费，答复期限按没有通知过缴费计算（法律没有规定，取对申请人有利的）。"
WAIVED_ANEW: Final = "免收信息处理费，答复期限比没有通知过缴费更早届满的，重新计算"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the applicant still owes, and by when; the period starts afresh when it comes.

    `received`: when the fee notice reached the applicant, if that is on record.
    """

    since: date
    until: date
    received: date | None = None


def noticed(until: date) -> str:
    """What a fee notice means for the period."""
    return (
        f"通知缴纳信息处理费，自收到通知次日起 {periods.FEE_PAYMENT} 个工作日内（至 {until}）"
        "缴清；缴清后重新计算答复期限。"
    )


def received(until: date) -> str:
    """What the receipt of the notice means."""
    return f"申请人收到收费通知，自次日起 {periods.FEE_PAYMENT} 个工作日内（至 {until}）缴清。"


def late(paid: date, awaited: Waiting) -> str:
    """The warning of a payment after its last day; empty where it was in time."""
    if paid <= awaited.until:
        return ""
    assumed = "" if awaited.received else f"（{_RECEIPT_ASSUMED}）"
    return (
        f"费用于 {paid} 缴清，晚于缴费期限 {awaited.until}{assumed}；"
        "没有作放弃申请处理，仍重新计算答复期限。"
    )


def assumption(awaited: Waiting) -> str:
    """The warning while nobody knows when the notice was received; else empty."""
    if awaited.received:
        return ""
    return f"没有记录申请人何时收到收费通知，缴费期限{_RECEIPT_ASSUMED}，至 {awaited.until}。"
