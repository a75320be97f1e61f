"""A request that a decision sends back: open again with a clock of its own, until answered anew.

Part of the derivation: nothing is written here. What it ended as first stays counted.
"""

from typing import TYPE_CHECKING

from yangguang.casework.models import Event
from yangguang.inforequests import disputes
from yangguang.inforequests.disputes import AnsweredAnew, Ending
from yangguang.inforequests.events import What

if TYPE_CHECKING:
    from yangguang.inforequests.derivation import Standing


def take(found: "Standing", event: Event) -> None:
    """A step in a dispute: a decision may order an answer, an appeal takes that order back.

    Each takes the file out of the archives."""
    number = event.payload["dispute"]
    if found.filed:  # there is more to come into the file: it is filed anew when that is over
        found.filed_before.append(found.filed)
        found.filed = None
    found.disputes = disputes.taken(found.disputes, event)
    if event.kind == What.DISPUTE_DECIDED:
        duty = disputes.ordered(found.disputes[number], event.payload)
        if duty:
            found.duty = duty
            _send_back(found)
    elif event.kind == What.DISPUTE_APPEALED and found.duty and found.duty.dispute == number:
        _take_back(found)


def leave(found: "Standing", event: Event) -> None:
    """The answer has left: what was ordered is done, and the day on which it ended first stays."""
    if found.first:
        found.closed_on = found.first.closed_on
    if found.duty and found.answer:
        done = AnsweredAnew(found.answer, found.duty, event.occurred_on)
        found.answered_anew.append(done)
        found.duty = found.earlier = None


def is_of_another_order(found: "Standing", event: Event) -> bool:
    """Whether a draft was written to an order that no longer holds: its decision was voided."""
    named = event.payload.get("dispute")
    return named is not None and (found.duty is None or found.duty.dispute != named)


def drop_draft(found: "Standing") -> None:
    """There is no letter that is being worked on any more."""
    found.draft = None
    if not found.is_closed and not found.has_numbered_answer:
        found.rest()


def forget(found: "Standing") -> None:
    """The registration is void: nothing is owed, and nothing counted."""
    found.duty = found.earlier = found.first = None


def _send_back(found: "Standing") -> None:
    if found.split_into:
        return  # its parts are what is answered
    if found.is_closed and found.closed_on:
        ended = Ending(
            found.stage,
            found.closed_on,
            found.disposition,
            found.answer,
            found.delivered,
            found.came_back,
            found.came_back_on,
        )
        found.first = found.first or ended
        found.earlier = ended
        found.closed_on, found.delivered, found.came_back = None, False, False
    elif not found.is_reopened or found.has_numbered_answer:
        return
    found.draft = None
    found.rest()


def _take_back(found: "Standing") -> None:
    found.duty = None
    if found.earlier is None:
        return
    was, found.earlier, found.draft = found.earlier, None, None
    found.stage, found.closed_on = was.stage, was.closed_on
    found.disposition, found.delivered = was.disposition, was.delivered
    if not (found.came_back and found.answer == was.answer):  # it may have come back meanwhile
        found.came_back, found.came_back_on = was.came_back, was.came_back_on
    found.answer = was.answer
