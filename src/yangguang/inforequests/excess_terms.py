"""What letters on excess (Art. 35) and on the fee (Art. 42) are told, and what they do when issued.

Asking for reasons names a day, a delay its own, a notice of the fee what it is reckoned from.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from yangguang.casework.errors import NotAllowed
from yangguang.inforequests import charging, excess, fee_words
from yangguang.inforequests.acting import Situation
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.fee import Charge, Tariff, charge_of
from yangguang.law.calendar import published

if TYPE_CHECKING:
    from yangguang.inforequests.actions.letters import Terms


def mistakes(kind: LetterKind, terms: "Terms", situation: Situation) -> dict[str, str]:
    """What stands against the terms of such a letter: field → sentence; others have none."""
    match kind:
        case LetterKind.REASONS if (terms.reply_days or 0) < 1:
            return {"reply_days": _("请填写说明理由的期限，至少 1 个工作日。")}
        case LetterKind.DELAY:
            return _delay(terms.until, situation)
        case LetterKind.FEE:
            return _fee(terms.charge, terms.facts, situation)
        case LetterKind.FEE_WAIVER:
            return _waiver(terms.left, terms.facts, situation)
    return {}


def _waiver(left: int | None, facts: Mapping[str, str], situation: Situation) -> dict[str, str]:
    """A waiver has its reason, which the law does not name; more than before is no reduction."""
    fee, found = situation.request.fee, {}
    if left is None or fee is None or not 0 <= left < fee.sum:
        most = fee.sum - 1 if fee else 0
        found["left"] = _("请填写减免以后还要缴多少元，0 至 {most} 之间。").format(most=most)
    if not facts.get(fee_words.REASON, "").strip():
        found[fee_words.REASON] = _("请写明减免的理由。")
    return found


def _delay(until: date | None, situation: Situation) -> dict[str, str]:
    if until is None:
        return {"until": _("请写明延迟到哪一天答复。")}
    if why := excess.why_delay_is_none(situation.request, until, situation.on):
        return {"until": why}
    return {}


def _fee(charge: Charge | None, facts: Mapping[str, str], situation: Situation) -> dict[str, str]:
    if charge is None:
        return {"tariff": _("请选择按件还是按页收费。")}
    found = _by_item(charge, facts, situation) if charge.tariff is Tariff.BY_ITEM else {}
    if charge.tariff is Tariff.BY_PAGE and charge.pages < 1:
        found["pages"] = _("请填写要提供多少页。")
    if not facts.get(fee_words.PAYMENT, "").strip():
        found[fee_words.PAYMENT] = _("请写明怎样缴费。")
    if not found and charge.sum == 0:
        field = "pages" if charge.tariff is Tariff.BY_PAGE else fee_words.ITEMS
        found[field] = _("没有超过免费的数量，不收费，直接办理。")
    return found


def _by_item(charge: Charge, facts: Mapping[str, str], situation: Situation) -> dict[str, str]:
    if charge.items < 1 or charge.items != len(fee_words.items_in(facts.get(fee_words.ITEMS, ""))):
        return {fee_words.ITEMS: _("请一行写一件，至少一件。")}
    if charge.earlier < 0:
        return {"earlier": _("此前的件数不能小于 0。")}
    counted = _counted(situation)
    if charge.counted != counted:
        said = _("这位申请人本月此前的件数刚刚变了，现在是 {count} 件，请核对后再保存。")
        return {"earlier": said.format(count=counted)}
    if charge.earlier != counted and not facts.get(fee_words.COUNTING, "").strip():
        said = _("台账上是 {count} 件。改成别的数，请写明理由。")
        return {fee_words.COUNTING: said.format(count=counted)}
    return {}


def _counted(situation: Situation) -> int:
    return charging.count(charging.earlier_in_the_month(situation.case, situation.request))


def require_count_of_the_day(
    situation: Situation, kind: LetterKind, terms: Mapping[str, Any]
) -> None:
    """A notice by item goes out while the register still counts what it did. Raises NotAllowed."""
    charge = charge_of(terms["charge"]) if kind is LetterKind.FEE else None
    if charge is None or charge.tariff is Tariff.BY_PAGE:
        return
    counted = _counted(situation)
    if counted != charge.counted:
        raise NotAllowed(
            _(
                "起草以后，这位申请人本月此前的件数变了：原来 {before} 件，现在 {now} 件。"
                "请重新起草，再送审。"
            ).format(before=charge.counted, now=counted)
        )


def effect(kind: LetterKind, terms: Mapping[str, Any], on: date) -> tuple[What, dict[str, Any]]:
    """What such a letter does on the day of its issue: the event, and what the event says."""
    match kind:
        case LetterKind.REASONS:
            until = published().add(on, terms["reply_days"])
            return What.REASONS_ASKED, {"until": until.isoformat()}
        case LetterKind.DELAY:
            return What.DELAY_SET, {"until": terms["until"]}
        case LetterKind.FEE_WAIVER if terms["left"]:
            return What.FEE_REDUCED, {"sum": terms["left"]}
        case LetterKind.FEE_WAIVER:
            return What.FEE_WAIVED, {}
        case _:
            charge: dict[str, Any] = terms["charge"]
            return What.FEE_NOTICED, {**charge, "tariff": Tariff(charge["tariff"])}
