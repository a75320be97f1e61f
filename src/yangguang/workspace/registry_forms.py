"""What is to be filled in to keep the register right: receipt, mistakes, notes."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.inforequests import destroyed, public_version
from yangguang.inforequests.actions import registry
from yangguang.inforequests.events import VoidReason, What
from yangguang.inforequests.moves import Move
from yangguang.inforequests.names import VOID_REASON_NAMES
from yangguang.inforequests.overview import Overview
from yangguang.workspace import fields
from yangguang.workspace.move_form import CHECK_FIRST, FOR_GOOD, MoveForm


class Confirm(MoveForm):
    """When the receipt was confirmed with the applicant."""

    on = fields.day(lazy("确认日期"), lazy("与申请人确认收到申请之日。"))

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Confirm."""
        registry.confirm(self.overview.case, people, self.cleaned_data["on"], seen)
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
    Move.VOID: Void,
    Move.VOID_ENTRY: VoidEntry,
    Move.NOTE: Note,
}
