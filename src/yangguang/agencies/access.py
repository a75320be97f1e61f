"""Who may open a page. Every view says it; the start-up check refuses a view that does not.

A rule is a named decision: given the request and what its address names, it gives the view what it
needs more (an own room, a case that this person may see), or ends the request: a 404 where the
visitor may not even know that there is something, a door where signing in would help.

The design would have each view give a sample of what its address names. None is needed: addresses
name few things, and the test that opens every address as everyone makes one case with all of them
(tests/workspace/access_table.py); a view whose address names more fails there until it is added.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.core.checks import CheckMessage, Error
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

LOG: Final = logging.getLogger(__name__)
View = Callable[..., HttpResponse]
Admit = Callable[[HttpRequest, dict[str, Any]], dict[str, Any] | HttpResponse]


@dataclass(frozen=True, slots=True)
class Rule:
    """A decision: its name in the table of access, and how it is made.

    `admit` takes the request and the address's arguments and gives the view's arguments; or an
    answer in the view's place; or raises Http404 or PermissionDenied.
    """

    name: str
    admit: Admit


def _anyone(_: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any]:
    return arguments


def _signed_in(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    if request.user.is_authenticated:
        return arguments
    return redirect_to_login(request.get_full_path())


PUBLIC: Final = Rule("anyone", _anyone)
SIGNED_IN: Final = Rule("who has signed in, for the own account", _signed_in)


def access(rule: Rule) -> Callable[[View], View]:
    """Declare who may open a view."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **arguments: Any) -> HttpResponse:
            try:
                admitted = rule.admit(request, arguments)
            except (PermissionDenied, Http404) as refusal:
                _note(request, refusal)
                raise
            return admitted if isinstance(admitted, HttpResponse) else view(request, **admitted)

        guarded.access = rule  # type: ignore[attr-defined]  # as Django marks views
        return guarded

    return declare


def _note(request: HttpRequest, refusal: Exception) -> None:
    """Log whose account asked for what is not theirs, or not there for them; no name, no number."""
    match = request.resolver_match
    more = {"route": match.view_name if match else "", "person": request.user.pk}
    LOG.warning("refused: %s", type(refusal).__name__, extra={"more": more})


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
            hint="Put @access(…) with a rule above it.",
            id="yangguang.E001",
        )
        for address, view in addresses()
        if not isinstance(getattr(view, "access", None), Rule)
    ]
