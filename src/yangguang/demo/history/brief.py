"""Requests of past years in few words: what their kind, their channel and their end bring along."""

from typing import Final

from yangguang.casework.personal import Particulars
from yangguang.demo.applicants import kind_of
from yangguang.demo.steps import Answered, Far, Filed, Offered, Step
from yangguang.demo.story import Asked, On
from yangguang.inforequests import composing
from yangguang.inforequests.application import Form, Receiving
from yangguang.inforequests.events import LetterKind, Way
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import Channel

_RECEIVING: Final = {
    Channel.PORTAL: Receiving.PORTAL,
    Channel.EMAIL: Receiving.PORTAL,
    Channel.FAX: Receiving.POST,
    Channel.POST: Receiving.POST,
    Channel.LETTER: Receiving.POST,
    Channel.IN_PERSON: Receiving.IN_PERSON,
    Channel.ORAL: Receiving.IN_PERSON,
}
_FILED_AFTER: Final = 20
"""Working days after the last thing that happened."""


def asked(
    agency: str,
    who: Particulars,
    came: On | int,
    wanted: str,
    *steps: Step,
    by: Channel = Channel.PORTAL,
    box: int = 0,
    name: str = "",
    shows: str = "",
    purpose: str = "",
) -> Asked:
    """A request; `box`: into which it is filed some time after its last step (0: it is not)."""
    is_at_hand = by in (Channel.PORTAL, Channel.EMAIL)
    return Asked(
        agency,
        kind_of(who),
        who,
        wanted,
        came,
        (*steps, Filed(_last(steps) + _FILED_AFTER, box)) if box else steps,
        channel=by,
        form=Form.ELECTRONIC if is_at_hand else Form.PAPER,
        receiving=_RECEIVING[by],
        purpose=purpose,
        shows=shows,
        name=name,
    )


def _last(steps: tuple[Step, ...]) -> int:
    """When the last step has come to its end: answers and versions for all take three days."""
    return max(one.at + (2 if isinstance(one, Answered | Offered) else 0) for one in steps)


def answer(
    at: int,
    ending: Disposition,
    *words: str,
    by: Way = Way.ELECTRONIC,
    far: Far = Far.SENT,
    enclosed: tuple[str, ...] = (),
) -> Answered:
    """An answer; `words` fill in what it rests on, in the order in which a page asks for it."""
    asked_for = composing.particulars(LetterKind.ANSWER, ending)
    filled = dict(zip((one.name for one in asked_for), words, strict=False))
    return Answered(at, ending, filled, far=far, way=by, enclosed=enclosed)
