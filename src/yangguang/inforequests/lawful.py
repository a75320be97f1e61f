"""What may be done with a request now, by whom, and by which article; and why not what may not."""

from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import approval, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Approval
from yangguang.inforequests import (
    charging,
    circle,
    consulting,
    derivation,
    disputing,
    drafting,
    excess,
    lapsing,
    notices,
    public_doubts,
    public_version,
    reexamining,
    secrecy,
    splitting,
)
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import (
    BY_APPLICANT,
    BY_WHO_HANDLES,
    CAPABILITY,
    DRAFTS,
    Move,
    Offer,
    plan,
)
from yangguang.inforequests.offers import OFFERS
from yangguang.law.dispositions import Disposition

_DELIVERED: Final = lazy("已经登记过送达。登记错了的，先冲正那一条。")


def offers(request: derivation.Standing, people: Standing, agency: int) -> list[Offer]:
    """Every move, those that are not lawful now with the reason; in the order of handling."""
    return [_offered(one, request, people, agency) for one in OFFERS]


def _offered(one: Offer, request: derivation.Standing, people: Standing, agency: int) -> Offer:
    said = objection(one.move, request, people, agency)
    if said:
        return replace(one, objection=said)
    then, today = one.consequence, moment.today()
    match one.move:
        case Move.UNPUBLISH if request.public_doubt:
            return public_doubts.offered(one, request.public_doubt)
        case Move.RECEIVE_CORRECTION if not notices.is_clock_waiting(request, today):
            then = _("补正告知没有在期限内发出，或者不是第一次：答复期限不重新计算。")
        case Move.DECIDE | Move.DECIDE_OFFER if few := _too_few(one.move, request, people):
            return replace(one, caution=few)
        case Move.DRAFT_ANSWER if request.duty:
            then = _("选择处理结果，起草告知书；开头会写明是根据哪份决定、判决答复的。")
        case Move.DRAFT_CORRECTION if why := notices.why_it_stops_nothing(request, today):
            then = _("答复期限不会因此停止计算，仍须按期答复。")
            return replace(one, consequence=then, caution=why)
    return replace(one, consequence=then, caution=_caution(one.move, request, agency))


def _caution(move: Move, request: derivation.Standing, agency: int) -> str:
    if move is Move.SUBMIT and request.draft:
        return approval.vacancy(plan_of(request.draft), agency)
    if move is Move.DRAFT_LAPSE and (said := lapsing.caution(request)):
        return said
    if move is Move.DRAFT_FEE_WAIVER:
        return charging.caution_of_waiving(request, moment.today())
    is_answer = move is Move.DRAFT_ANSWER or (move is Move.ISSUE and _is_answer(request))
    if is_answer and (said := charging.caution(request)):
        return said
    if move in _DRAFTING and request.stage is Stage.APPROVED:
        return _("已经有一份审批通过、还没有印发的文书：重新起草以后，要重新送审。")
    return consulting.caution(move, request)


def plan_of(draft: derivation.Draft) -> tuple[Capability, ...]:
    """The levels that the letter that is being worked on passes."""
    return plan(draft.kind, Disposition(draft.disposition) if draft.disposition else None)


def _is_answer(request: derivation.Standing) -> bool:
    return request.draft is not None and request.draft.kind is LetterKind.ANSWER


def require(move: Move, request: derivation.Standing, people: Standing, agency: int) -> None:
    """Raise NotAllowed, with the sentence for the user, where a move may not be made now."""
    said = objection(move, request, people, agency)
    if said:
        raise NotAllowed(said)


def objection(move: Move, request: derivation.Standing, people: Standing, agency: int) -> str:
    """Why a move may not be made now; empty where it may."""
    return _not_theirs(move, request, people, agency) or not_now(move, request)


def _not_theirs(move: Move, request: derivation.Standing, people: Standing, agency: int) -> str:
    if people.person is None:
        return _not_the_applicant_s(move, request)
    capability = CAPABILITY.get(move)
    if capability is not None and not people.can(capability, agency):
        return _("您没有在这个机关办理这一步的权限。")
    if move in BY_WHO_HANDLES and request.handler is not None:
        return _not_theirs_to_write(request, people, agency)
    opened = _waiting_for(move, request)
    return approval.objection(opened, people) if opened else ""


def _too_few(move: Move, request: derivation.Standing, people: Standing) -> str:
    """Why who decides can only return it; empty where they can agree, too."""
    opened = _waiting_for(move, request)
    return approval.too_few(opened, people) if opened else ""


def _waiting_for(move: Move, request: derivation.Standing) -> Approval | None:
    """The approval that a move decides on; None where none waits, or it decides on none."""
    if move is Move.DECIDE and request.stage is Stage.IN_APPROVAL and request.draft:
        return Approval.objects.get(pk=request.draft.approval)
    if move is Move.DECIDE_OFFER and request.public and request.public.waits_for:
        return Approval.objects.get(pk=request.public.approval)
    return None


def _not_the_applicant_s(move: Move, request: derivation.Standing) -> str:
    if move not in BY_APPLICANT:
        return _("这一步由行政机关办理。")
    if move is Move.FEE_NOTICE_RECEIVED:
        return charging.against_confirming(request, moment.today())
    return ""


def _not_theirs_to_write(request: derivation.Standing, people: Standing, agency: int) -> str:
    """A letter cannot be written without the name of whom it is written to (see `circle`)."""
    if circle.handles(people, agency, request.handler, request.waits_for):
        return ""
    return _("这件申请由别人承办。要由您来办，请负责分办的人先改分办给您。")


def not_now(move: Move, request: derivation.Standing) -> str:
    """Why a move may not be made now, whoever makes it; empty where it may."""
    if move in _AT_ANY_TIME:
        return ""
    if move is Move.FILE:
        return _file(request)
    if move is Move.VOID:
        return _("登记已经作废。") if request.stage is Stage.VOIDED else ""
    if move in disputing.MOVES:
        return disputing.objection(move, request)
    if move is Move.CAME_BACK:
        return _came_back(request)
    if move is Move.REEXAMINE:
        return reexamining.objection(request.stage, request.in_force)
    if move in public_version.MOVES:
        is_answered = request.stage is Stage.ANSWERED
        return public_version.objection(
            move, request.public, request.answer, is_answered=is_answered
        )
    if move is Move.SEAL:
        return "" if request.unsealed else _("没有等盖章件的文书：印发以后才能存，存过的不用再存。")
    if move is Move.DELIVERED:
        if request.stage is not Stage.ANSWERED:
            return _("答复还没有发出。")
        if request.delivered:
            return str(_DELIVERED)
        return _("邮件已经退回，请先另行送达。") if request.came_back else ""
    if request.came_back and request.stage is Stage.ANSWERED and move is Move.DISPATCH:
        return ""
    if request.is_closed:
        return _("申请已经办结。")
    if said := disputing.not_anew(move, request):
        return said
    if request.stage is Stage.ISSUED and move not in _ONCE_ISSUED:
        return _("答复已经印发，只等发出。")
    check = _OPEN.get(move)
    return check(request) if check else ""


def _confirm(request: derivation.Standing) -> str:
    if not request.may_be_confirmed:
        return _("这样提交的申请，收到之日不用再确认（第三十一条）。")
    if request.confirmed_on:
        return _("{day} 已经确认过。登记错了的，先冲正那一条。").format(day=request.confirmed_on)
    if len(request.clock_events) > 1:
        return _("已经有文书按现在的收到日期发出，收到日期不能再变。")
    return ""


def _file(request: derivation.Standing) -> str:
    if request.filed:
        return _("已经归档：{place}。编错了的，先冲正那一条。").format(
            place=request.filed.reference
        )
    if request.stage is Stage.VOIDED:
        return _("登记已经作废，不归档。")
    if any(one.decision is None for one in request.disputes.values()):
        return _("复议、诉讼还没有审结，审结以后再归档。")
    return "" if request.is_closed else _("办结之后才能归档。")


def _came_back(request: derivation.Standing) -> str:
    if request.out and request.stage is not Stage.VOIDED:
        return ""
    if request.came_back:
        return _("邮件已经退回，请先另行送达。")
    if request.delivered:
        return str(_DELIVERED)
    return _("没有寄出或者发送、可能退回的文书。")


def _receive_correction(request: derivation.Standing) -> str:
    return "" if request.correction_until else _("没有正在等待的补正。")


def _decide(request: derivation.Standing) -> str:
    if request.stage is not Stage.IN_APPROVAL:
        return _("没有正在审批的文书。")
    return secrecy.holds(request.question)


def _refer_secrecy(request: derivation.Standing) -> str:
    return secrecy.why_not_referred(request.waits_for, request.question)


def _secrecy_answer(request: derivation.Standing) -> str:
    return secrecy.why_not_answered(request.waits_for, request.question)


def _split(request: derivation.Standing) -> str:
    return splitting.objection(request) or drafting.at_all(request)


def _join(request: derivation.Standing) -> str:
    return "" if request.handler else _("还没有承办人，请先分办。")


def _separate(request: derivation.Standing) -> str:
    return "" if request.joined else _("没有和别的申请合并办理。")


def _dispatch(request: derivation.Standing) -> str:
    return "" if request.stage is Stage.ISSUED else _("印发之后才能寄出或送达。")


_OPEN: Final = {
    **drafting.CHECKS,
    Move.CONFIRM: _confirm,
    Move.RECEIVE_CORRECTION: _receive_correction,
    Move.RECEIVE_REASONS: excess.against_receiving,
    Move.FEE_NOTICE_RECEIVED: charging.against_receipt,
    Move.RECEIVE_FEE: charging.against_payment,
    Move.CONSULTATION_RECEIVED: consulting.no_receipt,
    Move.CONSULTATION_ANSWERED: consulting.no_reply,
    Move.REFER_SECRECY: _refer_secrecy,
    Move.SECRECY_ANSWER: _secrecy_answer,
    Move.DECIDE: _decide,
    Move.SPLIT: _split,
    Move.JOIN: _join,
    Move.SEPARATE: _separate,
    Move.DISPATCH: _dispatch,
}
_AT_ANY_TIME: Final = frozenset({Move.VOID_ENTRY, Move.NOTE})
"""Whoever asked may telephone after the answer, too."""
_ONCE_ISSUED: Final = frozenset(
    {Move.DISPATCH, Move.ASSIGN, Move.CONSULTATION_RECEIVED, Move.CONSULTATION_ANSWERED}
)
_DRAFTING: Final = frozenset(DRAFTS.values())
