"""An invented request: who asks, when it comes, and the steps by which it goes on."""

from dataclasses import dataclass
from typing import NamedTuple

from yangguang.casework.personal import Particulars
from yangguang.demo.steps import Step
from yangguang.inforequests.application import Form, Receiving
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind


class On(NamedTuple):
    """A day of the calendar, or the first working day after it; so many years before the demo's."""

    years_before: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: who asks whom for what, when it came, and what followed.

    `came`: so many working days before the demo's day, or on a day of the calendar; a request of
    which some of that would not lie before the demo's day is left out. By another channel than the
    portal it is registered by the agency's section head. `shows` names it among those that a
    visitor may follow as the applicant; empty: not among them. `name`: for `Joined`.
    """

    agency: str
    kind: ApplicantKind
    applicant: Particulars
    wanted: str
    came: int | On
    steps: tuple[Step, ...] = ()
    channel: Channel = Channel.PORTAL
    form: Form = Form.ELECTRONIC
    receiving: Receiving = Receiving.PORTAL
    purpose: str = ""
    agent: Particulars | None = None
    shows: str = ""
    name: str = ""
