"""How a request stands, from its events: pure, and the only place that says so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from yangguang.casework.models import Case, Event
from yangguang.inforequests import consultations, disputes, public_version, reopening, secrecy
from yangguang.inforequests.disputes import KINDS
from yangguang.inforequests.events import LEAVES, NOTICES, ON_THE_CLOCK, LetterKind, Way, What
from yangguang.inforequests.fee import fee_after
from yangguang.inforequests.standing import CLOSED, NOT_COUNTED, Draft, Stage, Standing, resting
from yangguang.law import clock
from yangguang.law.dispositions import Disposition
from yangguang.law.filing import Filed, Retention, place_of
from yangguang.law.receipt import (
    Channel,
    Confirmation,
)

__all__ = [
    "CLOSED",
    "ISSUING",
    "NOT_COUNTED",
    "Draft",
    "Stage",
    "Standing",
    "counted",
    "derive",
    "standing",
]

_OF_THE_ORDER = frozenset({*LEAVES.values(), What.FEE_PAID})
"""What the first period does not heed any more once the request was sent back."""
ISSUING = NOTICES | {What.ISSUED}
"""The events by which a letter is issued."""


def standing(events: Iterable[Event]) -> Standing:
    """How a request stands after `events`, in the order in which they were entered."""
    found = Standing()
    for event in events:
        _take(found, event)
    return found


def derive(case: Case, events: Sequence[Event]) -> dict[str, Any]:
    """The fields of CaseState. What depends on today (overdue) is not among them."""
    found = standing(events)
    deadline = _deadline(found, events)
    pauses = deadline.pauses if deadline and not found.is_closed else ()
    return {
        **_counted(found, events),
        "state": found.stage,
        "to_be_confirmed": found.to_be_confirmed,
        "due_on": deadline.due if deadline else None,
        "paused_since": min((pause.since for pause in pauses), default=None),
        "paused_until": max((pause.until for pause in pauses), default=None),
        "in_force": found.in_force,
        "answer_id": found.answer if found.in_force and found.stage is Stage.ANSWERED else None,
        "left_on": found.left_on if found.in_force else None,
        "looked_at": found.looked_at,
        "reexamined": found.reexamined,
        "handler_id": found.handler,
        "waits_for": found.waits_for,
        "is_filed": found.filed is not None,
        "kept_until": found.filed.kept_until if found.filed else None,
        **place_of(found.filed),
        "former_place": found.filed_before[-1].reference if found.filed_before else "",
        "is_disputed": any(one.decision is None for one in found.disputes.values()),
        "statement_due_on": found.statement_due,
        "public_waits": found.public_waits,
    }


def counted(events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    """The fields of FormerCount before the first event and after each, in order."""
    found = Standing()
    yield _counted(found, ())
    for at, event in enumerate(events, 1):
        _take(found, event)
        yield _counted(found, events[:at])


def _counted(found: Standing, events: Sequence[Event]) -> dict[str, Any]:
    """What figures count of a request: by this CaseState and FormerCount are found."""
    return {
        "state": found.stage if found.stage in NOT_COUNTED else "",
        "received_on": found.received_on,
        "closed_on": found.closed_on,
        "counted_on": found.counted_on,
        "counted_due_on": _counted_due(found, events),
        "disposition": found.counted,
        "applicant_kind": found.applicant_kind,
        "channel": found.channel,
        "contested_on": min((one.received for one in found.disputes.values()), default=None),
        "contested_until": disputes.settled_on(found.disputes.values()),
        "charged_on": _first_charged(events),
    }


def _deadline(found: Standing, events: Sequence[Event]) -> clock.Deadline | None:
    """The last day as it stands after `events`; None before the request was received."""
    if not events or not found.received_on:
        return None
    return found.deadline(max(event.occurred_on for event in events))


def _first_charged(events: Sequence[Event]) -> date | None:
    days = (event.occurred_on for event in events if event.kind == What.FEE_NOTICED)
    return min(days, default=None)


def _counted_due(found: Standing, events: Sequence[Event]) -> date | None:
    """The last day by which it is judged whether the request was answered on time."""
    if found.first:
        return found.first.due_on
    if found.closed_on:
        return found.due_when_closed
    deadline = _deadline(found, events)
    return deadline.due if deadline else None


def _take(found: Standing, event: Event) -> None:
    payload, what = event.payload, What(event.kind)
    if what in ISSUING:
        found.issued.append(payload["letter"])
    _follow(found, what, event)
    found.fee = fee_after(found.fee, what, event.occurred_on, payload)
    if what in consultations.EVENTS:
        found.askings = consultations.after(found.askings, event)
    was = What(payload["of"]) if what is What.CARRIED_OVER else what
    if was in ON_THE_CLOCK and not (found.first and what in _OF_THE_ORDER):
        matter = consultations.matter(found.askings, event)
        found.clock_events.append(_on_the_clock(was, event, matter))
    found.public = public_version.after(found.public, what, payload)
    if take := _TAKES.get(what):
        take(found, event)


def _assign(found: Standing, event: Event) -> None:
    found.handler = event.payload["handler"]
    if found.stage is Stage.UNASSIGNED:
        found.stage = Stage.HANDLING


def _take_notice(found: Standing, event: Event) -> None:
    """A notice is out: nothing is being worked on."""
    found.draft = None
    found.extended = found.extended or event.kind == What.EXTENDED
    found.stage = resting(found)


def _carry_over(found: Standing, event: Event) -> None:
    found.extended = found.extended or event.payload["of"] == What.EXTENDED


def _take_what_came(found: Standing, event: Event) -> None:
    """A correction, a payment or the receipt of its notice: what it was waited for."""
    if event.kind == What.FEE_PAID:
        reopening.pay(found, event.occurred_on)
    if found.draft and found.draft.kind is LetterKind.LAPSE:
        found.draft = None  # what it would have said is no longer so
    if found.draft is None and found.stage is not Stage.ISSUED:
        found.stage = resting(found)


def _issue(found: Standing, event: Event) -> None:
    found.answer, found.disposition = event.payload["letter"], event.payload["disposition"]
    found.draft, found.stage = None, Stage.ISSUED
    found.came_back = False


def _leave(found: Standing, event: Event) -> None:
    found.stage = Stage.ANSWERED
    found.closed_on = min(found.closed_on or event.occurred_on, event.occurred_on)
    found.came_back = found.delivered = False
    reopening.leave(found, event)


def _arrive(found: Standing, _event: Event) -> None:
    found.delivered = True


def _come_back(found: Standing, event: Event) -> None:
    if event.payload["letter"] == found.answer:
        found.came_back, found.came_back_on = True, event.occurred_on


def _look_again(found: Standing, event: Event) -> None:
    found.reexamined, found.reexamined_on = event.payload["outcome"], event.occurred_on


def _lapse(found: Standing, event: Event) -> None:
    _close(found, Stage.LAPSED, event, event.payload["disposition"])
    reopening.lapse(found)


def _split(found: Standing, event: Event) -> None:
    found.split_into = list(event.payload["children"])
    _close(found, Stage.SPLIT, event, "")


def _void(found: Standing, event: Event) -> None:
    _close(found, Stage.VOIDED, event, "")
    reopening.forget(found)


def _file(found: Standing, event: Event) -> None:
    payload = event.payload
    found.filed = Filed(
        Retention(payload["retention"]), payload["year"], payload["box"], payload["item"]
    )


def _take_secrecy(found: Standing, event: Event) -> None:
    found.question = secrecy.after(found.question, event)


def _receive(found: Standing, event: Event) -> None:
    found.arrived = event.occurred_on
    found.channel = event.payload["channel"]
    found.confirmation = Confirmation(event.payload.get("confirmation", Confirmation.RECEIPT))
    found.confirm(None)
    found.applicant_kind = event.payload["applicant_kind"]
    found.authority = event.payload.get("authority") or ""
    found.party, found.text = event.payload["party"], event.payload["text"]
    found.key, found.split_from = event.payload["key"], event.payload.get("split_from")


def _take_draft(found: Standing, event: Event) -> None:
    """What becomes of the letter that is being worked on."""
    payload = event.payload
    match What(event.kind):
        case What.DRAFTED if reopening.names_an_order_that_fell(found, payload):
            reopening.drop_draft(found)
        case What.DRAFTED:
            found.draft = Draft(
                payload["letter"],
                LetterKind(payload["kind"]),
                payload["revision"],
                payload["digest"],
                payload["disposition"],
                payload.get("restarts", True),
                _day(payload),
                party=payload.get("party"),
                asked=payload.get("asked"),
                orders=tuple(payload.get("orders", ())),
                objected=payload.get("objected", ""),
            )
            found.stage = resting(found)
        case What.SUBMITTED if found.draft:
            found.draft = replace(
                found.draft, approval=payload["approval"], waits_for=payload["waits_for"]
            )
            found.stage, found.question = Stage.IN_APPROVAL, None
        case What.AGREED if found.draft:
            found.draft = replace(found.draft, waits_for=payload["waits_for"])
        case What.RETURNED if found.draft:
            found.draft = replace(found.draft, approval=None, waits_for="")
            found.stage = resting(found)
        case What.APPROVED if found.draft:
            found.draft = replace(found.draft, waits_for="")
            found.stage = Stage.APPROVED


def _follow(found: Standing, what: What, event: Event) -> None:
    """Which letters are on their way, or have come back."""
    letter, on = event.payload.get("letter"), event.occurred_on
    if what in LEAVES.values():
        found.out.pop(letter, None)
        if what is not What.SIGNED:
            found.out[letter] = on
    elif what in NOTICES and event.payload["way"] != Way.BY_HAND:
        found.out[letter] = on
    elif what in (What.DELIVERED, What.FEE_NOTICE_RECEIVED) or what in consultations.ENTERED:
        found.out.pop(letter, None)  # what arrived cannot come back
        found.notices_back.pop(letter, None)
    elif what is What.CAME_BACK:
        found.out.pop(letter, None)
        by = next((one for one, issued in found.notices if issued == letter), None)
        if by:
            found.notices_back[letter] = by, on
    if what in NOTICES:
        found.notices.append((what, letter))


def _close(found: Standing, stage: Stage, event: Event, disposition: str) -> None:
    found.stage, found.closed_on, found.disposition = stage, event.occurred_on, disposition
    found.draft = None


def _on_the_clock(what: What, event: Event, matter: str) -> clock.Event:
    payload = event.payload
    return clock.Event(
        ON_THE_CLOCK[what],
        event.occurred_on,
        payload.get("days"),
        _day(payload),
        Channel(payload["channel"]) if what is What.RECEIVED else None,
        matter,
    )


def _day(payload: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(payload["until"]) if payload.get("until") else None


_TAKES: Final[Mapping[What, Callable[[Standing, Event], None]]] = {
    What.RECEIVED: _receive,
    What.CONFIRMED: lambda found, event: found.confirm(event.occurred_on),
    What.ASSIGNED: _assign,
    What.JOINED: lambda found, event: found.joined.append(event.payload["case"]),
    What.SEPARATED: lambda found, event: found.joined.remove(event.payload["case"]),
    What.DRAFTED: _take_draft,
    What.SUBMITTED: _take_draft,
    What.AGREED: _take_draft,
    What.RETURNED: _take_draft,
    What.APPROVED: _take_draft,
    What.SECRECY_REFERRED: _take_secrecy,
    What.SECRECY_DETERMINED: _take_secrecy,
    What.SEALED: lambda found, event: found.sealed.update(
        {event.payload["letter"]: event.payload["file"]}
    ),
    **dict.fromkeys(NOTICES - {What.LAPSED}, _take_notice),
    What.CORRECTED: _take_what_came,
    What.FEE_NOTICE_RECEIVED: _take_what_came,
    What.FEE_PAID: _take_what_came,
    What.CARRIED_OVER: _carry_over,
    What.ISSUED: _issue,
    **dict.fromkeys(LEAVES.values(), _leave),
    What.DELIVERED: _arrive,
    What.CAME_BACK: _come_back,
    What.REEXAMINED: _look_again,
    What.LAPSED: _lapse,
    What.SPLIT: _split,
    What.WITHDRAWN: lambda found, event: _close(
        found, Stage.WITHDRAWN, event, Disposition.WITHDRAWN
    ),
    What.VOIDED: _void,
    What.FILED: _file,
    **dict.fromkeys(KINDS, reopening.take),
}
"""What each kind of event makes of a request; the others change nothing of how it stands."""
