"""Who may open a page. Every view says it; the start-up check refuses a view that does not."""

from collections.abc import Callable, Iterator
from enum import Enum
from functools import wraps
from typing import Any, Final

from django.core.checks import CheckMessage, Error
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from yangguang.portal import rooms


class Rule(Enum):
    """The decisions that there are."""

    PUBLIC = "anyone"
    UPLOADER = "only the session that uploaded; anyone else is told that there is nothing"


PUBLIC: Final = Rule.PUBLIC
UPLOADER: Final = Rule.UPLOADER

View = Callable[..., HttpResponse]


def access(rule: Rule) -> Callable[[View], View]:
    """Declare who may open a view.

    Under UPLOADER the view is called with `room`, the session's own; where the address names a
    check-up (`checkup_id`) it gets the `checkup` instead of the id, or the visitor a 404.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if rule is Rule.UPLOADER:
                kwargs |= _own(request, kwargs.pop("checkup_id", None))
            return view(request, *args, **kwargs)

        guarded.access = rule  # type: ignore[attr-defined]
        return guarded

    return declare


def _own(request: HttpRequest, checkup_id: str | None) -> dict[str, Any]:
    room = rooms.of(request)
    if checkup_id is None:
        return {"room": room}
    checkup = room.find(checkup_id) if room else None
    if checkup is None:
        raise Http404
    return {"room": room, "checkup": checkup}


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, View]]:
    """Every address of the site with its view."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.pattern}", entry.callback
        else:
            yield from addresses(entry, f"{prefix}{entry.pattern}")


def every_view_declares_access(**_: object) -> list[CheckMessage]:
    """Check at start-up: one error for each address whose view does not say who may open it."""
    return [
        Error(
            f"The view at /{address} does not declare who may open it.",
            hint="Put @access(PUBLIC) or @access(UPLOADER) above it.",
            id="yangguang.E001",
        )
        for address, view in addresses()
        if not isinstance(getattr(view, "access", None), Rule)
    ]
