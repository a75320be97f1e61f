"""What may be done now in the disputes over a request, and while it is answered anew."""

from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.inforequests.moves import Move
from yangguang.law import clock
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import Dispute

ANEW: Final = frozenset(
    {
        Move.ASSIGN,
        Move.DRAFT_ANSWER,
        Move.CONSULTATION_RECEIVED,
        Move.CONSULTATION_ANSWERED,
        Move.DRAFT_THIRD_PARTY_NOTICE,
        Move.DRAFT_CO_PRODUCER_NOTICE,
        Move.SUBMIT,
        Move.REFER_SECRECY,
        Move.SECRECY_ANSWER,
        Move.DECIDE,
        Move.ISSUE,
        Move.DISPATCH,
    }
)
"""What is done while a request is answered anew, beside what may be done at any time."""
_ON_PAYMENT: Final = frozenset({Move.RECEIVE_FEE, Move.DRAFT_LAPSE})
"""And where that is ordered on payment of the fee."""


def not_anew(move: Move, request: Standing) -> str:
    """Why a move is not made while a request is answered anew; empty where it is."""
    if not request.is_reopened or move in ANEW:
        return ""
    if move in _ON_PAYMENT and any(one.order.is_waiting for one in request.orders.values()):
        return _fee_is_not_all(move, request)
    match move:
        case Move.DRAFT_EXTENSION:
            return _("重新答复的期限是决定、判决定下的，不能延长（第三十三条说的是第一次答复）。")
        case Move.WITHDRAW:
            return _("按决定、判决重新答复的申请不能登记撤回；申请人不再需要的，请记事并照常答复。")
    return _("这件申请正在按决定、判决重新答复，不能办理这一步。")


def _fee_is_not_all(move: Move, request: Standing) -> str:
    """Whoever does not pay can still be owed an answer by another order."""
    if move is Move.RECEIVE_FEE or request.awaits_payment:
        return ""
    return _("另一份决定、判决要求答复，不能因为没有缴费就不再办理。")


def dropped_unpaid(request: Standing) -> bool:
    """Whether it had ended unpaid, so that a decision can order its handling on payment."""
    ended = request.earlier.disposition if request.earlier else request.disposition
    is_awaited = request.fee is not None and request.fee.is_awaited
    return is_awaited and ended == Disposition.UNPAID


def awaiting_statement(request: Standing) -> list[Dispute]:
    """The disputes in which the agency's own statement is still to be sent."""
    return [one for one in request.disputes.values() if one.term]


def undecided(request: Standing) -> list[Dispute]:
    """Those that are not decided, or not in the second instance."""
    return [one for one in request.disputes.values() if one.decision is None]


def open_to_appeal(request: Standing) -> list[Dispute]:
    """Suits that a first instance has decided."""
    suits = (one for one in request.disputes.values() if one.is_suit)
    return [one for one in suits if one.decision and one.is_first]


def open_to_retrial(request: Standing) -> list[Dispute]:
    """Suits that are decided by what holds today."""
    suits = (one for one in request.disputes.values() if one.is_suit)
    today = moment.today()
    return [one for one in suits if one.decision and one.effective_on(one.decision) <= today]


def _open(request: Standing) -> str:
    if request.stage in (Stage.ANSWERED, Stage.LAPSED) or request.is_reopened:
        return ""
    if request.is_closed:
        return _("申请是撤回或者作废的，没有可以复议、起诉的答复。")
    if request.deadline(moment.today()).state is clock.State.OVERDUE:
        return ""
    return _("还没有答复，答复期限也没有过：没有可以复议、起诉的行为。")


def _state(request: Standing) -> str:
    return "" if awaiting_statement(request) else _("没有等本机关提交答复、答辩的复议、诉讼。")


def _decide(request: Standing) -> str:
    return "" if undecided(request) else _("没有还在审理的复议、诉讼。")


def _appeal(request: Standing) -> str:
    return "" if open_to_appeal(request) else _("没有一审已经裁判、可以上诉的诉讼。")


def _retry(request: Standing) -> str:
    return "" if open_to_retrial(request) else _("没有裁判已经生效、可以再审的诉讼。")


_CHECKS: Final[Mapping[Move, Callable[[Standing], str]]] = {
    Move.OPEN_DISPUTE: _open,
    Move.STATE_IN_DISPUTE: _state,
    Move.DECIDE_DISPUTE: _decide,
    Move.APPEAL_DISPUTE: _appeal,
    Move.RETRY_DISPUTE: _retry,
}
MOVES: Final = frozenset(_CHECKS)
"""The moves in a dispute: they do not depend on whether the request is closed."""


def objection(move: Move, request: Standing) -> str:
    """Why a move in a dispute may not be made now; empty where it may."""
    if request.stage is Stage.VOIDED:
        return _("登记已经作废。")
    return _CHECKS[move](request)
