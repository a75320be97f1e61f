"""What is to be filled in for each move but the drafting of letters, and how it is made."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability, Standing, holders
from yangguang.casework.errors import Mistakes
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import destroyed, public_version
from yangguang.inforequests.actions import applicant, assign, letters, registry, seal
from yangguang.inforequests.correspondence import Correspondence
from yangguang.inforequests.events import VoidReason, Way, What
from yangguang.inforequests.moves import Move
from yangguang.inforequests.names import VOID_REASON_NAMES, WAY_NAMES
from yangguang.inforequests.overview import Overview
from yangguang.workspace import (
    consulting_forms,
    excess_forms,
    fee_forms,
    fields,
    publishing_forms,
    reexamination_form,
    relation_forms,
    secrecy_forms,
)
from yangguang.workspace.deciding_form import DecidingForm
from yangguang.workspace.dispute_forms import DISPUTE_FORMS
from yangguang.workspace.filing_forms import File
from yangguang.workspace.move_form import CHECK_FIRST, FOR_GOOD, MoveForm


class Confirm(MoveForm):
    """When the receipt was confirmed with the applicant."""

    on = fields.day(lazy("确认日期"), lazy("与申请人确认收到申请之日。"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Confirm."""
        registry.confirm(self.overview.case, people, self.cleaned_data["on"], seen)
        return ""


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


class Submit(MoveForm):
    """Send the draft for approval, as it stands."""

    shows_letter = True

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Submit."""
        letters.submit(self.overview.case, people, seen)
        return _("文书已经送审。")


class Decide(DecidingForm):
    """Agree to the letter, or return it with a reason."""

    shows_letter = True

    def over(self, overview: Overview) -> str:
        """The digest of the letter that is being worked on."""
        return overview.request.draft.digest if overview.request.draft else ""

    def decide(
        self, decision: Decision, digest: str, comment: str, people: Standing, seen: int | None
    ) -> None:
        """Decide on the letter."""
        letters.decide(self.overview.case, decision, digest, people, comment, seen)


class Issue(MoveForm):
    """Number and freeze the letter."""

    shows_letter = True
    checked = fields.tick(FOR_GOOD, CHECK_FIRST)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Issue."""
        issued = letters.issue(self.overview.case, people, seen)
        return _("已经印发，文号 {number}。").format(number=issued.number)


def _offer_letters(field: forms.Field, offered: Sequence[Correspondence]) -> None:
    field.choices = [(one.pk, f"{one.title} {one.number}") for one in offered]
    field.error_messages["required"] = _("请选择文书。")
    if len(offered) == 1:
        field.initial = offered[0].pk


class Seal(MoveForm):
    """The scan of a letter with the seal on it."""

    letter = forms.TypedChoiceField(label=lazy("哪一份文书"), coerce=int, widget=forms.RadioSelect)
    attachments = fields.Attachments(
        lazy("盖章件"),
        lazy("盖过章的纸质文书的扫描件，或者盖了电子印章的文件：PDF 或图片。"),
        several=False,
    )
    on = fields.day(lazy("盖章日期"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        waiting = [one for one in overview.letters if one.pk in overview.request.unsealed]
        _offer_letters(self.fields["letter"], waiting)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Keep the scan."""
        sent = fields.uploads_of(request, "attachments")
        if not sent:
            raise Mistakes({"attachments": _("请选择盖章件。")})
        kept = self.cleaned_data
        seal.keep_scan(self.overview.case, kept["letter"], sent[0], people, kept["on"], seen)
        return _("盖章件已经存入，以后发给申请人的就是这一份。")


class Dispatch(MoveForm):
    """How and when the answer left, and which file of it."""

    way = fields.choice(lazy("送达方式"), WAY_NAMES.items(), lazy("请选择送达方式。"))
    on = fields.day(
        lazy("发出日期"),
        lazy("邮寄：交邮之日；当面送达：签收之日；电子方式：发送之日。期限在这一天停止计算。"),
    )

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        answer = overview.letter(overview.request.answer or 0)
        if answer and answer.sealed:
            self.fields["way"].help_text = _("发出的是盖章件。")
        elif answer:
            self.fields["way"].help_text = _(
                "发出的是没有盖章的定稿。要发盖章件，请先回到申请页“存入盖章件”。"
            )

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the dispatch."""
        kept = self.cleaned_data
        letters.dispatch(self.overview.case, Way(kept["way"]), kept["on"], people, seen)
        return _("答复已经发出，期限停止计算。")


class Delivered(MoveForm):
    """When the applicant received it."""

    on = fields.day(lazy("收到日期"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the delivery."""
        applicant.delivered(self.overview.case, people, self.cleaned_data["on"], seen)
        return ""


class CameBack(MoveForm):
    """Which letter came back, and when."""

    letter = forms.TypedChoiceField(label=lazy("哪一份文书"), coerce=int, widget=forms.RadioSelect)
    on = fields.day(lazy("退回日期"))

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        out = [one for one in overview.letters if one.pk in overview.request.out]
        _offer_letters(self.fields["letter"], out)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the return."""
        back = self.cleaned_data["letter"]
        registry.came_back(self.overview.case, people, self._day(), seen, back)
        return _("退件已经登记，请另行送达。")


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


class Void(MoveForm):
    """Why the registration was a mistake."""

    reason = fields.choice(
        lazy("作废的原因"), VOID_REASON_NAMES.items(), lazy("请选择作废的原因。")
    )
    checked = fields.tick(FOR_GOOD, CHECK_FIRST)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Void."""
        registry.void(self.overview.case, VoidReason(self.cleaned_data["reason"]), people, seen)
        return ""


class VoidEntry(MoveForm):
    """Which entry was a mistake."""

    seq = forms.TypedChoiceField(label=lazy("哪一条记录错了"), coerce=int, widget=forms.RadioSelect)
    checked = fields.tick(FOR_GOOD, CHECK_FIRST)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        field = self.fields["seq"]
        field.choices = [
            (
                one.seq,
                _("第 {seq} 条 · {day} {name} · {who}").format(
                    seq=one.seq, day=one.on, name=one.name, who=one.who
                ),
            )
            for one in overview.entries
            if one.can_be_voided
        ]
        field.error_messages["required"] = _("请选择一条记录。")
        held = public_version.holds(overview.request.public, overview.request.answer)
        if destroyed.is_destroyed(overview.request):
            held += destroyed.said()
        field.help_text = held
        if any(one.what == What.SPLIT and one.can_be_voided for one in overview.entries):
            field.help_text += _("冲正“拆分办理”：拆出来的几件同时作废，这一件继续办理，期限照旧。")
        if not field.choices:
            said = _("没有可以冲正的记录：审批和登记的结果不能冲正，要另行办理。")
            self.nothing = said + held

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the counter-entry."""
        registry.void_entry(self.overview.case, self.cleaned_data["seq"], people, seen)
        return _("已经冲正，原来的记录仍然保留。")


class Note(MoveForm):
    """A note for the office."""

    words = fields.words(lazy("记事"), lazy("只在单位内部可见，不会给申请人看。"), rows=4)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the note; another's act meanwhile does not stand against it."""
        registry.note(self.overview.case, self.cleaned_data["words"], people)
        return ""


MOVE_FORMS: Final[Mapping[Move, type[MoveForm]]] = {
    Move.CONFIRM: Confirm,
    Move.ASSIGN: Assign,
    Move.RECEIVE_CORRECTION: ReceiveCorrection,
    **consulting_forms.MOVE_FORMS,
    Move.RECEIVE_REASONS: excess_forms.ReceiveReasons,
    Move.FEE_NOTICE_RECEIVED: fee_forms.NoticeReceived,
    Move.RECEIVE_FEE: fee_forms.ReceiveFee,
    Move.SUBMIT: Submit,
    Move.REFER_SECRECY: secrecy_forms.Refer,
    Move.SECRECY_ANSWER: secrecy_forms.Answer,
    Move.DECIDE: Decide,
    Move.ISSUE: Issue,
    Move.SEAL: Seal,
    Move.DISPATCH: Dispatch,
    Move.DELIVERED: Delivered,
    Move.CAME_BACK: CameBack,
    Move.REEXAMINE: reexamination_form.Reexamine,
    Move.SPLIT: relation_forms.Split,
    Move.JOIN: relation_forms.Join,
    Move.SEPARATE: relation_forms.Separate,
    Move.WITHDRAW: Withdraw,
    Move.VOID: Void,
    Move.VOID_ENTRY: VoidEntry,
    Move.NOTE: Note,
    Move.FILE: File,
    **DISPUTE_FORMS,
    Move.OFFER_TO_ALL: publishing_forms.OfferToAll,
    Move.DECIDE_OFFER: publishing_forms.DecideOffer,
    Move.PUBLISH: publishing_forms.Publish,
    Move.UNPUBLISH: publishing_forms.Unpublish,
}
