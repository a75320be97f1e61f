"""Steps by which others are asked: third parties, other organs."""

from dataclasses import dataclass

from yangguang.casework.personal import Particulars
from yangguang.inforequests.consultations import Reply


@dataclass(frozen=True, slots=True)
class Asks:
    """A third party is asked, or (`is_organ`) another organ, about what concerns it."""

    at: int
    whom: Particulars
    concerned: str
    is_organ: bool = False


@dataclass(frozen=True, slots=True)
class AskingReceived:
    """Who was asked has the letter; `which`: in the order in which they were asked, from 0."""

    at: int
    which: int = 0


@dataclass(frozen=True, slots=True)
class Replied:
    """Who was asked has answered."""

    at: int
    reply: Reply
    words: str = ""
    which: int = 0


@dataclass(frozen=True, slots=True)
class Overruled:
    """A third party that objected is told what is opened all the same, and why."""

    at: int
    content: str
    reason: str
    which: int = 0
