"""Giving a request, or many, to someone to handle (Art. 45)."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import OperationalError
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing, standing
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.inforequests import queries
from yangguang.inforequests.acting import acting
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move


def assign(case: Case, handler: Person, people: Standing, seen: int | None = None) -> Event:
    """Give a request to `handler`, who must be able to handle cases of this agency.

    Raises NotAllowed.
    """
    with acting(case, Move.ASSIGN, people, seen) as situation:
        theirs = standing(handler, moment.today())
        if not theirs.can(Capability.HANDLE, situation.agency.pk):
            raise NotAllowed(_("{name}不是本机关的承办人。").format(name=handler))
        if situation.request.handler == handler.pk:
            raise NotAllowed(_("已经由{name}承办。").format(name=handler))
        return situation.record(What.ASSIGNED, {"handler": handler.pk})


class Told(NamedTuple):
    """What became of one request of many: its number, and why it was not assigned, if it was not.

    `is_there`: whether who asks may know of it.
    """

    number: str
    why: str = ""
    is_there: bool = True


def assign_each(chosen: Sequence[tuple[str, int]], handler: Person, people: Standing) -> list[Told]:
    """Give many requests to `handler`, each by itself: what fails of one touches no other.

    `chosen` are numbers, each with the last event that was on the screen.
    """
    visible = queries.visible_to(people).filter(number__in=[number for number, _seen in chosen])
    cases = {case.number: case for case in visible}
    return [_told(number, cases.get(number), handler, people, seen) for number, seen in chosen]


def _told(number: str, case: Case | None, handler: Person, people: Standing, seen: int) -> Told:
    if case is None:
        return Told(number, _("没有这件申请，或者它不在您能看到的机关。"), is_there=False)
    try:
        assign(case, handler, people, seen)
    except NotAllowed as why:
        return Told(number, str(why))
    except OperationalError:
        return Told(number, _("数据库正忙，这一件没有分办，请再试一次。"))
    return Told(number)
