"""Reviews and suits over an answer, from the notice to the judgment."""

from collections.abc import Iterator

from yangguang.demo.desk import Desk, Timed
from yangguang.demo.steps import Appealed, Disputed, Ruled, Stated, Step
from yangguang.inforequests.actions import dispute
from yangguang.law.disputes import Unit


def acts(desk: Desk, step: Step) -> Iterator[Timed]:
    """What a step of this subject is made of; nothing for another's."""
    on = desk.on(step.at)
    match step:
        case Disputed(_, organ, number, track):
            notice = dispute.Notice(track, organ, number)
            yield Timed(on, "15:20", lambda: dispute.notified(desk.case, notice, desk.registrar()))
        case Stated(_, which):
            yield Timed(on, "15:30", lambda: dispute.stated(desk.case, which, desk.registrar()))
        case Ruled():
            yield Timed(on, "10:50", lambda: _decide(desk, step))
        case Appealed(_, which):
            yield Timed(
                on, "15:40", lambda: dispute.appealed(desk.case, which, False, desk.registrar())
            )


def _decide(desk: Desk, step: Ruled) -> None:
    period = dispute.Period(step.anew, Unit.WORKING) if step.anew else None
    decision = dispute.Decision(step.ruling, step.number, bool(step.anew), period)
    dispute.decided(desk.case, step.dispute, decision, desk.registrar())
