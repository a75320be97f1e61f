"""When a request can be split into its matters, and what its parts keep of the whole (Art. 45).

What happened to the whole's period happened to each part's: a correction that was asked for and
came (often it is what shows the several matters), an extension. It is carried into the ledger of
each part, on the same days, so that each is due when the whole would have been. What else was done
was done about one matter with everyone concerned, and is not undone: then it stays one request.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from yangguang.inforequests import disputing
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.inforequests.events import ON_THE_CLOCK, What
from yangguang.law import clock

_CARRIED: Final = {
    ON_THE_CLOCK[what]: what for what in (What.CORRECTION_ASKED, What.CORRECTED, What.EXTENDED)
}


class Carried(NamedTuple):
    """What a part keeps of the whole's period: the day, and the payload of CARRIED_OVER."""

    on: date
    payload: dict[str, Any]


def carried(whole: Standing) -> Iterator[Carried]:
    """What each part of a request keeps of its period, in the order in which it was entered."""
    for one in whole.clock_events:
        if one.kind in _CARRIED:
            named = {"days": one.days, "until": one.until.isoformat() if one.until else None}
            payload = {name: value for name, value in named.items() if value is not None}
            yield Carried(one.on, {"of": _CARRIED[one.kind], **payload})


def objection(request: Standing) -> str:
    """Why a request that is open and nobody's turn cannot be split; empty where it can."""
    if request.split_from:
        return _("这一件已经是拆分出来的，不能再拆。")
    if disputing.undecided(request):
        return _("这件申请有复议或者诉讼还没有结果，有了结果才能拆分。")
    if request.duty:
        return _("决定、判决要求答复的是这一件申请，不能再拆分；几件事请在一份答复里分别写明。")
    if request.correction_until:
        return _("正在等申请人补正，收到补正以后才能拆分。")
    if done := _done_as_one(request):
        said = _("已经按一件申请办过“{what}”，不能再拆分；几件事请在一份答复里分别写明。")
        return said.format(what=done)
    if request.stage is Stage.APPROVED:
        return _("有一份文书已经审批通过：先印发，或者重新起草，再拆分。")
    return ""


def _done_as_one(request: Standing) -> str:
    """What was done that is no part's for itself, in words; empty where nothing was."""
    kept = {clock.Kind.RECEIVED, *_CARRIED}
    other = next((one.kind for one in request.clock_events if one.kind not in kept), None)
    return clock.NAMES[other] if other else ""
