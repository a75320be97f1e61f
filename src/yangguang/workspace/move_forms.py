"""What is to be filled in for each move but the drafting of letters, and how it is made."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability, Standing, holders
from yangguang.inforequests.actions import applicant, assign
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import Overview
from yangguang.workspace import (
    consulting_forms,
    excess_forms,
    fee_forms,
    fields,
    publishing_forms,
    reexamination_form,
    registry_forms,
    relation_forms,
    secrecy_forms,
    sending_forms,
)
from yangguang.workspace.dispute_forms import DISPUTE_FORMS
from yangguang.workspace.filing_forms import File
from yangguang.workspace.move_form import CHECK_FIRST, FOR_GOOD, MoveForm


class Assign(MoveForm):
    """Who is to handle it."""

    handler = forms.TypedChoiceField(label=lazy("交给谁承办"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        able = holders(Capability.HANDLE, overview.case.agency_id, overview.on)
        self.able = {one.pk: one for one in able if one.pk != overview.request.handler}
        field = self.fields["handler"]
        field.choices = [(pk, str(one)) for pk, one in self.able.items()]
        field.error_messages["required"] = _("请选择承办人。")
        if not self.able:
            self.nothing = _("本机关没有其他可以承办的人，请系统管理员先设置岗位。")

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Assign."""
        handler = self.able[self.cleaned_data["handler"]]
        assign.assign(self.overview.case, handler, people, seen)
        return _("已经交给{name}承办。").format(name=handler)


class ReceiveCorrection(MoveForm):
    """What the applicant sent to correct the request, and when it came."""

    words = fields.words(
        lazy("补正的内容"), lazy("按申请人的原文录入。"), lazy("请填写补正的内容。")
    )
    on = fields.day(lazy("收到日期"))
    attachments = fields.Attachments(lazy("补正材料"), lazy("扫描件或照片，可以选多个文件。"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the correction."""
        sent = fields.uploads_of(request, "attachments")
        kept = self.cleaned_data
        applicant.correct(self.overview.case, kept["words"], sent, people, kept["on"], seen)
        if self.overview.deadline.due is None:
            return _("补正已经登记，答复期限重新计算。")
        return _("补正已经登记，答复期限不重新计算。")


class Withdraw(MoveForm):
    """The applicant takes the request back."""

    words = fields.words(lazy("申请人的意思表示"), lazy("原话，或书面材料的内容。"), rows=3)
    on = fields.day(lazy("撤回日期"), lazy("收到申请人撤回的意思表示之日。"))
    checked = fields.tick(FOR_GOOD, CHECK_FIRST)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the withdrawal."""
        kept = self.cleaned_data
        applicant.withdraw(self.overview.case, kept["words"], people, seen, kept["on"])
        return ""


MOVE_FORMS: Final[Mapping[Move, type[MoveForm]]] = {
    **registry_forms.MOVE_FORMS,
    Move.ASSIGN: Assign,
    Move.RECEIVE_CORRECTION: ReceiveCorrection,
    **consulting_forms.MOVE_FORMS,
    Move.RECEIVE_REASONS: excess_forms.ReceiveReasons,
    Move.FEE_NOTICE_RECEIVED: fee_forms.NoticeReceived,
    Move.RECEIVE_FEE: fee_forms.ReceiveFee,
    **sending_forms.MOVE_FORMS,
    Move.REFER_SECRECY: secrecy_forms.Refer,
    Move.SECRECY_ANSWER: secrecy_forms.Answer,
    Move.REEXAMINE: reexamination_form.Reexamine,
    Move.SPLIT: relation_forms.Split,
    Move.JOIN: relation_forms.Join,
    Move.SEPARATE: relation_forms.Separate,
    Move.WITHDRAW: Withdraw,
    Move.FILE: File,
    **DISPUTE_FORMS,
    Move.OFFER_TO_ALL: publishing_forms.OfferToAll,
    Move.DECIDE_OFFER: publishing_forms.DecideOffer,
    Move.PUBLISH: publishing_forms.Publish,
    Move.UNPUBLISH: publishing_forms.Unpublish,
}
