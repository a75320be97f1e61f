"""Third parties and other organs: asked, answering, told what is opened against their will."""

from collections.abc import Iterator

from yangguang.casework.models import Party
from yangguang.casework.personal import particulars_of
from yangguang.demo.desk import Desk, Timed
from yangguang.demo.steps import AskingReceived, Asks, Overruled, Replied, Step
from yangguang.demo.turns import writing
from yangguang.inforequests.actions import consult, letters
from yangguang.inforequests.consultations import Asking
from yangguang.inforequests.events import LetterKind, Way
from yangguang.law.dispositions import Disposition


def acts(desk: Desk, step: Step) -> Iterator[Timed]:
    """What a step of this subject is made of; nothing for another's."""
    on = desk.on(step.at)
    match step:
        case Asks(at, _, _, is_organ):
            kind = LetterKind.CO_PRODUCER if is_organ else LetterKind.THIRD_PARTY
            yield from writing.carried(desk, at, kind, lambda: _ask(desk, kind, step))
        case AskingReceived(_, which):
            yield Timed(on, "16:20", lambda: _arrived(desk, which))
        case Replied():
            yield Timed(on, "11:40", lambda: _reply(desk, step))
        case Overruled(at):
            kind = LetterKind.THIRD_PARTY_NOTICE
            yield from writing.carried(desk, at, kind, lambda: _tell(desk, step))


def _ask(desk: Desk, kind: LetterKind, step: Asks) -> None:
    terms = letters.Terms(whom=step.whom, way=Way.POST)
    writing.draft(desk, kind, terms, {"concerned": step.concerned}, to=step.whom)


def _asked(desk: Desk, which: int) -> Asking:
    return desk.standing().askings[which]


def _arrived(desk: Desk, which: int) -> None:
    consult.received(desk.case, _asked(desk, which).letter, desk.registrar())


def _reply(desk: Desk, step: Replied) -> None:
    letter = _asked(desk, step.which).letter
    consult.answered(desk.case, letter, step.reply, step.words, desk.registrar())


def _tell(desk: Desk, step: Overruled) -> None:
    asked = _asked(desk, step.which)
    to = particulars_of(Party.objects.select_related("key", "case").get(pk=asked.party))
    terms = letters.Terms(Disposition.PROVIDED, asked=asked.letter, way=Way.POST)
    filled = {"content": step.content, "reason": step.reason}
    writing.draft(desk, LetterKind.THIRD_PARTY_NOTICE, terms, filled, to=to)
