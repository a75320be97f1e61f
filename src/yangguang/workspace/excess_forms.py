"""Forms for requests beyond reason (Art. 35): asking why, the reasons, the stated delay."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.inforequests import charging, composing, excess
from yangguang.inforequests.actions import letters, reasons
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.names import WAY_NAMES
from yangguang.inforequests.overview import Overview
from yangguang.law.dispositions import Disposition
from yangguang.workspace import fields
from yangguang.workspace.letter_forms import FILLED, LetterForm
from yangguang.workspace.move_form import MoveForm


class AskReasons(LetterForm):
    """What is beyond reason, and by when to say why."""

    kind = LetterKind.REASONS
    reply_days = fields.number(
        lazy("说明理由的期限（工作日）"),
        1,
        15,
        lazy("法律没有规定，由机关合理确定；答复期限照常计算，不宜太长。"),
    )
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        earlier = charging.earlier_in_the_month(overview.case, overview.request)
        self.fields[f"{FILLED}excess"].help_text = charging.in_words(earlier) + _("写进文书。")

    @classmethod
    def _afresh(cls, overview: Overview, disposition: Disposition | None) -> dict[str, Any]:
        return {**super()._afresh(overview, disposition), "reply_days": excess.REPLY_DAYS}

    def _terms(self) -> letters.Terms:
        return replace(super()._terms(), reply_days=self.cleaned_data["reply_days"])

    def _granted(self) -> composing.Terms:
        return replace(super()._granted(), reply_days=self.cleaned_data["reply_days"])

    def _order(self) -> list[str]:
        return ["reply_days", *super()._order()]


class Delay(LetterForm):
    """Why it cannot be answered in time, and by when it will be."""

    kind = LetterKind.DELAY
    until = fields.day(lazy("延迟到哪一天答复"), lazy("这一天就是新的答复期限，要晚于现在的期限。"))
    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))

    def _terms(self) -> letters.Terms:
        return replace(super()._terms(), until=self.cleaned_data["until"])

    def _granted(self) -> composing.Terms:
        return replace(super()._granted(), until=self.cleaned_data["until"])

    def _order(self) -> list[str]:
        return ["until", *super()._order()]


class ReceiveReasons(MoveForm):
    """What the applicant gave as reasons, and when they came."""

    words = fields.words(
        lazy("申请人说明的理由"), lazy("按申请人的原文录入。"), lazy("请填写理由。")
    )
    on = fields.day(lazy("收到日期"))
    attachments = fields.Attachments(lazy("随附的材料"), lazy("扫描件或照片，可以选多个文件。"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the reasons."""
        sent = fields.uploads_of(request, "attachments")
        kept = self.cleaned_data
        reasons.give(self.overview.case, kept["words"], sent, people, kept["on"], seen)
        return _("理由已经登记，答复期限照常计算。")


LETTER_FORMS: Final[Mapping[Move, type[LetterForm]]] = {
    DRAFTS[form.kind]: form for form in (AskReasons, Delay)
}
