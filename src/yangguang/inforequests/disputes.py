"""The disputes over a request, and the order to answer it anew, as the ledger has them: pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from yangguang.casework.ledger import Entry
from yangguang.inforequests.events import What
from yangguang.law.answering_anew import Order
from yangguang.law.disputes import (
    Appealed,
    Decided,
    Dispute,
    DisputeTrack,
    Retried,
    Ruling,
    Stated,
    Unit,
)

if TYPE_CHECKING:
    from yangguang.inforequests.derivation import Stage

KINDS: Final = frozenset(
    {
        What.DISPUTE_OPENED,
        What.DISPUTE_STATED,
        What.DISPUTE_DECIDED,
        What.DISPUTE_APPEALED,
        What.DISPUTE_RETRIED,
    }
)
"""The events of which each is about one dispute."""


@dataclass(frozen=True, slots=True)
class Duty:
    """That the request is to be answered by an order: of which dispute, and which."""

    dispute: int
    order: Order


@dataclass(frozen=True, slots=True)
class Ending:
    """How a request had ended before it was sent back: the first of these stays counted.

    `due_on` is the last day that was in force when it ended; None where no period ran.
    """

    stage: "Stage"
    closed_on: date
    due_on: date | None
    disposition: str
    answer: int | None
    delivered: bool
    came_back: bool
    came_back_on: date | None


@dataclass(frozen=True, slots=True)
class AnsweredAnew:
    """A letter that answered by an order, and the day on which it left."""

    letter: int
    duty: Duty
    on: date


def taken(known: Mapping[int, Dispute], event: Entry) -> dict[int, Dispute]:
    """The disputes of a case, by number, after one event of theirs more."""
    payload, on, recorded = event.payload, event.occurred_on, event.recorded_at
    number: int = payload["dispute"]
    match What(event.kind):
        case What.DISPUTE_OPENED:
            track, is_simplified = DisputeTrack(payload["track"]), bool(payload["simplified"])
            changed = Dispute(number, track, on, recorded, is_simplified)
        case What.DISPUTE_STATED:
            changed = known[number].then(Stated(on, recorded))
        case What.DISPUTE_DECIDED:
            ruling = Ruling(payload["ruling"])
            changed = known[number].then(Decided(on, recorded, ruling, _until(payload)))
        case What.DISPUTE_RETRIED:
            is_first = bool(payload["first"])
            changed = known[number].then(Retried(on, recorded, is_first, _until(payload)))
        case _:
            changed = known[number].then(Appealed(on, recorded, bool(payload["ours"])))
    return {**known, number: changed}


def settled_on(known: Iterable[Dispute]) -> date | None:
    """From when the last of some decisions holds; None where one is outstanding, or none is."""
    days = [one.effective_on(one.decision) if one.decision else None for one in known]
    return max((day for day in days if day), default=None) if None not in days else None


def _until(payload: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(payload["until"]) if payload.get("until") else None


def ordered(dispute: Dispute, payload: Mapping[str, Any]) -> Duty | None:
    """The duty that a dispute's latest decision brings (`payload` of its event); None if none."""
    decision = dispute.decision
    if not payload.get("period") or decision is None:
        return None
    order = Order(
        decision.on,
        dispute.effective_on(decision),
        payload["period"],
        Unit(payload["unit"]),
        bool(payload["stated"]),
        dispute.is_suit,
        bool(payload.get("on_payment")),
    )
    return Duty(dispute.number, order)
