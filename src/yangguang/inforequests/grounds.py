"""What an answer rests on: stated in words, or done before and on the ledger (Arts 30, 35–37)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework import moment
from yangguang.inforequests import composing, consulting, evidence, excess, lapsing
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.evidence import OBJECTED, Objected, Particular
from yangguang.law.dispositions import RULES, Disposition, Evidence, not_on_record

_NOT_DONE: Final = {
    Evidence.CORRECTION: lazy("还没有要求过补正，或者还没有收到补正（第三十条）。"),
    Evidence.CORRECTION_NOTICE: lazy("还没有要求过补正（第三十条）。"),
    Evidence.REASONS_ASKED: lazy("还没有要求申请人说明理由的记录（第三十五条）。"),
    Evidence.FEE_NOTICE: lazy("还没有通知过缴纳信息处理费。"),
}
_ENDS: Final = {
    LetterKind.ANSWER: frozenset(Disposition) - composing.NOT_BY_LETTER,
    LetterKind.LAPSE: lapsing.ENDS,
}
"""How a letter of each kind can end a request."""


def mistakes(
    kind: LetterKind, disposition: Disposition | None, facts: Mapping[str, str], request: Standing
) -> dict[str, str]:
    """What stands against ending a request so: field (`disposition`, a fact's name) → sentence.

    A notice ends nothing and rests on its words alone.
    """
    if kind not in _ENDS:
        return {}
    if disposition is None:
        return {"disposition": _("请选择处理结果。")}
    if disposition not in _ENDS[kind]:
        said = _("“{end}”不是用这种文书告知的，请另行办理。")
        return {"disposition": said.format(end=RULES[disposition].name)}
    if said := objection(disposition, request):
        return {"disposition": said}
    if kind is LetterKind.LAPSE and disposition is not lapsing.end(request):
        said = _("这件申请现在只能按“{end}”不再处理。")
        return {"disposition": said.format(end=RULES[lapsing.end(request)].name)}
    whole = asked(kind, disposition, request)
    needed = [replace(one, required=bool(if_unstated(one, request))) for one in whole]
    unstated = {
        one.name: if_unstated(one, request)
        for one in needed
        if one.required and not facts.get(one.name, "").strip()
    }
    if OBJECTED in whole and facts.get(OBJECTED.name) == Objected.OPENED:
        unstated[OBJECTED.name] = consulting.untold(request)
    return evidence.mistakes(needed, facts, moment.today()) | unstated


def asked(
    kind: LetterKind, disposition: Disposition | None, request: Standing
) -> tuple[Particular, ...]:
    """What is filled in for a letter of this request, in order."""
    found = composing.particulars(kind, disposition)
    is_open = kind is LetterKind.ANSWER and consulting.leaves_open(disposition, request)
    return (*found, OBJECTED) if is_open else found


def if_unstated(one: Particular, request: Standing) -> str:
    """What is said where something is not stated in words; empty where it need not be.

    Not what the ledger of this request shows.
    """
    if not one.required or consulting.is_on_record(one.name, request):
        return ""
    if one.name == Evidence.CONSULTATION and consulting.all_agree(request):
        return _(
            "征求过意见的第三方都同意公开，应当公开（第十五条）。另有第三方不同意的，请在这里写明。"
        )
    if one.name == OBJECTED.name:
        return consulting.unsaid()
    return _("请填写{label}。").format(label=one.label)


def objection(disposition: Disposition, request: Standing) -> str:
    """Why a request cannot end so yet: what must have been done before was not; else empty."""
    happened = {one.kind for one in request.clock_events}
    missing = " ".join(str(_NOT_DONE[one]) for one in not_on_record(disposition, happened))
    if not missing and disposition is Disposition.EXCESSIVE:
        missing = excess.against_refusing(request, moment.today())
    return " ".join(one for one in (missing, consulting.objection(disposition, request)) if one)
