"""What happens to an invented request: its steps, each so many working days before the demo's day.

`ago` 1 is the last working day before that day, so that nothing lies in the future.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from yangguang.casework.personal import Particulars
from yangguang.inforequests.application import Form, Receiving
from yangguang.inforequests.events import VoidReason, Way
from yangguang.inforequests.secrecy import Referee
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind


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
class Assigned:
    """Given to one of the agency's handlers."""

    ago: int
    to: str


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """Asked to correct: drafted, approved, sent on one day."""

    ago: int
    asked: str
    days: int = 15


@dataclass(frozen=True, slots=True)
class Corrected:
    """The correction arrives."""

    ago: int
    words: str


@dataclass(frozen=True, slots=True)
class Extended:
    """Extended; SUBMITTED: the head has yet to approve."""

    ago: int
    days: int
    reason: str
    far: Far = Far.ISSUED


@dataclass(frozen=True, slots=True)
class ReasonsAsked:
    """Asked why so much: drafted, approved, sent on one day."""

    ago: int
    excess: str
    days: int = 7


@dataclass(frozen=True, slots=True)
class ReasonsGiven:
    """The reasons arrive."""

    ago: int
    words: str


@dataclass(frozen=True, slots=True)
class Delayed:
    """Put off to a stated day, so many working days after that of the letter."""

    ago: int
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class FeeNoticed:
    """The fee for so many pages is noticed."""

    ago: int
    pages: int


@dataclass(frozen=True, slots=True)
class FeeNoticeReceived:
    """The applicant has the notice."""

    ago: int


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, drafted `ago` days before and then carried as `far` as told, over three days.

    `filled`: evidence → words. `returned`: the section head's remark, after which it was rewritten.
    `enclosed`: a document that goes with it, its title and then its paragraphs.
    """

    ago: int
    disposition: Disposition
    filled: Mapping[str, str] = field(default_factory=dict)
    far: Far = Far.SENT
    way: Way = Way.ELECTRONIC
    returned: str = ""
    enclosed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Referred:
    """The secrecy reviewer asks another authority about the answer in approval."""

    ago: int
    to: Referee
    words: str


@dataclass(frozen=True, slots=True)
class Split:
    """Made several requests, a matter each."""

    ago: int
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Taken as dropped, no correction having come."""

    ago: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Taken back by the applicant."""

    ago: int
    words: str


@dataclass(frozen=True, slots=True)
class Voided:
    """Registered by mistake."""

    ago: int
    reason: VoidReason


@dataclass(frozen=True, slots=True)
class Noted:
    """A note for the office's own use."""

    ago: int
    words: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """Notice came of a review of the answer."""

    ago: int
    organ: str
    number: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """The applicant has the answer."""

    ago: int


@dataclass(frozen=True, slots=True)
class CameBack:
    """The posted answer came back."""

    ago: int


Step = (
    Assigned
    | CorrectionAsked
    | Corrected
    | Extended
    | ReasonsAsked
    | ReasonsGiven
    | Delayed
    | FeeNoticed
    | FeeNoticeReceived
    | Answered
    | Referred
    | Split
    | Lapsed
    | Withdrawn
    | Voided
    | Noted
    | Disputed
    | Delivered
    | CameBack
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: who asks whom for what, received `ago` working days before, and what followed.

    By another channel than the portal it is registered by the agency's section head. `shows` names
    it among those that a visitor may follow as the applicant; empty: not among them.
    """

    agency: str
    kind: ApplicantKind
    applicant: Particulars
    wanted: str
    ago: int
    steps: tuple[Step, ...] = ()
    channel: Channel = Channel.PORTAL
    form: Form = Form.ELECTRONIC
    receiving: Receiving = Receiving.PORTAL
    purpose: str = ""
    agent: Particulars | None = None
    shows: str = ""
