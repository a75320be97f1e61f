"""The frame of every action on a report: the case locked, who acts, whether it is lawful now."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing, government_of
from yangguang.agencies.models import Agency
from yangguang.casework import knowing, ledger, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.reporting import life
from yangguang.reporting.authors import authors
from yangguang.reporting.events import NAMES, What
from yangguang.reporting.life import CAPABILITY, Move
from yangguang.reporting.models import YearReport


@dataclass(frozen=True, slots=True)
class Situation:
    """A report at the moment of an action, locked until the action's transaction ends."""

    report: YearReport
    case: Case
    now: life.Standing
    people: Standing
    actor: ledger.Actor
    on: date

    def record(self, what: What, payload: Mapping[str, Any] | None = None) -> Event:
        """Append to the ledger, on the action's day."""
        return ledger.record(
            self.case, what, occurred_on=self.on, actor=self.actor, payload=payload
        )


@contextmanager
def acting(
    report: YearReport, move: Move, people: Standing, seen: int | None = None
) -> Iterator[Situation]:
    """One transaction in which `move` is made.

    `seen` is the last event that was on the screen from which the person acts. Raises NotAllowed
    with the sentence for the user: another was quicker, it is not theirs to do, not lawful now.
    """
    with transaction.atomic():
        knowing.writing()
        case = (
            Case.objects.select_for_update(of=("self",), no_key=True)
            .select_related("agency")
            .get(pk=report.case_id)
        )
        events = list(case.events.order_by("seq").select_related("actor"))
        if seen is not None and events[-1].seq > seen:
            raise NotAllowed(_overtaken(events[-1], people))
        now = life.standing(ledger.standing_events(events))
        require(move, report, now, people)
        needed = capability_of(move, now)
        holding = people.holding(needed, case.agency_id) if needed else None
        actor = ledger.Actor(people.person, holding.instead_of if holding else None)
        yield Situation(report, case, now, people, actor, moment.today())


def _overtaken(latest: Event, people: Standing) -> str:
    """What to say to whom the last event came before; pressed twice, it was their own."""
    what = NAMES[What(latest.kind)]
    if people.person is not None and latest.actor_id == people.person.pk:
        return _("您刚才办了“{what}”，这一次的操作没有执行。请看过最新情况再办。").format(what=what)
    return _("{who}刚刚办了“{what}”，您的操作没有执行。请看过最新情况再办。").format(
        who=latest.actor, what=what
    )


def capability_of(move: Move, now: life.Standing) -> Capability | None:
    """What a move takes as things stand; None where nobody is waited for."""
    if move is Move.DECIDE:
        return Capability(now.waits_for) if now.waits_for else None
    return CAPABILITY[move]


def objection(move: Move, report: YearReport, now: life.Standing, people: Standing) -> str:
    """Why this person cannot make the move now; empty where they can."""
    needed = capability_of(move, now)
    if needed and not people.can(needed, report.agency_id):
        return _("这一步不由您的岗位办理。")
    if move is Move.ACCEPT and people.person in authors(report):
        return _("您参与编制了这份年度报告，要由主管部门的其他人收下。")
    return life.not_now(move, now, has_supervisor=is_submitted(report.agency))


def is_submitted(agency: Agency) -> bool:
    """Whether there is somebody else to submit its report to.

    The supervising office that writes its government's report publishes it itself (Art. 49).
    """
    above = agency.supervising
    return above is not None and government_of(above) != agency


def require(move: Move, report: YearReport, now: life.Standing, people: Standing) -> None:
    """Raise NotAllowed where this person cannot make the move now."""
    if said := objection(move, report, now, people):
        raise NotAllowed(said)
