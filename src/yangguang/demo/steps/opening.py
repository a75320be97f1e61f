"""Steps by which an answer is opened to everyone, and what was withheld looked at anew."""

from dataclasses import dataclass

from yangguang.demo.steps.writing import Far
from yangguang.inforequests.reexamining import Finding


@dataclass(frozen=True, slots=True)
class Offered:
    """A version of the answer for everyone: written, approved over two days, published.

    APPROVED: it waits to be published; SUBMITTED: to be approved.
    """

    at: int
    title: str
    asked: str
    answered: str
    far: Far = Far.SENT


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The version for everyone is withdrawn."""

    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reexamined:
    """What was withheld is looked at anew."""

    at: int
    finding: Finding
    words: str
