"""Steps that write a letter, take it through its approval, and let it leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from yangguang.inforequests.events import Way
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import Disposition


class Far(IntEnum):
    """How far a letter has come."""

    DRAFTED = 1
    SUBMITTED = 2
    FIRST = 3
    SECOND = 4
    APPROVED = 5
    ISSUED = 6
    SENT = 7


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """Asked to correct: drafted, approved, sent on one day."""

    at: int
    asked: str
    days: int = 15


@dataclass(frozen=True, slots=True)
class Extended:
    """Extended; SUBMITTED: the head has yet to approve."""

    at: int
    days: int
    reason: str
    far: Far = Far.ISSUED


@dataclass(frozen=True, slots=True)
class ReasonsAsked:
    """Asked why so much: drafted, approved, sent on one day."""

    at: int
    excess: str
    days: int = 7


@dataclass(frozen=True, slots=True)
class Delayed:
    """Put off to a stated day, so many working days after that of the letter."""

    at: int
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class FeeNoticed:
    """The fee is noticed: for so many pages, or for the items into which the request is split."""

    at: int
    pages: int = 0
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, drafted `at` days before and then carried as `far` as told, over three days.

    `filled`: evidence → words. `returned`: the section head's remark, after which it was rewritten.
    `enclosed`: a document that goes with it, its title and then its paragraphs.
    """

    at: int
    disposition: Disposition
    filled: Mapping[str, str] = field(default_factory=dict)
    far: Far = Far.SENT
    way: Way = Way.ELECTRONIC
    returned: str = ""
    enclosed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Referred:
    """The secrecy reviewer asks another authority about the answer in approval."""

    at: int
    to: Referee
    words: str


@dataclass(frozen=True, slots=True)
class Determined:
    """The authority that was asked has answered."""

    at: int
    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The approval goes on where it stopped, to its end; the answer is issued, and leaves.

    `refused`: what the secrecy reviewer writes instead, and the answer is to be written anew.
    """

    at: int
    way: Way = Way.ELECTRONIC
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Taken as dropped: no correction has come, or no payment."""

    at: int
