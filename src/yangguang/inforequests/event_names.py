"""What the events of a request are called on a page."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework import ledger
from yangguang.inforequests.events import What

_NAMES: Final = {
    What.RECEIVED: lazy("收到申请"),
    What.CONFIRMED: lazy("确认收到"),
    What.ASSIGNED: lazy("分办"),
    What.DRAFTED: lazy("起草文书"),
    What.SUBMITTED: lazy("送审"),
    What.AGREED: lazy("同意并送下一级"),
    What.RETURNED: lazy("退回修改"),
    What.APPROVED: lazy("审批通过"),
    What.CORRECTION_ASKED: lazy("要求补正"),
    What.CORRECTED: lazy("收到补正"),
    What.EXTENDED: lazy("延长答复期限"),
    What.ISSUED: lazy("印发答复"),
    What.SEALED: lazy("存入盖章件"),
    What.POSTED: lazy("寄出答复"),
    What.SIGNED: lazy("当面送达答复"),
    What.SENT: lazy("发送答复"),
    What.DELIVERED: lazy("申请人收到答复"),
    What.CAME_BACK: lazy("文书退回"),
    What.LAPSED: lazy("按放弃申请处理"),
    What.WITHDRAWN: lazy("撤回申请"),
    What.VOIDED: lazy("作废登记"),
    What.NOTED: lazy("记事"),
    What.OFFERED_TO_ALL: lazy("公开版送审"),
    What.OFFER_DECIDED: lazy("审批公开版"),
    What.PUBLISHED: lazy("向社会公开答复"),
    What.UNPUBLISHED: lazy("撤下公开的答复"),
}


def event_name(kind: str) -> str:
    """What an event is called: those too that are the ledger's own."""
    if kind in set(What):
        return str(_NAMES[What(kind)])
    return _("销毁个人信息") if kind == ledger.ERASED else _("冲正")
