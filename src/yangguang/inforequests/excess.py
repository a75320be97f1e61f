"""Requests beyond reason in number or frequency (Art. 35): the reasons asked for, the delay."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.inforequests.derivation import Standing
from yangguang.law import clock
from yangguang.law.calendar import published

REPLY_DAYS: Final = 7
"""Working days that a letter gives for the reasons, unless it says otherwise: the article names no
period, and the answer period runs on meanwhile."""


def asked(request: Standing) -> clock.Event | None:
    """The asking for reasons, answered or not; its `until` is the day by which to give them."""
    return _last(request, clock.Kind.REASONS_ASKED)


def awaited(request: Standing) -> clock.Event | None:
    """The asking that is still to be answered; None where none is."""
    return None if _last(request, clock.Kind.REASONS_GIVEN) else asked(request)


def _last(request: Standing, kind: clock.Kind) -> clock.Event | None:
    return next((one for one in reversed(request.clock_events) if one.kind is kind), None)


def against_asking(request: Standing) -> str:
    """Why reasons cannot be asked for (again); empty where they can."""
    if asked(request):
        return _("已经要求过申请人说明理由，不再要求第二次（第三十五条）。")
    return ""


def against_receiving(request: Standing) -> str:
    """Why there are no reasons to receive; empty where they are awaited."""
    return "" if awaited(request) else _("没有正在等待的说明理由。")


def against_refusing(request: Standing, on: date) -> str:
    """Why the request cannot yet be refused as excessive: the reasons may still come."""
    one = awaited(request)
    if one is None or one.until is None or one.until < on:
        return ""
    said = _(
        "还在等申请人说明理由，期限到 {until} 为止；收到理由或者过期以后才能认定（第三十五条）。"
    )
    return said.format(until=one.until)


def against_delay(request: Standing) -> str:
    """Why no delay can be stated: without reasons, or once one stands; empty where it can."""
    if _last(request, clock.Kind.REASONS_GIVEN) is None:
        return _("要先要求申请人说明理由，理由合理的才能延迟答复（第三十五条）。")
    starts = (clock.Kind.DELAY_SET, clock.Kind.CORRECTED, clock.Kind.FEE_PAID)
    last = next((one for one in reversed(request.clock_events) if one.kind in starts), None)
    if last and last.kind is clock.Kind.DELAY_SET:
        return _("已经确定延迟到 {until} 答复，不再延迟。").format(until=last.until)
    return ""


def why_delay_is_none(request: Standing, until: date, on: date) -> str:
    """Why a delay until a day changes nothing, in the clock's words; empty where it would."""
    before = request.deadline(on)
    set_now = clock.Event(clock.Kind.DELAY_SET, on, until=until)
    after = clock.answer_due([*request.clock_events, set_now], published(), on)
    if after.due == until != before.due:
        return ""
    new = "".join(one for one in after.warnings if one not in before.warnings)
    return new or _("这一天不影响答复期限。")


def gave_reasons(request: Standing) -> bool:
    """Whether reasons came, right or not."""
    return _last(request, clock.Kind.REASONS_GIVEN) is not None
