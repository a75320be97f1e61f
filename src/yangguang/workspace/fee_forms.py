"""Forms for the processing fee (Art. 42): the notice, its receipt, the payment."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.inforequests import charging, composing, fee_words
from yangguang.inforequests.actions import fee, letters
from yangguang.inforequests.correspondence import Revision
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.fee import Charge, Tariff
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.names import WAY_NAMES
from yangguang.inforequests.overview import Overview
from yangguang.law.dispositions import Disposition
from yangguang.workspace import fields
from yangguang.workspace.letter_forms import FILLED, LetterForm
from yangguang.workspace.move_form import MoveForm

_MOST: Final = 100_000
_ITEMS, _COUNTING, _PAYMENT = (
    FILLED + one for one in (fee_words.ITEMS, fee_words.COUNTING, fee_words.PAYMENT)
)


class FeeNotice(LetterForm):
    """By which tariff, for how much, and how to pay."""

    kind = LetterKind.FEE
    tariff = fields.choice(
        lazy("收费标准"),
        [
            (Tariff.BY_ITEM, lazy("按件：本月第 11 件起收费")),
            (Tariff.BY_PAGE, lazy("按页：本件第 31 页起收费")),
        ],
        lazy("请选择按件还是按页收费。"),
        lazy("一件申请只能用一种。"),
    )
    earlier = fields.number(lazy("按件：本月此前的件数"), 0, 10_000)
    pages = fields.number(
        lazy("按页：一共多少页"), 1, _MOST, lazy("A4 及以下一面为一页；已经主动公开的不计。")
    )
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        found = charging.earlier_in_the_month(overview.case, overview.request)
        self.counted = charging.count(found)
        self.fields["earlier"].help_text = charging.in_words(found)
        by_item = self.data.get("tariff") == Tariff.BY_ITEM
        self.fields["earlier"].required = by_item
        self.fields["pages"].required = self.data.get("tariff") == Tariff.BY_PAGE
        self.fields[_ITEMS].label = _("按件：本件计为哪几件")
        self.fields[_ITEMS].help_text = _("一行一件，写明内容；不拆分的只写一行。写进文书。")
        self.fields[_PAYMENT].help_text = _("账户、窗口或者网址，写进文书。")
        self.fields[_COUNTING].label = _("按件：更正此前件数的理由")
        self.fields[_COUNTING].help_text = _("改了此前的件数才填。只留在案卷里，不写进文书。")

    @classmethod
    def _afresh(cls, overview: Overview, disposition: Disposition | None) -> dict[str, Any]:
        found = charging.earlier_in_the_month(overview.case, overview.request)
        return {
            **super()._afresh(overview, disposition),
            "earlier": charging.count(found),
            _ITEMS: " ".join(str(overview.asked.get("wanted", "")).split()),
            _PAYMENT: overview.case.agency.rules.payment,
        }

    @classmethod
    def _again(cls, overview: Overview, latest: Revision) -> dict[str, Any]:
        return {**super()._again(overview, latest), **latest.terms.get("charge", {})}

    def _charge(self) -> Charge:
        kept = self.cleaned_data
        if kept["tariff"] == Tariff.BY_PAGE:
            return Charge(Tariff.BY_PAGE, pages=kept["pages"])
        items = len(fee_words.items_in(kept[_ITEMS]))
        return Charge(Tariff.BY_ITEM, items, kept["earlier"], self.counted)

    def _filled(self) -> dict[str, str]:
        """Of the other tariff nothing is kept."""
        filled = super()._filled()
        if self.cleaned_data["tariff"] == Tariff.BY_PAGE:
            filled |= {fee_words.ITEMS: "", fee_words.COUNTING: ""}
        return filled

    def _terms(self) -> letters.Terms:
        return replace(super()._terms(), charge=self._charge())

    def _granted(self) -> composing.Terms:
        return replace(super()._granted(), charge=self._charge())

    def _order(self) -> list[str]:
        own = ["tariff", "earlier", _COUNTING, _ITEMS, "pages", _PAYMENT]
        return [*own, "title", "addressee", "body", "way"]


class FeeWaiver(LetterForm):
    """How much is still to be paid of a fee, and why the rest is not."""

    kind = LetterKind.FEE_WAIVER
    left = fields.number(lazy("减免以后还要缴多少元"), 0, 2_000_000_000)
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        due = overview.request.fee.sum if overview.request.fee else 0
        self.fields["left"].help_text = _("现在应缴 {sum} 元。全部免收的填 0。").format(sum=due)

    @classmethod
    def _afresh(cls, overview: Overview, disposition: Disposition | None) -> dict[str, Any]:
        return {**super()._afresh(overview, disposition), "left": 0}

    def _terms(self) -> letters.Terms:
        return replace(super()._terms(), left=self.cleaned_data["left"])

    def _granted(self) -> composing.Terms:
        return replace(super()._granted(), left=self.cleaned_data["left"])

    def _order(self) -> list[str]:
        return ["left", *super()._order()]


class NoticeReceived(MoveForm):
    """When the applicant received the notice."""

    on = fields.day(lazy("申请人收到的日期"), lazy("邮寄的看回执；当面送达的是签收之日。"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the receipt."""
        fee.notice_received(self.overview.case, people, self.cleaned_data["on"], seen)
        return _("已经登记，缴费期限从收到的次日起算。")


class ReceiveFee(MoveForm):
    """How much was paid, when, by which voucher."""

    amount = fields.number(lazy("实缴金额（元）"), 1, 2_000_000_000)
    voucher = fields.text(
        lazy("非税票据号"), lazy("票据上的号码。"), required=lazy("请填写非税票据的号码。"), size=20
    )
    on = fields.day(lazy("缴清日期"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        if overview.request.fee:
            due = overview.request.fee.sum
            self.fields["amount"].help_text = _("应缴 {sum} 元。").format(sum=due)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the payment."""
        kept = self.cleaned_data
        case, on = self.overview.case, kept["on"]
        fee.paid(case, kept["amount"], kept["voucher"], people, on, seen)
        return _("缴费已经登记，答复期限从下一个工作日起重新计算。")


LETTER_FORMS: Final[Mapping[Move, type[LetterForm]]] = {
    DRAFTS[form.kind]: form for form in (FeeNotice, FeeWaiver)
}
