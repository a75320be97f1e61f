"""What a notice of the processing fee says: basis, rates, sum, how and by when to pay. Pure.

Source: 国办函〔2020〕109号; Art. 42.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from yangguang.inforequests.fee import Charge, Tariff
from yangguang.law import fees, periods

ITEMS: Final = "items"
COUNTING: Final = "counting"
PAYMENT: Final = "payment"
REASON: Final = "reason"
"""What is filled in: the items by name, why another number is right than the register's, how to
pay; why a fee is waived or reduced."""

_UNITS: Final = {Tariff.BY_ITEM: "件", Tariff.BY_PAGE: "页"}


def items_in(named: str) -> list[str]:
    """The items into which a request is split: a line each."""
    return [line.strip() for line in named.splitlines() if line.strip()]


def sentences(
    regulations: str, charge: Charge, received: date, filled: Mapping[str, str]
) -> list[str]:
    """The paragraphs of a notice, for a request that was received in that month."""
    return [
        f"收费依据：{regulations}第四十二条，{fees.BASIS}。",
        *_reckoned(charge, received, items_in(filled.get(ITEMS, ""))),
        f"收费标准和金额：{'；'.join(lines(charge))}。合计应缴 {charge.sum} 元。",
        f"缴费方式：{filled.get(PAYMENT, '').strip().rstrip('。')}。",
        f"请您自收到本告知书的次日起 {periods.FEE_PAYMENT} 个工作日内缴清。缴清以后，"
        "答复期限自缴清的次日起重新计算。逾期未缴清的，视为放弃申请，本机关不再处理。",
    ]


def waived(left: int) -> str:
    """The paragraph of a notice that a fee is waived, or `left` yuan of it are to be paid."""
    if left:
        return (
            f"本机关决定减收信息处理费，应缴金额改为 {left} 元。缴费方式和缴费期限不变，"
            "缴清以后，答复期限自缴清的次日起重新计算。"
        )
    return (
        "本机关决定免收信息处理费，此前发出的收费告知书不再执行，您不需要缴费。"
        "答复期限按没有通知过缴费计算。"
    )


def summary(charge: Charge) -> str:
    """What is charged for, in a line."""
    if charge.tariff is Tariff.BY_PAGE:
        return f"按页计收，共 {charge.pages} 页"
    return f"按件计收，本件 {charge.items} 件，本月此前 {charge.earlier} 件"


def _reckoned(charge: Charge, received: date, items: list[str]) -> Iterator[str]:
    """What is charged for; the items of a request that is split, a paragraph each."""
    if charge.tariff is Tariff.BY_PAGE:
        yield f"本件申请按量计收，要提供的信息共 {charge.pages} 页（不含已经主动公开的内容）。"
        return
    month = f"{received.year}年{received.month}月"
    before = f"您在{month}向本机关申请的件数，此前已有 {charge.earlier} 件；"
    if len(items) == 1:
        yield f"本件申请按件计收。{before}本件申请计 1 件。"
        return
    yield f"本件申请按件计收。{before}本件申请内容较多，拆分为 {charge.items} 件："
    for place, item in enumerate(items, 1):
        yield f"{place}. {item.rstrip('。；')}{'。' if place == len(items) else '；'}"


def lines(charge: Charge) -> Iterator[str]:
    """The reckoning, a sentence without its full stop for each band."""
    unit = _UNITS[charge.tariff]
    for line in charge.lines:
        band = _band(line.band, unit)
        if line.band.rate:
            yield f"{band}，每{unit} {line.band.rate} 元，{line.number} {unit}，{line.amount} 元"
        else:
            yield f"{band}免费，{line.number} {unit}"


def _band(band: fees.Band, unit: str) -> str:
    if band.last is None:
        return f"第 {band.first} {unit}起"
    return f"第 {band.first} 至 {band.last} {unit}"
