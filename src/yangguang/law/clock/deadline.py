"""What the clock says: the last day, the state, and how it was reckoned."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from yangguang.law.clock.events import Kind


class State(StrEnum):
    """How the clock stands on a day."""

    RUNNING = "running"
    PAUSED = "paused"
    OVERDUE = "overdue"
    DONE = "done"


class Party(StrEnum):
    """For whom a paused clock waits."""

    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    CO_PRODUCER = "co_producer"


PARTY_NAMES: Final = {
    Party.APPLICANT: "申请人",
    Party.THIRD_PARTY: "第三方",
    Party.CO_PRODUCER: "其他行政机关",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reckoning: a sentence, its date, the article it rests on."""

    on: date
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A wait that is going on: for whom, since when, and the last day it can last.

    A wait for a third party or another organ ends by itself after that day. A wait for the
    applicant (correction, fee) does not: what follows is a decision, for good reason is a judgment.
    `what` is then the event by which it began.
    """

    by: Party
    since: date
    until: date
    what: Kind | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a request must be answered, as it stands on a day.

    `due` is None while the answer period awaits a fresh start (a correction, a fee).
    `working_days_left` counts the days of the period after that day, days that a pause leaves out
    not among them; below 0 the working days overdue; None without due date or once answered.
    """

    due: date | None
    state: State
    working_days_left: int | None
    pauses: tuple[Pause, ...]
    steps: tuple[Step, ...]
    warnings: tuple[str, ...]
    answered_on: date | None = None
