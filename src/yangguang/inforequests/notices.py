"""What the law's clock makes of a correction notice, and of the correction that follows (Art. 30).

A notice within seven working days, the first one, stops the clock; what answers it starts a new
period. A later notice, or another one, can be issued, but the period runs on as if there were none.
"""

from datetime import date

from yangguang.inforequests.derivation import Standing
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
    return request.received_on is not None and request.deadline(on).due is None
