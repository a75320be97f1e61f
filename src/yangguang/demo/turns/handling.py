"""Given to someone, split, joined, ended; what comes from the applicant; the archives."""

from collections.abc import Iterator

from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.demo.desk import Desk, Timed
from yangguang.demo.steps import (
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
    Step,
    Struck,
    Voided,
    Withdrawn,
)
from yangguang.inforequests.actions import (
    applicant,
    assign,
    fee,
    filing,
    letters,
    reasons,
    registry,
    relate,
)
from yangguang.inforequests.events import What
from yangguang.law.filing import CLASSES, RecordClass


def acts(desk: Desk, step: Step) -> Iterator[Timed]:
    """What a step of this subject is made of; nothing for another's."""
    on = desk.on(step.at)
    match step:
        case Assigned(_, to):
            yield Timed(on, "08:35", lambda: _assign(desk, to))
        case Corrected(_, words):
            yield Timed(on, "11:20", lambda: applicant.correct(desk.case, words))
        case ReasonsGiven(_, words):
            yield Timed(on, "11:20", lambda: reasons.give(desk.case, words))
        case FeeNoticeReceived():
            yield Timed(on, "16:40", lambda: fee.notice_received(desk.case, desk.registrar()))
        case FeePaid(_, voucher):
            yield Timed(on, "16:45", lambda: _pay(desk, voucher))
        case Joined(_, name):
            yield Timed(on, "10:15", lambda: _join(desk, name))
        case Withdrawn(_, words):
            yield Timed(on, "16:10", lambda: applicant.withdraw(desk.case, words))
        case Voided(_, reason):
            yield Timed(on, "11:00", lambda: registry.void(desk.case, reason, desk.registrar()))
        case Noted(_, words):
            yield Timed(on, "16:30", lambda: registry.note(desk.case, words, desk.hand()))
        case Delivered():
            yield Timed(on, "17:00", lambda: applicant.delivered(desk.case))
        case CameBack():
            yield Timed(on, "16:00", lambda: registry.came_back(desk.case, desk.registrar()))
        case SentAgain(_, way):
            today = moment.today
            yield Timed(
                on, "10:30", lambda: letters.dispatch(desk.case, way, today(), desk.registrar())
            )
        case Struck(_, what):
            yield Timed(on, "09:30", lambda: _strike(desk, what))
        case Filed(_, box):
            yield Timed(on, "15:10", lambda: _file(desk, box))


def _assign(desk: Desk, to: str) -> None:
    desk.author = to
    handler = Person.objects.get(username=to)
    assign.assign(desk.case, handler, desk.holder(Capability.ASSIGN))


def _pay(desk: Desk, voucher: str) -> None:
    due = desk.standing().fee
    assert due is not None
    fee.paid(desk.case, due.sum, voucher, desk.registrar())


def _join(desk: Desk, name: str) -> None:
    relate.join(desk.case, desk.city.known[name].case.number, desk.hand())


def _strike(desk: Desk, what: What) -> None:
    last = desk.case.events.filter(kind=what).order_by("-seq").first()
    assert last is not None
    registry.void_entry(desk.case, last.seq, desk.registrar())


def _file(desk: Desk, box: int) -> None:
    named = RecordClass.DISPUTED if desk.standing().disputes else RecordClass.REQUEST
    filing.file(desk.case, named, CLASSES[named].retention, box, desk.registrar())
