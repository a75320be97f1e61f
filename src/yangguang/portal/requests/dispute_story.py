"""Reviews and suits over a request, told to who asked: in plain words, without the office's own.

Another than who asked may have gone to review (a third party): nothing here says who did.
"""

from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework.models import Event
from yangguang.inforequests import disputes
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.inforequests.events import What
from yangguang.law.calendar import published
from yangguang.law.clock.words import in_prose
from yangguang.law.disputes import Dispute, Ruling

_RULED: Final = {
    Ruling.UPHELD: lazy("维持机关原来的做法。"),
    Ruling.REJECTED: lazy("驳回了请求。"),
    Ruling.REVOKED: lazy("机关原来的答复被撤销。"),
    Ruling.CHANGED: lazy("机关原来的答复被改变。"),
    Ruling.UNLAWFUL: lazy("机关的做法被确认违法。"),
    Ruling.ORDERED: lazy("机关被要求履行职责。"),
    Ruling.WITHDRAWN: lazy("请求已经撤回。"),
    Ruling.ENDED: lazy("程序已经终止。"),
    Ruling.NOT_ACCEPTED: lazy("没有受理。"),
    Ruling.APPEAL_DISMISSED: lazy("二审维持一审的判决。"),
    Ruling.APPEAL_WITHDRAWN: lazy("上诉撤回了，一审的判决生效。"),
    Ruling.REMANDED: lazy("原来的判决被撤销，由一审法院重新审理。"),
    Ruling.JUDGMENT_STANDS: lazy("再审以后，原来的判决不变。"),
}
"""What was decided, in everyday words."""


class Told(NamedTuple):
    """What happened, as a title, and what to know of it."""

    title: str
    text: str


def told(event: Event, dispute: Dispute) -> Told | None:
    """One event of a dispute, as it stands after it; None for what is the office's own."""
    match What(event.kind):
        case What.DISPUTE_OPENED if dispute.is_suit:
            return Told(_("这件申请进入了诉讼"), _("机关收到了法院的通知。"))
        case What.DISPUTE_OPENED:
            return Told(_("这件申请进入了行政复议"), _("机关收到了通知。"))
        case What.DISPUTE_APPEALED:
            return Told(_("一审判决被上诉"), _("以二审的结果为准。"))
        case What.DISPUTE_RETRIED:
            return Told(_("法院决定再审"), _("原来的判决先不执行，等再审的结果。"))
        case What.DISPUTE_DECIDED:
            return _decided(event, dispute)
    return None


def heading(request: Standing) -> str:
    """How a request stands that is to be answered anew, or was; empty for any other."""
    if request.is_reopened:
        if request.stage is Stage.AWAITING_PAYMENT:
            return _("等您缴费")
        if request.stage is Stage.ISSUED:
            return _("新的答复已经写好，正要发给您")
        return _("正在重新答复您")
    if request.stage is Stage.ANSWERED and request.first and request.answered_anew:
        return _("已经重新答复")
    return ""


def owed(request: Standing) -> str:
    """That an answer is owed by a decision, and by when; empty where none is."""
    if request.duty is None:
        return ""
    by = _("法院的判决") if request.duty.order.is_judgment else _("行政复议决定")
    if request.duty.order.is_waiting:
        return _("按照{by}，您缴清信息处理费以后，机关要重新答复您。").format(by=by)
    due = in_prose(request.duty.order.due(published()))
    verb = _("重新答复您") if request.is_reopened else _("答复您")
    return _("按照{by}，机关要{verb}，最晚在{due}。").format(by=by, verb=verb, due=due)


def _decided(event: Event, dispute: Dispute) -> Told:
    title = _("法院作出了裁判") if dispute.is_suit else _("行政复议有了结果")
    text = str(_RULED[Ruling(event.payload["ruling"])])
    duty = disputes.ordered(dispute, event.payload)
    if duty and duty.order.on_payment:
        text += _("您缴清信息处理费以后，机关要按它的要求答复。")
    elif duty:
        text += _("机关要按它的要求答复，最晚在{due}。").format(
            due=in_prose(duty.order.due(published()))
        )
        if duty.order.since > duty.order.received:
            text += _("有人上诉的，等二审的结果。")
    return Told(title, text)
