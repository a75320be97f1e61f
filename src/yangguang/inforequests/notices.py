"""What the law's clock makes of a correction notice, and of the correction that follows (Art. 30).

A notice within seven working days, the first one, stops the clock; what answers it starts a new
period. A later notice, or another one, can be issued, but the period runs on as if there were none.
"""

from datetime import date

from django.utils.translation import gettext as _

from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.events import What
from yangguang.law import clock
from yangguang.law.calendar import published


def why_it_stops_nothing(request: Standing, on: date) -> str:
    """Why the clock would run on though a notice were issued on a day; empty where it would stop.

    In the clock's own words.
    """
    before = request.deadline(on)
    notice = clock.Event(clock.Kind.CORRECTION_ASKED, on)
    after = clock.answer_due([*request.clock_events, notice], published(), on)
    if after.due is None:
        return ""
    return "".join(one for one in after.warnings if one not in before.warnings)


def is_clock_waiting(request: Standing, on: date) -> bool:
    """Whether the answer period waits for a correction: what arrives starts it afresh."""
    if request.received_on is None:
        return False
    return any(one.what is clock.Kind.CORRECTION_ASKED for one in request.deadline(on).pauses)


def remarks(request: Standing) -> list[str]:
    """What to know of notices that came back: the law does not say what becomes of the period."""
    return [_RETURNED[by]().format(day=on) for by, on in request.notices_back.values()]


_RETURNED = {
    What.CORRECTION_ASKED: lambda: _(
        "补正告知书于 {day} 退回，申请人可能没有收到。法律没有规定这时期限怎么算，"
        "这里照常计算；请另行送达并记事。"
    ),
    What.EXTENDED: lambda: _(
        "延期告知书于 {day} 退回，申请人可能不知道延期。法律没有规定这时期限怎么算，"
        "这里按已经延期计算；请另行送达并记事。"
    ),
    What.REASONS_ASKED: lambda: _(
        "说明理由告知书于 {day} 退回，申请人可能不知道要说明理由；请另行送达并记事。"
    ),
    What.DELAY_SET: lambda: _(
        "延迟答复告知书于 {day} 退回，申请人可能不知道延迟。法律没有规定这时期限怎么算，"
        "这里按已经延迟计算；请另行送达并记事。"
    ),
    What.FEE_NOTICED: lambda: _(
        "收费告知书于 {day} 退回，申请人可能没有收到。缴费期限从收到的次日起算；"
        "请另行送达，送到以后登记收到的日期。"
    ),
    What.FEE_REDUCED: lambda: _("减收告知书于 {day} 退回，请另行送达并记事。"),
    What.FEE_WAIVED: lambda: _("免收告知书于 {day} 退回，请另行送达并记事。"),
    What.LAPSED: lambda: _("终止处理告知书于 {day} 退回，请另行送达并记事。"),
    What.THIRD_PARTY_ASKED: lambda: _(
        "征求第三方意见书于 {day} 退回，对方可能没有收到：没有收到就不算逾期未提出意见。"
        "请另行送达，再登记收到的日期。"
    ),
    What.CO_PRODUCER_ASKED: lambda: _(
        "征求意见函于 {day} 退回，对方可能没有收到：没有收到就不能视为同意。"
        "请另行送达，再登记收到的日期。"
    ),
    What.THIRD_PARTY_TOLD: lambda: _("给第三方的告知书于 {day} 退回，请另行送达并记事。"),
    What.CO_PRODUCER_TOLD: lambda: _("给其他机关的告知函于 {day} 退回，请另行送达并记事。"),
}
