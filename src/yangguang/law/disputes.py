"""What the law counts a dispute over disclosure as: by which way, and with what result (Art. 51).

Source: the form of the annual report, Table 4. What is data here has its grade beside it: [M] from
memory, not confirmed in the text of the law.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from yangguang.law.calendar import Calendar
from yangguang.law.remedies import SUIT_DAYS_AFTER_REVIEW


class DisputeTrack(StrEnum):
    """The three groups of Table 4."""

    REVIEW = "review"
    SUIT = "suit"
    SUIT_AFTER_REVIEW = "suit_after_review"


class DisputeResult(StrEnum):
    """The four results of Table 4."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"


class Ruling(StrEnum):
    """How an organ of review or a court can decide.

    APPEAL_DISMISSED and APPEAL_WITHDRAWN are a second instance's: what the first one decided
    stands. REMANDED (发回重审) is one's too, or that of a retrial by its procedure: the first
    instance tries again. JUDGMENT_STANDS ends a retrial: what it was about stands.
    """

    UPHELD = "upheld"
    REJECTED = "rejected"
    REVOKED = "revoked"
    CHANGED = "changed"
    UNLAWFUL = "unlawful"
    ORDERED = "ordered"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    NOT_ACCEPTED = "not_accepted"
    APPEAL_DISMISSED = "appeal_dismissed"
    APPEAL_WITHDRAWN = "appeal_withdrawn"
    REMANDED = "remanded"
    JUDGMENT_STANDS = "judgment_stands"


RESULTS: Final = {
    Ruling.UPHELD: DisputeResult.UPHELD,
    Ruling.REJECTED: DisputeResult.UPHELD,
    Ruling.REVOKED: DisputeResult.CORRECTED,
    Ruling.CHANGED: DisputeResult.CORRECTED,
    Ruling.UNLAWFUL: DisputeResult.CORRECTED,
    Ruling.ORDERED: DisputeResult.CORRECTED,
    Ruling.WITHDRAWN: DisputeResult.OTHER,
    Ruling.ENDED: DisputeResult.OTHER,
    Ruling.NOT_ACCEPTED: DisputeResult.OTHER,
}
"""What each is counted as [M]; what leaves a judgment as it is, as that judgment. REMANDED is none:
it settles nothing."""

LEAVES_JUDGMENT: Final = frozenset(
    {Ruling.APPEAL_DISMISSED, Ruling.APPEAL_WITHDRAWN, Ruling.JUDGMENT_STANDS}
)
"""The rulings by which an earlier judgment stands."""
_SETTLING_NOTHING: Final = LEAVES_JUDGMENT | {Ruling.REMANDED}
MAY_ORDER: Final = LEAVES_JUDGMENT | {Ruling.REVOKED, Ruling.UNLAWFUL, Ruling.ORDERED}
"""The rulings by which an agency can be told to answer anew."""


QUASHING: Final = frozenset({Ruling.REVOKED, Ruling.CHANGED})
"""The rulings by which what was contested holds no longer; what is found unlawful and is not
revoked still does."""


class Unit(StrEnum):
    """The days of which a period is made."""

    WORKING = "working"
    CALENDAR = "calendar"


class Term(NamedTuple):
    """A period that runs from a receipt, the article it rests on, and how well that is known."""

    days: int
    unit: Unit
    article: str
    grade: str

    def last_day(self, received: date, calendar: Calendar) -> date:
        """The last day; that of the receipt is not counted. Raises OutOfRange.

        Days of the calendar end where they end, be it a rest day: the earlier day costs nobody
        anything.
        """
        return last_day(received, self.days, self.unit, calendar)


REVIEW_STATEMENT: Final = Term(10, Unit.CALENDAR, "《行政复议法》第四十八条", "M")
"""For the respondent's statement. By Art. 88 of that law ten days may be working days [M]: until
the text is confirmed the count is the one that ends first, which is never too late."""
SIMPLE_REVIEW_STATEMENT: Final = Term(5, Unit.CALENDAR, "《行政复议法》第五十四条", "M")
"""The same in simplified procedure, which is open to disputes over disclosure (Art. 53)."""
SUIT_STATEMENT: Final = Term(15, Unit.CALENDAR, "《行政诉讼法》第六十七条", "M")
"""For the defendant's evidence and statement."""
APPEAL_STATEMENT: Final = Term(15, Unit.CALENDAR, "《民事诉讼法》第一百七十四条", "M")
"""For the statement on another's appeal; the suits law refers there (Art. 101)."""
NAMED_STATEMENT: Final = Term(0, Unit.CALENDAR, "法院指定的期限", "")
"""For a statement where the case is tried again, after a remand or in a retrial: the law names no
days for that [M], the court may name the day."""

APPEAL_DAYS: Final = 15
"""To appeal, from service, in days of the calendar [M]: for so long a first judgment is not
effective. That is a judgment's; of the orders only a refusal to take the case can be appealed. A
last day that is a rest day would move on: the earlier day is kept, it costs nobody anything."""
APPEAL_DAYS_OF_REFUSAL: Final = 10
"""The same for such an order [M]."""


def last_day(since: date, days: int, unit: Unit, calendar: Calendar) -> date:
    """The last of `days` after `since`, which is not counted. Raises OutOfRange."""
    if unit is Unit.WORKING:
        return calendar.add(since, days)
    return since + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Stated:
    """The agency's own statement was sent."""

    on: date
    recorded: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision reached the agency on a day; `until`: see Retried, of one that remands."""

    on: date
    recorded: datetime
    ruling: Ruling
    until: date | None = None

    @property
    def remands(self) -> bool:
        """Whether the first instance is to try the case again."""
        return self.ruling is Ruling.REMANDED


@dataclass(frozen=True, slots=True)
class Appealed:
    """A judgment was appealed: by the agency on that day, or by another, and it heard of it."""

    on: date
    recorded: datetime
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Retried:
    """A retrial (再审) was ordered: the judgment is not carried out meanwhile [M].

    `is_first`: it follows the procedure of a first instance, so what is decided can be appealed.
    `until` is the day that the court named for the agency's statement, if it did.
    """

    on: date
    recorded: datetime
    is_first: bool
    until: date | None = None


Step = Stated | Decided | Appealed | Retried


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute in which the agency is respondent (review) or defendant (suit).

    `number` within the case; `received` the day on which the notice came; `recorded` when it was
    entered; `steps` in the order in which they were entered.
    """

    number: int
    track: DisputeTrack
    received: date
    recorded: datetime
    is_simplified: bool = False
    steps: tuple[Step, ...] = ()

    def then(self, step: Step) -> "Dispute":
        """The dispute after one step more."""
        return replace(self, steps=(*self.steps, step))

    @property
    def is_suit(self) -> bool:
        """Whether it is before a court."""
        return self.track is not DisputeTrack.REVIEW

    @property
    def latest(self) -> date:
        """The day of its last step, or of the notice."""
        return self.steps[-1].on if self.steps else self.received

    @property
    def turn(self) -> Step | None:
        """The latest step that brought it before a court again: an appeal, remand or retrial."""
        return _turn(self.steps)

    @property
    def appeal(self) -> Appealed | None:
        """The appeal by which it is, or was last, before a second instance."""
        return self.turn if isinstance(self.turn, Appealed) else None

    @property
    def is_first(self) -> bool:
        """Whether what is decided, or was last, can be appealed as a first judgment can."""
        return _is_first(self.turn)

    @property
    def decision(self) -> Decided | None:
        """The latest decision, unless the case is open again since."""
        last = next((one for one in reversed(self.steps) if not isinstance(one, Stated)), None)
        return last if isinstance(last, Decided) and not last.remands else None

    @property
    def ruling(self) -> Ruling | None:
        """How it is decided, if it is; where a judgment is left as it is, as that decided."""
        if self.decision is None:
            return None
        every = (one.ruling for one in reversed(self.steps) if isinstance(one, Decided))
        return next((one for one in every if one not in _SETTLING_NOTHING), None)

    @property
    def statement(self) -> Stated | None:
        """The agency's statement, in the instance that is on now."""
        after = self.steps[self.steps.index(self.turn) :] if self.turn else self.steps
        return next((one for one in reversed(after) if isinstance(one, Stated)), None)

    @property
    def term(self) -> Term | None:
        """The period of the statement that is still to be sent; None where none is."""
        if self.decision or self.statement:
            return None
        match self.turn:
            case Appealed(is_ours=is_ours):
                return None if is_ours else APPEAL_STATEMENT
            case Retried(until=until) | Decided(until=until):
                return NAMED_STATEMENT if until else None
        if self.is_suit:
            return SUIT_STATEMENT
        return SIMPLE_REVIEW_STATEMENT if self.is_simplified else REVIEW_STATEMENT

    def statement_due(self, calendar: Calendar) -> date | None:
        """The last day of a statement that is still to be sent."""
        since = self.received
        match self.turn:
            case Appealed(on=on):
                since = on
            case Retried(until=until) | Decided(until=until) if until:
                since = until
        return self.term.last_day(since, calendar) if self.term else None

    def can_end_by(self, ruling: Ruling) -> bool:
        """Whether such a ruling can be made where the case is now."""
        match ruling:
            case Ruling.APPEAL_DISMISSED | Ruling.APPEAL_WITHDRAWN:
                return self.appeal is not None
            case Ruling.REMANDED:
                return self.is_suit and not self.is_first
            case Ruling.JUDGMENT_STANDS:
                return isinstance(self.turn, Retried)
        return True

    def effective_on(self, decision: Decided) -> date:
        """The day from which a decision holds: a first judgment once nobody can appeal any more."""
        is_first = _is_first(_turn(self.steps[: self.steps.index(decision)]))
        is_final = decision.ruling in (Ruling.WITHDRAWN, Ruling.ENDED)
        if not self.is_suit or not is_first or is_final:
            return decision.on
        refused = decision.ruling is Ruling.NOT_ACCEPTED
        days = APPEAL_DAYS_OF_REFUSAL if refused else APPEAL_DAYS
        return decision.on + timedelta(days=days + 1)

    @property
    def contestable_until(self) -> date | None:
        """The last day on which its latest decision can be contested; None where it cannot be.

        A decision of review can be brought before a court, a first judgment before a second one.
        """
        decision = self.decision
        if decision is None:
            return None
        if not self.is_suit:
            return decision.on + timedelta(days=SUIT_DAYS_AFTER_REVIEW)
        effective = self.effective_on(decision)
        return effective - timedelta(days=1) if effective > decision.on else None

    def result(self, on: date) -> DisputeResult:
        """What it is counted as at the end of a day: by the latest decision that holds then.

        Pending again from an appeal, a remand or the order of a retrial on.
        """
        found = said = DisputeResult.PENDING
        for step in self.steps:
            if step.on > on or isinstance(step, Stated):
                continue
            if isinstance(step, Decided) and not step.remands:
                said = RESULTS.get(step.ruling, said)
                found = said if self.effective_on(step) <= on else DisputeResult.PENDING
            else:
                found = DisputeResult.PENDING
        return found

    def as_known(self, known: datetime) -> "Dispute | None":
        """The dispute as it had been entered by a moment; None where it had not been."""
        if self.recorded > known:
            return None
        return replace(self, steps=tuple(one for one in self.steps if one.recorded <= known))


def _turn(steps: Sequence[Step]) -> Step | None:
    """The latest of `steps` by which a case came before a court again."""
    turns = (
        one
        for one in reversed(steps)
        if isinstance(one, Appealed | Retried) or (isinstance(one, Decided) and one.remands)
    )
    return next(turns, None)


def _is_first(turn: Step | None) -> bool:
    """Whether what follows a turn is the procedure of a first instance."""
    match turn:
        case Appealed():
            return False
        case Retried(is_first=is_first):
            return is_first
    return True


class Counted(NamedTuple):
    """A dispute in a year's Table 4: the group it stands in is its track."""

    dispute: Dispute
    result: DisputeResult


def counted(disputes: Iterable[Dispute], year: int, known: datetime) -> tuple[Counted, ...]:
    """What Table 4 of a year counts, as known at a moment: each dispute once at most.

    Those that came in the year, those that were still open when it began, and those of which
    something was decided or appealed in it, by their result at 31 December. `disputes` are without
    what a counter-entry had voided by then.
    """
    before, end = date(year - 1, 12, 31), date(year, 12, 31)
    seen = [one for each in disputes if (one := each.as_known(known)) and one.received <= end]
    return tuple(Counted(one, one.result(end)) for one in seen if _moved(one, before, end))


def _moved(dispute: Dispute, before: date, end: date) -> bool:
    """Whether a year counts a dispute that had come by its end."""
    if dispute.received > before or dispute.result(before) is DisputeResult.PENDING:
        return True
    return any(before < one.on <= end for one in dispute.steps if not isinstance(one, Stated))
