"""Why a letter of a request cannot be drafted, sent for approval or issued now.

A letter that was approved is looked at once more when it is issued: days have passed, and what it
says must still be so.
"""

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.inforequests import charging, consulting, derivation, excess, lapsing, notices
from yangguang.inforequests.consultations import TELLS
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.moves import Move
from yangguang.law import clock


def at_all(request: derivation.Standing) -> str:
    """Why no letter at all can be written now; empty where one can."""
    if request.stage is Stage.IN_APPROVAL:
        return _("文书正在审批，退回后才能修改。")
    if request.handler is None:
        return _("还没有承办人，请先分办。")
    return ""


def _draft_while_running(request: derivation.Standing) -> str:
    return _while_awaited(request) or at_all(request)


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
    return charging.against_waiver(request) or at_all(request)


def _draft_lapse(request: derivation.Standing) -> str:
    return lapsing.objection(request, moment.today()) or at_all(request)


def _draft_notice(who: clock.Party) -> Callable[[derivation.Standing], str]:
    return lambda now: consulting.nobody_to_tell(now, who) or _draft_while_running(now)


def _submit(request: derivation.Standing) -> str:
    if request.draft is None:
        return _("还没有起草文书。")
    if request.stage is Stage.APPROVED:
        return _("文书已经审批通过，可以印发。")
    return at_all(request)


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


CHECKS: Final = {
    Move.DRAFT_CORRECTION: _draft_while_unpaid,
    Move.DRAFT_EXTENSION: _draft_extension,
    Move.DRAFT_REASONS: _draft_reasons,
    Move.DRAFT_DELAY: _draft_delay,
    Move.DRAFT_FEE: _draft_fee,
    Move.DRAFT_FEE_WAIVER: _draft_fee_waiver,
    Move.DRAFT_ANSWER: _draft_while_running,
    Move.DRAFT_LAPSE: _draft_lapse,
    Move.DRAFT_THIRD_PARTY: _draft_while_running,
    Move.DRAFT_CO_PRODUCER: _draft_while_running,
    Move.DRAFT_THIRD_PARTY_NOTICE: _draft_notice(clock.Party.THIRD_PARTY),
    Move.DRAFT_CO_PRODUCER_NOTICE: _draft_notice(clock.Party.CO_PRODUCER),
    Move.SUBMIT: _submit,
    Move.ISSUE: _issue,
}
"""Why not, by move, of a request that is open: each gives a sentence, empty where it may be."""
