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
    What.SECRECY_REFERRED: lazy("保密审查送请确定"),
    What.SECRECY_DETERMINED: lazy("收到确定结果"),
    What.CORRECTION_ASKED: lazy("要求补正"),
    What.CORRECTED: lazy("收到补正"),
    What.EXTENDED: lazy("延长答复期限"),
    What.REASONS_ASKED: lazy("要求说明理由"),
    What.REASONS_GIVEN: lazy("收到申请人说明的理由"),
    What.DELAY_SET: lazy("确定延迟答复"),
    What.FEE_NOTICED: lazy("通知缴纳信息处理费"),
    What.FEE_NOTICE_RECEIVED: lazy("申请人收到收费通知"),
    What.FEE_PAID: lazy("缴清信息处理费"),
    What.FEE_REDUCED: lazy("减收信息处理费"),
    What.FEE_WAIVED: lazy("免收信息处理费"),
    What.ISSUED: lazy("印发答复"),
    What.SEALED: lazy("存入盖章件"),
    What.POSTED: lazy("寄出答复"),
    What.SIGNED: lazy("当面送达答复"),
    What.SENT: lazy("发送答复"),
    What.DELIVERED: lazy("申请人收到答复"),
    What.CAME_BACK: lazy("文书退回"),
    What.REEXAMINED: lazy("复查不予公开的理由"),
    What.LAPSED: lazy("按放弃申请处理"),
    What.THIRD_PARTY_ASKED: lazy("征求第三方意见"),
    What.THIRD_PARTY_RECEIVED: lazy("第三方收到征求意见书"),
    What.THIRD_PARTY_ANSWERED: lazy("第三方提出意见"),
    What.THIRD_PARTY_TOLD: lazy("告知第三方决定公开"),
    What.CO_PRODUCER_ASKED: lazy("征求其他机关意见"),
    What.CO_PRODUCER_RECEIVED: lazy("其他机关收到征求意见函"),
    What.CO_PRODUCER_ANSWERED: lazy("其他机关提出意见"),
    What.CO_PRODUCER_TOLD: lazy("告知其他机关决定公开"),
    What.SPLIT: lazy("拆分办理"),
    What.CARRIED_OVER: lazy("拆分以前的经过"),
    What.JOINED: lazy("合并办理"),
    What.SEPARATED: lazy("不再合并"),
    What.WITHDRAWN: lazy("撤回申请"),
    What.VOIDED: lazy("作废登记"),
    What.NOTED: lazy("记事"),
    What.FILED: lazy("归档"),
    What.DISPUTE_OPENED: lazy("收到复议、诉讼通知"),
    What.DISPUTE_STATED: lazy("提交答复、答辩"),
    What.DISPUTE_DECIDED: lazy("收到决定、裁判"),
    What.DISPUTE_APPEALED: lazy("上诉"),
    What.DISPUTE_RETRIED: lazy("决定再审"),
    What.OFFERED_TO_ALL: lazy("公开版送审"),
    What.OFFER_DECIDED: lazy("审批公开版"),
    What.PUBLISHED: lazy("向社会公开答复"),
    What.UNPUBLISHED: lazy("撤下公开的答复"),
    What.KEPT_PUBLIC: lazy("复核后继续公开"),
}


def event_name(kind: str) -> str:
    """What an event is called: those too that are the ledger's own."""
    if kind in set(What):
        return str(_NAMES[What(kind)])
    return _("销毁个人信息") if kind == ledger.ERASED else _("冲正")
