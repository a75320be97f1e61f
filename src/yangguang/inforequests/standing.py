"""A request as its events have made it: where it is, what it waits for, what was said and sent."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from yangguang.inforequests import public_doubts, public_version, secrecy
from yangguang.inforequests.consultations import Asking
from yangguang.inforequests.disputes import AnsweredAnew, Duty, Ending
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.fee import Fee
from yangguang.inforequests.public_doubts import Doubt
from yangguang.inforequests.public_version import IN_DOUBT, UNDER_WAY, PublicVersion
from yangguang.law import answering_anew, clock
from yangguang.law.calendar import published
from yangguang.law.dispositions import REEXAMINED
from yangguang.law.disputes import QUASHING, Dispute
from yangguang.law.filing import Filed
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
    AWAITING_PAYMENT = "awaiting_payment"
    IN_APPROVAL = "in_approval"
    APPROVED = "approved"
    ISSUED = "issued"
    ANSWERED = "answered"
    LAPSED = "lapsed"
    SPLIT = "split"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


CLOSED = frozenset({Stage.ANSWERED, Stage.LAPSED, Stage.SPLIT, Stage.WITHDRAWN, Stage.VOIDED})
"""Stages after which nothing more is due. Issued but not sent is open: the clock still runs."""

NOT_COUNTED = frozenset({Stage.SPLIT, Stage.VOIDED})
"""Stages of what no statistics count: the parts of what was split are counted in its place."""


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
    until: date | None = None
    """The day that a delay names (Art. 35)."""
    approval: int | None = None
    waits_for: str = ""
    """The capability that decides next, while in approval."""
    party: int | None = None
    """Whom it asks, of a letter that asks others than the applicant."""
    asked: int | None = None
    """The letter by which the third party was asked that it tells of a decision."""
    orders: tuple[int, ...] = ()
    """The disputes whose orders an answer names."""
    objected: str = ""
    """What a partial answer does with what others object to (`evidence.Objected`); or unsaid."""


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
    question: secrecy.Question | None = None
    """What the secrecy review asked of another authority about the letter in approval."""
    answer: int | None = None
    disposition: str = ""
    closed_on: date | None = None
    extended: bool = False
    fee: Fee | None = None
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
    askings: list[Asking] = field(default_factory=list)
    """Third parties and other organs that were asked, in order (Arts 32, 34)."""
    clock_events: list[clock.Event] = field(default_factory=list)
    filed: Filed | None = None
    filed_before: list[Filed] = field(default_factory=list)
    """Where it lay in the archives before a dispute took it out again."""
    public: PublicVersion | None = None
    """The answer's version for the public."""
    reexamined: str = ""
    reexamined_on: date | None = None
    split_from: int | None = None
    split_into: list[int] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)
    """The cases that it is handled together with."""
    disputes: dict[int, Dispute] = field(default_factory=dict)
    """Reviews and suits over the request, by their numbers within the case."""
    contested: dict[int, int | None] = field(default_factory=dict)
    """The letter that each of them is about; None: that no answer had left."""
    orders: dict[int, Duty] = field(default_factory=dict)
    """Orders to answer that stand and are not discharged, by the numbers of their disputes."""
    first: Ending | None = None
    """How it had ended before it was sent back for the first time: what it is counted as."""
    earlier: Ending | None = None
    """How it had ended before the order that is on now; None while it is not sent back."""
    answered_anew: list[AnsweredAnew] = field(default_factory=list)

    @property
    def duty(self) -> Duty | None:
        """The order that is to be followed first, of those that stand; None where none does."""
        standing = (self.orders[number] for number in sorted(self.orders))
        return min(
            standing,
            key=lambda one: (one.order.is_waiting, one.order.due(published())),
            default=None,
        )

    @property
    def awaits_payment(self) -> bool:
        """Whether nothing goes on before the fee is paid; sent back, only if that is ordered."""
        if self.is_reopened:
            return self.duty is not None and self.duty.order.is_waiting
        return self.fee is not None and self.fee.is_awaited

    @property
    def is_reopened(self) -> bool:
        """Whether it is open once more, to be answered anew."""
        return self.earlier is not None

    @property
    def has_numbered_answer(self) -> bool:
        """Whether an answer is issued and only waits to leave."""
        return self.stage is Stage.ISSUED

    @property
    def counted(self) -> str:
        """The disposition by which it is counted: the first, whatever is answered anew."""
        if self.first:
            return self.first.disposition
        return self.disposition if self.is_closed else ""

    @property
    def counted_on(self) -> date | None:
        """The day by which it is counted as ended: the first time, whatever is answered anew."""
        return self.first.closed_on if self.first else self.closed_on

    @property
    def due_when_closed(self) -> date | None:
        """The last day as it was in force when the request ended."""
        return self.deadline(self.closed_on).due if self.closed_on and self.received_on else None

    @property
    def ended_by(self) -> int | None:
        """The letter by which it ended; None while it is open, and where none ended it."""
        if self.stage is Stage.LAPSED:
            return self.issued[-1]
        return self.answer if self.stage is Stage.ANSWERED else None

    @property
    def in_force(self) -> str:
        """The disposition that holds now: empty while it is open, and of what was quashed.

        Unlike `counted` it follows what is answered anew.
        """
        quashed = {
            self.contested.get(number)
            for number, one in self.disputes.items()
            if one.ruling in QUASHING
        } - {None}
        return self.disposition if self.is_closed and self.ended_by not in quashed else ""

    @property
    def left_on(self) -> date | None:
        """The day on which the answer left that holds now: the first time, if it left again."""
        anew = (one.on for one in self.answered_anew if one.letter == self.answer)
        return next(anew, self.closed_on)

    @property
    def file_year(self) -> int | None:
        """The year to which its file belongs: in which it came to its end, answered anew or not."""
        ended = self.left_on or self.closed_on
        return ended.year if ended else None

    @property
    def statement_due(self) -> date | None:
        """The last day of the agency's own statement that is due first in a dispute."""
        days = (one.statement_due(published()) for one in self.disputes.values())
        return min((day for day in days if day), default=None)

    def rest(self) -> None:
        """No letter is in approval or waits to go out any more."""
        self.stage = resting(self)

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
        if self.first:
            return None
        last = next((one for one in reversed(self.clock_events) if one.kind in answers), None)
        return last if last and last.kind is clock.Kind.CORRECTION_ASKED else None

    @property
    def looked_at(self) -> date | None:
        """When what the answer keeps back was last looked at (Art. 18); None: it keeps nothing."""
        keeps_back = self.stage is Stage.ANSWERED and self.in_force in REEXAMINED
        return (self.reexamined_on or self.left_on) if keeps_back else None

    @property
    def waits_for(self) -> str:
        """The capability of the approval that is open; empty where none is."""
        if self.draft and self.stage is Stage.IN_APPROVAL:
            return self.draft.waits_for
        is_answered = self.stage is Stage.ANSWERED
        return public_version.waits_for(self.public, self.answer) if is_answered else ""

    @property
    def public_doubt(self) -> Doubt | None:
        """Why what is open to all has to be looked at again; None: it has not."""
        is_answered = self.stage is Stage.ANSWERED
        return public_doubts.doubt(self.public, self.answer, is_answered=is_answered)

    @property
    def public_waits(self) -> str | None:
        """At which point its version for the public waits for the office; None where it does not.

        A Phase, or IN_DOUBT.
        """
        if self.public_doubt:
            return IN_DOUBT
        version = self.public if self.stage is Stage.ANSWERED else None
        if version is None or public_version.is_overtaken(version, self.answer):
            return None
        return version.phase if version.phase in UNDER_WAY else None

    def deadline(self, on: date) -> clock.Deadline:
        """The law's clock, as it stands on a day; sent back, that of the answer that is owed."""
        if self.duty and self.is_reopened:
            return answering_anew.deadline(self.duty.order, published(), on)
        return clock.answer_due(self.clock_events, published(), on)


def resting(found: Standing) -> Stage:
    """Where a request is while no letter of it is in approval or waiting to go out."""
    if found.correction_until and found.draft is None:
        return Stage.AWAITING_CORRECTION
    if found.awaits_payment and found.draft is None:
        return Stage.AWAITING_PAYMENT
    return Stage.HANDLING if found.handler else Stage.UNASSIGNED
