"""How a request stands, from its events: pure, and the only place that says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from yangguang.casework.models import Case, Event
from yangguang.inforequests import public_version
from yangguang.inforequests.events import LEAVES, NOTICES, ON_THE_CLOCK, LetterKind, Way, What
from yangguang.inforequests.public_version import PublicVersion
from yangguang.law import clock
from yangguang.law.calendar import published
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import (
    Channel,
    Confirmation,
    Receipt,
    receipt,
    waits_for_confirmation,
)


class Stage(StrEnum):
    """Where a request is on its way."""

    UNASSIGNED = "unassigned"
    HANDLING = "handling"
    AWAITING_CORRECTION = "awaiting_correction"
    IN_APPROVAL = "in_approval"
    APPROVED = "approved"
    ISSUED = "issued"
    ANSWERED = "answered"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


ISSUING = frozenset({What.CORRECTION_ASKED, What.EXTENDED, What.ISSUED, What.LAPSED})
"""The events by which a letter is issued."""

CLOSED = frozenset({Stage.ANSWERED, Stage.LAPSED, Stage.WITHDRAWN, Stage.VOIDED})
"""Stages after which nothing more is due. Issued but not sent is open: the clock still runs."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The letter that is being worked on: one at a time."""

    letter: int
    kind: LetterKind
    revision: int
    digest: str
    disposition: str
    restarts: bool = True
    """Whether a correction notice says that what answers it starts the period afresh."""
    approval: int | None = None
    waits_for: str = ""
    """The capability that decides next, while in approval."""


@dataclass
class Standing:
    """A request as its events have made it."""

    stage: Stage = Stage.UNASSIGNED
    received_on: date | None = None
    """The day of receipt as Art. 31 has it: of the arrival, or of staff's confirmation."""
    arrived: date | None = None
    confirmed_on: date | None = None
    confirmation: Confirmation = Confirmation.RECEIPT
    channel: str = ""
    applicant_kind: str = ""
    authority: str = ""
    """Whether who acts for the applicant has shown that they may; empty where that is not known."""
    party: int | None = None
    text: int | None = None
    handler: int | None = None
    key: int | None = None
    draft: Draft | None = None
    answer: int | None = None
    disposition: str = ""
    closed_on: date | None = None
    extended: bool = False
    came_back: bool = False
    delivered: bool = False
    came_back_on: date | None = None
    """The day on which the answer last came back: it leaves anew on that day or later."""
    out: dict[int, date] = field(default_factory=dict)
    """Letters that went by post or network, with the day: these can come back."""
    notices_back: dict[int, tuple[What, date]] = field(default_factory=dict)
    """Notices that came back: by what they were issued, and the day of the return."""
    issued: list[int] = field(default_factory=list)
    """The letters that were issued, in their order."""
    notices: list[tuple[What, int]] = field(default_factory=list)
    """The letters among them that left when they were issued, with what they did."""
    sealed: dict[int, int] = field(default_factory=dict)
    """Letter → the file with the seal on it."""
    clock_events: list[clock.Event] = field(default_factory=list)
    public: PublicVersion | None = None
    """The answer's version for the public."""

    @property
    def unsealed(self) -> list[int]:
        """The letters that were issued and of which no file with the seal is kept."""
        return [one for one in self.issued if one not in self.sealed]

    @property
    def to_be_confirmed(self) -> bool:
        """Whether the period runs from the submission only until staff have confirmed it."""
        return self.arrived is not None and not self.is_closed and self._receipt().to_be_confirmed

    @property
    def may_be_confirmed(self) -> bool:
        """Whether there is a confirmation for staff to make, made or not."""
        return waits_for_confirmation(Channel(self.channel), self.confirmation)

    def confirm(self, on: date | None) -> None:
        """Reckon the day of receipt from the confirmation, or from the arrival alone."""
        self.confirmed_on = on
        self.received_on = self._receipt().on
        (at,) = (i for i, e in enumerate(self.clock_events) if e.kind is clock.Kind.RECEIVED)
        self.clock_events[at] = replace(self.clock_events[at], on=self.received_on)

    def _receipt(self) -> Receipt:
        assert self.arrived is not None
        channel = Channel(self.channel)
        return receipt(channel, self.arrived, self.confirmed_on, self.confirmation)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is due."""
        return self.stage in CLOSED

    @property
    def correction_until(self) -> date | None:
        """The last day of a correction that is still awaited; None where none is (Art. 30).

        It is awaited whatever letter the office drafts meanwhile.
        """
        return self._awaited.until if self._awaited else None

    @property
    def correction_asked_on(self) -> date | None:
        """The day of the notice that is still to be answered."""
        return self._awaited.on if self._awaited else None

    @property
    def _awaited(self) -> clock.Event | None:
        answers = (clock.Kind.CORRECTION_ASKED, clock.Kind.CORRECTED)
        last = next((one for one in reversed(self.clock_events) if one.kind in answers), None)
        return last if last and last.kind is clock.Kind.CORRECTION_ASKED else None

    @property
    def waits_for(self) -> str:
        """The capability of the approval that is open; empty where none is."""
        if self.draft and self.stage is Stage.IN_APPROVAL:
            return self.draft.waits_for
        return self.public.waits_for if self.public else ""

    def deadline(self, on: date) -> clock.Deadline:
        """The law's clock, as it stands on a day."""
        return clock.answer_due(self.clock_events, published(), on)


def standing(events: Iterable[Event]) -> Standing:
    """How a request stands after `events`, in the order in which they were entered."""
    found = Standing()
    for event in events:
        _take(found, event)
    return found


def derive(case: Case, events: Sequence[Event]) -> dict[str, Any]:
    """The fields of CaseState. What depends on today (overdue) is not among them."""
    found = standing(events)
    latest = max((event.occurred_on for event in events), default=None)
    deadline = found.deadline(latest) if latest and found.received_on else None
    pauses = deadline.pauses if deadline and not found.is_closed else ()
    return {
        "state": found.stage,
        "received_on": found.received_on,
        "to_be_confirmed": found.to_be_confirmed,
        "due_on": deadline.due if deadline else None,
        "paused_since": min((pause.since for pause in pauses), default=None),
        "paused_until": max((pause.until for pause in pauses), default=None),
        "closed_on": found.closed_on,
        "disposition": found.disposition if found.is_closed else "",
        "applicant_kind": found.applicant_kind,
        "channel": found.channel,
        "handler_id": found.handler,
        "waits_for": found.waits_for,
    }


def _take(found: Standing, event: Event) -> None:
    payload, what = event.payload, What(event.kind)
    if what in ISSUING:
        found.issued.append(payload["letter"])
    _follow(found, what, event)
    if what in ON_THE_CLOCK:
        found.clock_events.append(_on_the_clock(what, event))
    found.public = public_version.after(found.public, what, payload)
    match what:
        case What.RECEIVED:
            _receive(found, event)
        case What.CONFIRMED:
            found.confirm(event.occurred_on)
        case What.ASSIGNED:
            found.handler = payload["handler"]
            if found.stage is Stage.UNASSIGNED:
                found.stage = Stage.HANDLING
        case What.DRAFTED | What.SUBMITTED | What.AGREED | What.RETURNED | What.APPROVED:
            _take_draft(found, what, payload)
        case What.SEALED:
            found.sealed[payload["letter"]] = payload["file"]
        case What.CORRECTION_ASKED:
            found.draft = None
            found.stage = _resting(found)
        case What.CORRECTED:
            if found.draft and found.draft.kind is LetterKind.LAPSE:
                found.draft = None  # what it would have said is no longer so
            if found.draft is None and found.stage is not Stage.ISSUED:
                found.stage = _resting(found)
        case What.EXTENDED:
            found.draft, found.extended = None, True
            found.stage = _resting(found)
        case What.ISSUED:
            found.answer, found.disposition = payload["letter"], payload["disposition"]
            found.draft, found.stage = None, Stage.ISSUED
        case What.POSTED | What.SIGNED | What.SENT:
            found.stage = Stage.ANSWERED
            found.closed_on = min(found.closed_on or event.occurred_on, event.occurred_on)
            found.came_back = found.delivered = False
        case What.DELIVERED:
            found.delivered = True
        case What.CAME_BACK if payload["letter"] == found.answer:
            found.came_back, found.came_back_on = True, event.occurred_on
        case What.LAPSED:
            _close(found, Stage.LAPSED, event, payload["disposition"])
        case What.WITHDRAWN:
            _close(found, Stage.WITHDRAWN, event, Disposition.WITHDRAWN)
        case What.VOIDED:
            _close(found, Stage.VOIDED, event, "")
        case _:
            pass


def _receive(found: Standing, event: Event) -> None:
    found.arrived = event.occurred_on
    found.channel = event.payload["channel"]
    found.confirmation = Confirmation(event.payload.get("confirmation", Confirmation.RECEIPT))
    found.confirm(None)
    found.applicant_kind = event.payload["applicant_kind"]
    found.authority = event.payload.get("authority") or ""
    found.party, found.text = event.payload["party"], event.payload["text"]
    found.key = event.payload["key"]


def _take_draft(found: Standing, what: What, payload: Mapping[str, Any]) -> None:
    """What becomes of the letter that is being worked on."""
    match what:
        case What.DRAFTED:
            found.draft = Draft(
                payload["letter"],
                LetterKind(payload["kind"]),
                payload["revision"],
                payload["digest"],
                payload["disposition"],
                payload.get("restarts", True),
            )
            found.stage = _resting(found)
        case What.SUBMITTED if found.draft:
            found.draft = replace(
                found.draft, approval=payload["approval"], waits_for=payload["waits_for"]
            )
            found.stage = Stage.IN_APPROVAL
        case What.AGREED if found.draft:
            found.draft = replace(found.draft, waits_for=payload["waits_for"])
        case What.RETURNED if found.draft:
            found.draft = replace(found.draft, approval=None, waits_for="")
            found.stage = _resting(found)
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
    elif what is What.DELIVERED:
        found.out.pop(letter, None)  # what arrived cannot come back
    elif what is What.CAME_BACK:
        found.out.pop(letter, None)
        by = next((one for one, issued in found.notices if issued == letter), None)
        if by:
            found.notices_back[letter] = by, on
    if what in NOTICES:
        found.notices.append((what, letter))


def _resting(found: Standing) -> Stage:
    """Where a request is while no letter of it is in approval or waiting to go out."""
    if found.correction_until and found.draft is None:
        return Stage.AWAITING_CORRECTION
    return Stage.HANDLING if found.handler else Stage.UNASSIGNED


def _close(found: Standing, stage: Stage, event: Event, disposition: str) -> None:
    found.stage, found.closed_on, found.disposition = stage, event.occurred_on, disposition
    found.draft = None


def _on_the_clock(what: What, event: Event) -> clock.Event:
    payload = event.payload
    return clock.Event(
        ON_THE_CLOCK[what],
        event.occurred_on,
        payload.get("days"),
        date.fromisoformat(payload["until"]) if payload.get("until") else None,
        Channel(payload["channel"]) if what is What.RECEIVED else None,
    )
