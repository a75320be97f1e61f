"""What someone looks for in the queue: kept sealed in the session, never in an address."""

import secrets
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, QueryDict

from yangguang.casework import sealing
from yangguang.inforequests.searching import LONGEST

IN_ADDRESS: Final = "search"
"""The parameter of an address that names a search; it tells nothing of what is looked for."""

_KEPT: Final = "searches"
_MOST: Final = 4
"""Of one session: in as many windows can one look for different things."""
_BOUND_TO: Final = b"search in the queue"


@dataclass(frozen=True, slots=True)
class Search:
    """A search by its name in the address; `words` are empty where they are not kept any more."""

    name: str
    words: str
    skip: int


def keep(request: HttpRequest, words: str) -> str:
    """Keep what is looked for; what the search is called in an address."""
    name = secrets.token_hex(4)
    kept = request.session.get(_KEPT, {})
    kept[name] = sealing.enclosed(words[:LONGEST].encode(), _BOUND_TO)
    request.session[_KEPT] = dict(list(kept.items())[-_MOST:])
    return name


def named_in(request: HttpRequest, query: QueryDict) -> Search | None:
    """The search that an address's query names, if any."""
    name = query.get(IN_ADDRESS, "")
    if not name:
        return None
    skip = query.get("skip", "")
    at = int(skip) if skip.isdecimal() and len(skip) < 8 else 0
    try:
        sealed = request.session.get(_KEPT, {}).get(name, "")
        return Search(name, sealing.disclosed(sealed, _BOUND_TO).decode(), at)
    except sealing.CannotOpen:
        return Search(name, "", at)
