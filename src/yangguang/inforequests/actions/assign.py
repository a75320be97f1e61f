"""Giving a request to someone to handle (Art. 45)."""

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing, standing
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, Event
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
