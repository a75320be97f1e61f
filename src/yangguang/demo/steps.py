"""What happens to an invented request: its steps, each so many working days before the demo's day.

`at` 1 is the last working day before that day, so that nothing lies in the future. In a request
that came on a day of the calendar (`On`), `at` are the working days after it came.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from yangguang.casework.personal import Particulars
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import VoidReason, Way, What
from yangguang.inforequests.reexamining import Finding
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling


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

    at: int
    to: str


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """Asked to correct: drafted, approved, sent on one day."""

    at: int
    asked: str
    days: int = 15


@dataclass(frozen=True, slots=True)
class Corrected:
    """The correction arrives."""

    at: int
    words: str


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
class ReasonsGiven:
    """The reasons arrive."""

    at: int
    words: str


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
class FeeNoticeReceived:
    """The applicant has the notice."""

    at: int


@dataclass(frozen=True, slots=True)
class FeePaid:
    """The fee is paid in full, by a voucher (非税票据) of that number."""

    at: int
    voucher: str


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
class Split:
    """Made several requests, a matter each; `parts` are the steps of each, as far as it comes."""

    at: int
    matters: tuple[str, ...]
    parts: tuple[tuple["Step", ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Handled together with another request: the one of that name."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Taken as dropped: no correction has come, or no payment."""

    at: int


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
class Disputed:
    """Notice came of a review of the answer, or of a suit."""

    at: int
    organ: str
    number: str
    track: DisputeTrack = DisputeTrack.REVIEW


@dataclass(frozen=True, slots=True)
class Stated:
    """Our own statement was sent, in the dispute of that number within the case."""

    at: int
    dispute: int = 1


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision or a judgment came; `anew`: it gives so many working days to answer anew."""

    at: int
    ruling: Ruling
    number: str
    anew: int = 0
    dispute: int = 1


@dataclass(frozen=True, slots=True)
class Appealed:
    """The other side appealed the first judgment."""

    at: int
    dispute: int = 1


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
    | FeePaid
    | Answered
    | Referred
    | Determined
    | TakenUp
    | Split
    | Joined
    | Lapsed
    | Withdrawn
    | Voided
    | Noted
    | Disputed
    | Stated
    | Ruled
    | Appealed
    | Asks
    | AskingReceived
    | Replied
    | Overruled
    | Offered
    | TakenBack
    | Reexamined
    | Filed
    | Struck
    | SentAgain
    | Delivered
    | CameBack
)
