"""What stages, ways, letters and reasons are called in the interface."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yangguang.casework.models.personal import Opened, Reason
from yangguang.casework.personal import Why
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import LetterKind, VoidReason, Way

STAGE_NAMES: Final = {
    Stage.UNASSIGNED: _("待分办"),
    Stage.HANDLING: _("办理中"),
    Stage.AWAITING_CORRECTION: _("等待补正"),
    Stage.AWAITING_PAYMENT: _("等待缴费"),
    Stage.IN_APPROVAL: _("审批中"),
    Stage.APPROVED: _("待印发"),
    Stage.ISSUED: _("待送达"),
    Stage.ANSWERED: _("已答复"),
    Stage.LAPSED: _("按放弃处理"),
    Stage.SPLIT: _("已拆分"),
    Stage.WITHDRAWN: _("已撤回"),
    Stage.VOIDED: _("已作废"),
}
WAY_NAMES: Final = {
    Way.ELECTRONIC: _("电子方式"),
    Way.POST: _("邮寄"),
    Way.BY_HAND: _("当面送达"),
}
LETTER_NAMES: Final = {
    LetterKind.CORRECTION: _("补正告知书"),
    LetterKind.EXTENSION: _("延期答复告知书"),
    LetterKind.REASONS: _("说明理由告知书"),
    LetterKind.DELAY: _("延迟答复告知书"),
    LetterKind.FEE: _("收费告知书"),
    LetterKind.FEE_WAIVER: _("减免收费告知书"),
    LetterKind.ANSWER: _("答复书"),
    LetterKind.LAPSE: _("终止处理告知书"),
    LetterKind.THIRD_PARTY: _("征求第三方意见书"),
    LetterKind.CO_PRODUCER: _("征求意见函"),
    LetterKind.THIRD_PARTY_NOTICE: _("第三方告知书"),
    LetterKind.CO_PRODUCER_NOTICE: _("决定公开告知函"),
}
REPLY_NAMES: Final = {
    Reply.AGREES: _("同意公开"),
    Reply.AGREES_IN_PART: _("部分同意公开"),
    Reply.OBJECTS: _("不同意公开"),
}
VOID_REASON_NAMES: Final = {
    VoidReason.TWICE: _("重复登记"),
    VoidReason.NOT_A_REQUEST: _("不是政府信息公开申请"),
    VoidReason.WRONG_AGENCY: _("登记错了机关"),
}
"""Why somebody says that a registration was a mistake."""
VOIDED_NAMES: Final = {**VOID_REASON_NAMES, VoidReason.SPLIT_UNDONE: _("拆分已经撤销")}
"""Why a case is void."""
OPENED_NAMES: Final = {
    Opened.PARTICULARS: _("完整信息"),
    Opened.FILE: _("材料"),
    Opened.LETTER: _("文书"),
    Opened.CASE_FILE: _("案卷"),
}
REASON_NAMES: Final = {
    Reason.VERIFY: _("核实身份"),
    Reason.CONTACT: _("联系申请人"),
    Reason.LETTER: _("寄送文书"),
    Reason.HANDLING: _("办理这件申请"),
    Reason.FILING: _("归档"),
    Reason.DISPUTE: _("复议、诉讼"),
    Reason.OTHER: _("其他"),
}


def reason_in_words(why: Why) -> str:
    """Why something was opened, as it is read."""
    return f"{REASON_NAMES[why.reason]}：{why.remark.strip()}".rstrip("：")
