"""What happens to an invented request: its steps, each so many working days before the demo's day.

`at` 1 is the last working day before that day, so that nothing lies in the future. In a request
that came on a day of the calendar (`On`), `at` are the working days after it came.
"""

from dataclasses import dataclass

from yangguang.demo.steps.asking_others import AskingReceived, Asks, Overruled, Replied
from yangguang.demo.steps.contesting import Appealed, Disputed, Ruled, Stated
from yangguang.demo.steps.handling import (
    Assigned,
    CameBack,
    Corrected,
    Delivered,
    FeeNoticeReceived,
    FeePaid,
    Filed,
    Joined,
    Noted,
    ReasonsGiven,
    SentAgain,
    Struck,
    Voided,
    Withdrawn,
)
from yangguang.demo.steps.opening import Offered, Reexamined, TakenBack
from yangguang.demo.steps.writing import (
    Answered,
    CorrectionAsked,
    Delayed,
    Determined,
    Extended,
    Far,
    FeeNoticed,
    Lapsed,
    ReasonsAsked,
    Referred,
    TakenUp,
)

__all__ = [
    "Answered",
    "Appealed",
    "AskingReceived",
    "Asks",
    "Assigned",
    "CameBack",
    "Corrected",
    "CorrectionAsked",
    "Delayed",
    "Delivered",
    "Determined",
    "Disputed",
    "Extended",
    "Far",
    "FeeNoticeReceived",
    "FeeNoticed",
    "FeePaid",
    "Filed",
    "Joined",
    "Lapsed",
    "Noted",
    "Offered",
    "Overruled",
    "ReasonsAsked",
    "ReasonsGiven",
    "Reexamined",
    "Referred",
    "Replied",
    "Ruled",
    "SentAgain",
    "Split",
    "Stated",
    "Step",
    "Struck",
    "TakenBack",
    "TakenUp",
    "Voided",
    "Withdrawn",
]


@dataclass(frozen=True, slots=True)
class Split:
    """Made several requests, a matter each; `parts` are the steps of each, as far as it comes."""

    at: int
    matters: tuple[str, ...]
    parts: tuple[tuple["Step", ...], ...] = ()


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
