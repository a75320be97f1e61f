"""A request that a decision sends back: open again with a clock of its own, until answered anew.

Several disputes over one request can each bring an order. An order is discharged by an answer that
leaves after it came, and by no other; that answer discharges all the orders that stand then, for it
answers the request and not the one who decided. Of two things on one day that comes first which was
entered first. What is left over sends the request back once more. An appeal or a retrial takes the
order of its own dispute away and leaves the others.

Part of the derivation: nothing is written here. What the request ended as first stays counted.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from yangguang.casework.models import Event
from yangguang.inforequests import disputes, public_doubts
from yangguang.inforequests.disputes import AnsweredAnew, Duty, Ending
from yangguang.inforequests.events import What

if TYPE_CHECKING:
    from yangguang.inforequests.derivation import Standing


_TAKES_BACK: Final = frozenset({What.DISPUTE_APPEALED, What.DISPUTE_RETRIED})


def take(found: "Standing", event: Event) -> None:
    """A step in a dispute: a decision may order an answer, an appeal or a retrial takes it back.

    Each takes the file out of the archives.
    """
    number = event.payload["dispute"]
    if found.filed:  # there is more to come into the file: it is filed anew when that is over
        found.filed_before.append(found.filed)
        found.filed = None
    found.disputes = disputes.taken(found.disputes, event)
    if "letter" in event.payload:  # what is contested; of a decision, what it sends back
        found.contested[number] = event.payload["letter"]
    found.public = public_doubts.after_step(found, number)
    if event.kind == What.DISPUTE_DECIDED:
        duty = disputes.ordered(found.disputes[number], event.payload)
        if duty:
            _be_ordered(found, duty)
    elif event.kind in _TAKES_BACK and number in found.orders:
        del found.orders[number]
        _take_back(found, number)


def leave(found: "Standing", event: Event) -> None:
    """The answer has left: what was ordered before is done; the first day of an end stays.

    What was found of the answer before, looked at anew (Art. 18), says nothing of this one.
    """
    if found.first:
        found.closed_on = found.first.closed_on
    done = [one for one in found.orders.values() if one.order.received <= event.occurred_on]
    for duty in done:
        del found.orders[duty.dispute]
        if found.answer:
            found.answered_anew.append(AnsweredAnew(found.answer, duty, event.occurred_on))
    if done:
        found.earlier = None
        found.reexamined, found.reexamined_on = "", None
    if found.orders:
        _send_back(found)


def pay(found: "Standing", on: date) -> None:
    """The fee is paid, on which orders waited."""
    found.orders = {
        number: replace(one, order=replace(one.order, paid=on)) if one.order.is_waiting else one
        for number, one in found.orders.items()
    }


def lapse(found: "Standing") -> None:
    """Sent back to be handled on payment, it was dropped unpaid again: what else stands, stands."""
    if found.first is None:
        return
    found.closed_on, found.earlier = found.first.closed_on, None
    found.orders = {n: one for n, one in found.orders.items() if not one.order.is_waiting}
    if found.orders:
        _send_back(found)


def names_an_order_that_fell(found: "Standing", payload: Mapping[str, Any]) -> bool:
    """Whether a draft (its event's payload) names an order whose decision was voided since."""
    return any(number not in found.orders for number in payload.get("orders", ()))


def drop_draft(found: "Standing") -> None:
    """There is no letter that is being worked on any more."""
    found.draft = None
    if not found.is_closed and not found.has_numbered_answer:
        found.rest()


def forget(found: "Standing") -> None:
    """The registration is void: nothing is owed, and nothing counted."""
    found.orders.clear()
    found.earlier = found.first = None


def _be_ordered(found: "Standing", duty: Duty) -> None:
    """A decision orders an answer; it can be entered when one has left since it came."""
    letter, left = _last_left(found)
    if letter and left and left > duty.order.received:
        found.answered_anew.append(AnsweredAnew(letter, duty, left))
        return
    found.orders[duty.dispute] = duty
    _send_back(found)


def _last_left(found: "Standing") -> tuple[int | None, date | None]:
    """The answer that left last, and when; also where another order has sent it back since."""
    if found.is_closed:
        return found.answer, found.left_on
    was = found.earlier
    if was is None or was.answer is None or was.closed_on is None:
        return None, None
    anew = (one.on for one in found.answered_anew if one.letter == was.answer)
    return was.answer, next(anew, was.closed_on)


def _send_back(found: "Standing") -> None:
    if found.split_into:
        return  # its parts are what is answered
    if found.is_closed and found.closed_on:
        ended = Ending(
            found.stage,
            found.closed_on,
            found.due_when_closed,
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


def _take_back(found: "Standing", dispute: int) -> None:
    """The order of a dispute has fallen: others keep the request open."""
    if found.orders or found.earlier is None:
        if found.draft and dispute in found.draft.orders:
            drop_draft(found)
        return
    was, found.earlier, found.draft = found.earlier, None, None
    found.stage, found.closed_on = was.stage, was.closed_on
    found.disposition, found.delivered = was.disposition, was.delivered
    if not (found.came_back and found.answer == was.answer):  # it may have come back meanwhile
        found.came_back, found.came_back_on = was.came_back, was.came_back_on
    found.answer = was.answer
