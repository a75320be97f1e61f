"""What may be done with a request now, by whom, and by which article; and why not what may not."""

from collections.abc import Callable
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
    excess,
    lapsing,
    notices,
    public_doubts,
    public_version,
    reexamining,
    secrecy,
    splitting,
)
from yangguang.inforequests.consultations import TELLS
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
from yangguang.law import clock
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
    if move is Move.DECIDE and request.stage is Stage.IN_APPROVAL and request.draft:
        return approval.objection(Approval.objects.get(pk=request.draft.approval), people)
    if move is Move.DECIDE_OFFER and request.public and request.public.waits_for:
        return approval.objection(Approval.objects.get(pk=request.public.approval), people)
    return ""


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


def _draft(request: derivation.Standing) -> str:
    if request.stage is Stage.IN_APPROVAL:
        return _("文书正在审批，退回后才能修改。")
    if request.handler is None:
        return _("还没有承办人，请先分办。")
    return ""


def _draft_while_running(request: derivation.Standing) -> str:
    return _while_awaited(request) or _draft(request)


def _draft_while_unpaid(request: derivation.Standing) -> str:
    """An answer can be given for nothing; everything else waits for the payment."""
    return charging.while_awaited(request) or _draft_while_running(request)


def _while_awaited(request: derivation.Standing) -> str:
    """A notice that came too late stops nothing: the office must still extend or answer."""
    if request.correction_until and notices.is_clock_waiting(request, moment.today()):
        return _("正在等申请人补正；不需要补正了可以直接登记补正。")
    return ""


def _draft_extension(request: derivation.Standing) -> str:
    if request.extended:
        return _("已经延长过一次，答复期限只能延长一次（第三十三条）。")
    return _too_late_to_extend(request) or _draft_while_unpaid(request)


def _too_late_to_extend(request: derivation.Standing) -> str:
    return _too_late(request, _("答复期限 {due} 已过，不能再延长（第三十三条）。"))


def _too_late(request: derivation.Standing, said: str) -> str:
    today = moment.today()
    due = request.deadline(today).due if request.received_on else None
    return said.format(due=due) if due and due < today else ""


def _draft_reasons(request: derivation.Standing) -> str:
    return excess.against_asking(request) or _draft_while_unpaid(request)


def _draft_delay(request: derivation.Standing) -> str:
    late = _too_late(request, _("答复期限 {due} 已过，不能再确定延迟答复（第三十五条）。"))
    return late or excess.against_delay(request) or _draft_while_unpaid(request)


def _draft_fee(request: derivation.Standing) -> str:
    late = _too_late(request, _("答复期限 {due} 已过，不能再通知缴费：通知要在答复期限内发出。"))
    return charging.against_notice(request) or late or _draft_while_running(request)


def _draft_fee_waiver(request: derivation.Standing) -> str:
    return charging.against_waiver(request) or _draft(request)


def _draft_lapse(request: derivation.Standing) -> str:
    return lapsing.objection(request, moment.today()) or _draft(request)


def _receive_correction(request: derivation.Standing) -> str:
    return "" if request.correction_until else _("没有正在等待的补正。")


def _submit(request: derivation.Standing) -> str:
    if request.draft is None:
        return _("还没有起草文书。")
    if request.stage is Stage.APPROVED:
        return _("文书已经审批通过，可以印发。")
    return _draft(request)


def _decide(request: derivation.Standing) -> str:
    if request.stage is not Stage.IN_APPROVAL:
        return _("没有正在审批的文书。")
    return secrecy.holds(request.question)


def _refer_secrecy(request: derivation.Standing) -> str:
    return secrecy.why_not_referred(request.waits_for, request.question)


def _secrecy_answer(request: derivation.Standing) -> str:
    return secrecy.why_not_answered(request.waits_for, request.question)


def _issue(request: derivation.Standing) -> str:
    if request.stage is not Stage.APPROVED or request.draft is None:
        return _("审批通过之后才能印发。")
    if said := _while_awaited(request) if request.draft.kind is not LetterKind.LAPSE else "":
        return said
    match request.draft.kind:
        case LetterKind.EXTENSION:
            return _too_late_to_extend(request)
        case LetterKind.CORRECTION:
            return _says_what_is_no_longer_so(request, request.draft)
        case LetterKind.DELAY:
            return _delay_is_none(request, request.draft)
        case LetterKind.FEE:
            return _draft_fee(request)
        case LetterKind.FEE_WAIVER:
            return charging.against_waiver(request)
        case LetterKind.ANSWER:
            return consulting.must_wait(request, request.draft)
        case LetterKind.THIRD_PARTY_NOTICE | LetterKind.CO_PRODUCER_NOTICE as kind:
            return consulting.nobody_to_tell(request, TELLS[kind])
        case LetterKind.LAPSE:
            return lapsing.objection(request, moment.today())
    return ""


def _draft_notice(who: clock.Party) -> Callable[[derivation.Standing], str]:
    return lambda now: consulting.nobody_to_tell(now, who) or _draft_while_running(now)


def _delay_is_none(request: derivation.Standing, draft: derivation.Draft) -> str:
    assert draft.until is not None
    if said := excess.against_delay(request):
        return said
    why = excess.why_delay_is_none(request, draft.until, moment.today())
    if not why:
        return ""
    said = _("这份延迟答复告知书今天印发已经不起作用：{why}请重新起草，再送审。")
    return said.format(why=why)


def _says_what_is_no_longer_so(request: derivation.Standing, draft: derivation.Draft) -> str:
    why = notices.why_it_stops_nothing(request, moment.today()) if draft.restarts else ""
    if not why:
        return ""
    return _(
        "这份补正告知书写着收到补正后答复期限重新计算，今天印发已经不是这样：{why}"
        "请重新起草，再送审。"
    ).format(why=why)


def _split(request: derivation.Standing) -> str:
    return splitting.objection(request) or _draft(request)


def _join(request: derivation.Standing) -> str:
    return "" if request.handler else _("还没有承办人，请先分办。")


def _separate(request: derivation.Standing) -> str:
    return "" if request.joined else _("没有和别的申请合并办理。")


def _dispatch(request: derivation.Standing) -> str:
    return "" if request.stage is Stage.ISSUED else _("印发之后才能寄出或送达。")


_OPEN: Final = {
    Move.CONFIRM: _confirm,
    Move.DRAFT_CORRECTION: _draft_while_unpaid,
    Move.RECEIVE_CORRECTION: _receive_correction,
    Move.DRAFT_EXTENSION: _draft_extension,
    Move.DRAFT_REASONS: _draft_reasons,
    Move.RECEIVE_REASONS: excess.against_receiving,
    Move.DRAFT_DELAY: _draft_delay,
    Move.DRAFT_FEE: _draft_fee,
    Move.FEE_NOTICE_RECEIVED: charging.against_receipt,
    Move.RECEIVE_FEE: charging.against_payment,
    Move.DRAFT_FEE_WAIVER: _draft_fee_waiver,
    Move.DRAFT_ANSWER: _draft_while_running,
    Move.DRAFT_LAPSE: _draft_lapse,
    Move.DRAFT_THIRD_PARTY: _draft_while_running,
    Move.DRAFT_CO_PRODUCER: _draft_while_running,
    Move.CONSULTATION_RECEIVED: consulting.no_receipt,
    Move.CONSULTATION_ANSWERED: consulting.no_reply,
    Move.DRAFT_THIRD_PARTY_NOTICE: _draft_notice(clock.Party.THIRD_PARTY),
    Move.DRAFT_CO_PRODUCER_NOTICE: _draft_notice(clock.Party.CO_PRODUCER),
    Move.SUBMIT: _submit,
    Move.REFER_SECRECY: _refer_secrecy,
    Move.SECRECY_ANSWER: _secrecy_answer,
    Move.DECIDE: _decide,
    Move.ISSUE: _issue,
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
