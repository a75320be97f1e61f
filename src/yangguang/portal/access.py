"""Who may open the portal's pages: anyone, or who uploaded."""

from typing import Any, Final

from django.http import Http404, HttpRequest

from yangguang.agencies.access import PUBLIC, Rule, access
from yangguang.portal import rooms

__all__ = ["PUBLIC", "UPLOADER", "access"]


def _own(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any]:
    """Gives the view `room`, the session's own; and for a `checkup_id` in the address, which must
    be in it, `checkup`."""
    room = rooms.of(request)
    rest = dict(arguments)
    checkup_id = rest.pop("checkup_id", None)
    if checkup_id is None:
        return {**rest, "room": room}
    checkup = room.find(checkup_id) if room else None
    if checkup is None:
        raise Http404
    return {**rest, "room": room, "checkup": checkup}


UPLOADER: Final = Rule("the session that uploaded; others are told that there is nothing", _own)
