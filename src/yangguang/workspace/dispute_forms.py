"""What is to be filled in for the moves in a dispute: notice, statement, decision, appeal."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.inforequests import disputing
from yangguang.inforequests.actions import dispute
from yangguang.inforequests.contesting import places
from yangguang.inforequests.dispute_names import (
    RESULT_NAMES,
    RULING_NAMES,
    TRACK_NAMES,
    dispute_name,
)
from yangguang.inforequests.moves import Move
from yangguang.inforequests.overview import Overview
from yangguang.law.disputes import RESULTS, Dispute, DisputeTrack, Ruling, Unit
from yangguang.workspace import fields
from yangguang.workspace.move_form import MoveForm

_LONGEST_PERIOD: Final = 180
_AS_RULED: Final = "rule"
"""The choice of an order without a period of its own."""


def _day_named() -> forms.DateField:
    """The day that a court names for our statement where it tries a case again."""
    field = fields.day(
        lazy("重新审理时法院指定的答辩期限"),
        lazy("法律没有规定重新答辩的天数；法院写明哪一天的才填。"),
    )
    field.required = False
    return field


class OpenDispute(MoveForm):
    """Which way, before whom, and when the notice came."""

    track = fields.choice(lazy("哪一种"), TRACK_NAMES.items(), lazy("请选择是复议还是诉讼。"))
    organ = fields.text(
        lazy("复议机关或者法院"),
        lazy("写全称，以通知书为准。"),
        lazy("请填写复议机关或者法院的名称。"),
        size=30,
    )
    number = fields.text(
        lazy("案号"), lazy("通知书上的编号，例如（2026）青01行初5号；没有就不填。"), size=30
    )
    on = fields.day(
        lazy("收到日期"),
        lazy("收到申请书副本、起诉状副本之日。复议 10 日、诉讼 15 日内提交答复、答辩，次日起算。"),
    )
    simplified = forms.BooleanField(
        label=lazy("复议适用简易程序"), help_text=lazy("5 日内提交复议答复。"), required=False
    )
    attachments = fields.Attachments(
        lazy("通知书和副本"), lazy("扫描件；打开会留下记录。可以选多个文件。")
    )

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        known = places(overview.case.agency, overview.on)
        again = any(not one.is_suit for one in overview.request.disputes.values())
        self.fields["track"].initial = (
            DisputeTrack.SUIT_AFTER_REVIEW if again else DisputeTrack.REVIEW
        )
        if known:
            self.fields["organ"].initial = known.court if again else known.review_organ

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the notice."""
        kept = self.cleaned_data
        notice = dispute.Notice(
            DisputeTrack(kept["track"]), kept["organ"], kept["number"], kept["simplified"]
        )
        sent = fields.uploads_of(request, "attachments")
        dispute.notified(self.overview.case, notice, people, kept["on"], sent, seen)
        return _("复议、诉讼已经登记，期限在申请页上。")


class _OfOne(MoveForm):
    """A move in one of the disputes: which one is asked where there are several."""

    dispute = forms.TypedChoiceField(label=lazy("哪一件"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        organs = {one.number: one.organ for one in overview.disputes}
        offered = self._offered(overview)
        field = self.fields["dispute"]
        field.choices = [
            (one.number, dispute_name(one, organs.get(one.number, ""))) for one in offered
        ]
        field.error_messages["required"] = _("请选择是哪一件复议、诉讼。")
        if len(offered) == 1:
            field.initial = offered[0].number

    @abstractmethod
    def _offered(self, overview: Overview) -> Sequence[Dispute]:
        """Those that the move is about."""


class StateInDispute(_OfOne):
    """When our statement was sent."""

    on = fields.day(lazy("提交日期"), lazy("交邮、当面递交或者通过平台提交之日。"))
    attachments = fields.Attachments(
        lazy("答复书、答辩状和证据"), lazy("留底的文件；可以选多个文件。")
    )

    def _offered(self, overview: Overview) -> Sequence[Dispute]:
        return disputing.awaiting_statement(overview.request)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the statement."""
        kept, sent = self.cleaned_data, fields.uploads_of(request, "attachments")
        dispute.stated(self.overview.case, kept["dispute"], people, kept["on"], sent, seen)
        return ""


class DecideDispute(_OfOne):
    """How it was decided, and whether we are to answer anew."""

    ruling = fields.choice(
        lazy("结果"),
        (),
        lazy("请选择结果。"),
        lazy("看对本机关的答复怎样处理，不看支持谁；后面是年报里计入的一栏。"),
    )
    number = fields.text(
        lazy("决定书、裁判文书的文号"), lazy("要求重新答复的，答复书里会写明它。"), size=30
    )
    on = fields.day(lazy("收到日期"), lazy("决定书、裁判文书送达之日。"))
    orders = forms.BooleanField(
        label=lazy("要求本机关重新答复"),
        help_text=lazy("申请会重新打开，按下面的期限办理；第一次的处理结果不变。"),
        required=False,
    )
    on_payment = forms.BooleanField(
        label=lazy("要求缴清信息处理费以后办理"),
        help_text=lazy("期限从缴清之日的次日起算；现在就可以登记缴费。"),
        required=False,
    )
    unit = fields.choice(
        lazy("重新答复的期限"),
        [
            (_AS_RULED, lazy("没有写明，按本机关的规则")),
            (Unit.WORKING, lazy("写明了，按工作日")),
            (Unit.CALENDAR, lazy("写明了，按日（休息日也算）")),
        ],
        lazy("请选择期限怎样写的。"),
        initial=_AS_RULED,
    )
    days = forms.IntegerField(
        label=lazy("写明的天数"),
        help_text=lazy("没有写明就不填。"),
        required=False,
        min_value=1,
        max_value=_LONGEST_PERIOD,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), lazy("请填 1 到 180 之间的整数。")
        ),
        widget=forms.NumberInput(attrs={"min": 1, "max": _LONGEST_PERIOD, "inputmode": "numeric"}),
    )
    until = _day_named()
    attachments = fields.Attachments(
        lazy("决定书、裁判文书"), lazy("扫描件；打开会留下记录。可以选多个文件。")
    )

    def __init__(self, overview: Overview, *args: Any, **kwargs: Any) -> None:
        super().__init__(overview, *args, **kwargs)
        offered = self._offered(overview)
        self.fields["ruling"].choices = [
            (one, f"{name} · {RESULT_NAMES[RESULTS[one]]}" if one in RESULTS else name)
            for one, name in RULING_NAMES.items()
            if any(dispute.can_end_by(one) for dispute in offered)
        ]
        if not disputing.dropped_unpaid(overview.request):
            del self.fields["on_payment"]
        if not any(dispute.can_end_by(Ruling.REMANDED) for dispute in offered):
            del self.fields["until"]

    def _offered(self, overview: Overview) -> Sequence[Dispute]:
        return disputing.undecided(overview.request)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the decision."""
        kept, sent = self.cleaned_data, fields.uploads_of(request, "attachments")
        decision = dispute.Decision(
            Ruling(kept["ruling"]),
            kept["number"],
            kept["orders"],
            self._period(),
            kept.get("on_payment", False),
            kept.get("until"),
        )
        case = self.overview.case
        dispute.decided(case, kept["dispute"], decision, people, kept["on"], sent, seen)
        return ""

    def _period(self) -> dispute.Period | None:
        kept = self.cleaned_data
        if kept["unit"] == _AS_RULED:
            return None
        if not kept["days"]:
            raise Mistakes({"days": _("请填写决定、判决写明的天数。")})
        return dispute.Period(kept["days"], Unit(kept["unit"]))


class AppealDispute(_OfOne):
    """Who appealed, and when."""

    by = fields.choice(
        lazy("谁上诉"),
        [("other", lazy("对方")), ("us", lazy("本机关"))],
        lazy("请选择谁上诉。"),
    )
    on = fields.day(
        lazy("日期"), lazy("对方上诉的，收到上诉状副本之日，15 日内答辩；本机关上诉的，提交之日。")
    )

    def _offered(self, overview: Overview) -> Sequence[Dispute]:
        return disputing.open_to_appeal(overview.request)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the appeal."""
        kept, case = self.cleaned_data, self.overview.case
        is_ours = kept["by"] == "us"
        dispute.appealed(case, kept["dispute"], is_ours, people, kept["on"], seen)
        return ""


class RetryDispute(_OfOne):
    """By which procedure it is tried again, and since when."""

    first = fields.choice(
        lazy("按哪种程序再审"),
        [
            ("yes", lazy("第一审程序：判决以后还可以上诉")),
            ("no", lazy("第二审程序，或者上级法院提审：判决就是终审")),
        ],
        lazy("请选择按哪种程序再审。"),
    )
    number = fields.text(lazy("再审裁定的文号"), lazy("没有就不填。"), size=30)
    on = fields.day(lazy("收到日期"), lazy("再审裁定送达之日。"))
    until = _day_named()
    attachments = fields.Attachments(
        lazy("再审裁定"), lazy("扫描件；打开会留下记录。可以选多个文件。")
    )

    def _offered(self, overview: Overview) -> Sequence[Dispute]:
        return disputing.open_to_retrial(overview.request)

    def make(self, request: HttpRequest, people: Standing, seen: int | None) -> str:
        """Enter the order of the retrial."""
        kept, sent = self.cleaned_data, fields.uploads_of(request, "attachments")
        retrial = dispute.Retrial(kept["first"] == "yes", kept["number"], kept["until"])
        case, day = self.overview.case, kept["on"]
        dispute.retried(case, kept["dispute"], retrial, people, day, sent, seen)
        return ""


DISPUTE_FORMS: Final[Mapping[Move, type[MoveForm]]] = {
    Move.OPEN_DISPUTE: OpenDispute,
    Move.STATE_IN_DISPUTE: StateInDispute,
    Move.DECIDE_DISPUTE: DecideDispute,
    Move.APPEAL_DISPUTE: AppealDispute,
    Move.RETRY_DISPUTE: RetryDispute,
}
