"""Steps of handling: what arrives from the applicant, and what the register says of a request."""

from dataclasses import dataclass

from yangguang.inforequests.events import VoidReason, Way, What


@dataclass(frozen=True, slots=True)
class Assigned:
    """Given to one of the agency's handlers."""

    at: int
    to: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The correction arrives."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class ReasonsGiven:
    """The reasons arrive."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class FeeNoticeReceived:
    """The applicant has the notice."""

    at: int


@dataclass(frozen=True, slots=True)
class FeePaid:
    """The fee is paid in full, by a voucher (非税票据) of that number."""

    at: int
    voucher: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Handled together with another request: the one of that name."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Taken back by the applicant."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Voided:
    """Registered by mistake."""

    at: int
    reason: VoidReason


@dataclass(frozen=True, slots=True)
class Noted:
    """A note for the office's own use."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Filed:
    """Given its place in the archives: the box; period and item follow."""

    at: int
    box: int


@dataclass(frozen=True, slots=True)
class Struck:
    """The last entry of that kind was a mistake, and is voided."""

    at: int
    what: What


@dataclass(frozen=True, slots=True)
class SentAgain:
    """The answer that came back leaves another time."""

    at: int
    way: Way


@dataclass(frozen=True, slots=True)
class Delivered:
    """The applicant has the answer."""

    at: int


@dataclass(frozen=True, slots=True)
class CameBack:
    """The posted answer came back."""

    at: int
