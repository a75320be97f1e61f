"""What disputes, our part in them and their results are called in the interface."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.law.disputes import Dispute, DisputeResult, DisputeTrack, Ruling

TRACK_NAMES: Final = {
    DisputeTrack.REVIEW: lazy("行政复议"),
    DisputeTrack.SUIT: lazy("未经复议直接起诉"),
    DisputeTrack.SUIT_AFTER_REVIEW: lazy("复议后起诉"),
}
PART_NAMES: Final = {
    DisputeTrack.REVIEW: lazy("被申请人"),
    DisputeTrack.SUIT: lazy("被告"),
    DisputeTrack.SUIT_AFTER_REVIEW: lazy("被告"),
}
"""As what the agency takes part."""
RULING_NAMES: Final = {
    Ruling.UPHELD: lazy("维持"),
    Ruling.REJECTED: lazy("驳回"),
    Ruling.REVOKED: lazy("撤销"),
    Ruling.CHANGED: lazy("变更"),
    Ruling.UNLAWFUL: lazy("确认违法"),
    Ruling.ORDERED: lazy("责令履行"),
    Ruling.WITHDRAWN: lazy("撤回"),
    Ruling.ENDED: lazy("终止"),
    Ruling.NOT_ACCEPTED: lazy("不予受理"),
    Ruling.APPEAL_DISMISSED: lazy("驳回上诉，维持原判"),
    Ruling.APPEAL_WITHDRAWN: lazy("准许撤回上诉"),
    Ruling.REMANDED: lazy("撤销原判，发回重审"),
    Ruling.JUDGMENT_STANDS: lazy("再审维持原判，或者终结再审"),
}
RESULT_NAMES: Final = {
    DisputeResult.UPHELD: lazy("结果维持"),
    DisputeResult.CORRECTED: lazy("结果纠正"),
    DisputeResult.OTHER: lazy("其他结果"),
    DisputeResult.PENDING: lazy("尚未审结"),
}
"""As the columns of Table 4 are headed."""


def statement_name(is_suit: bool) -> str:
    """What the agency's own statement is called."""
    return _("答辩") if is_suit else _("复议答复")


def procedure_name(is_first: bool) -> str:
    """By which procedure a case is tried again."""
    return _("按第一审程序审理") if is_first else _("按第二审程序审理")


def decision_name(is_suit: bool) -> str:
    """What is decided by."""
    return _("行政判决") if is_suit else _("行政复议决定")


def dispute_name(dispute: Dispute, organ: str = "") -> str:
    """One of several, to choose from."""
    named = f"{dispute.number}. {TRACK_NAMES[dispute.track]}"
    return f"{named} · {organ}" if organ else named
