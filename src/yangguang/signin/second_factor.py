"""Staff pass with two factors: who has no authenticator sets one up, who has one has shown it.

The door asks for it at every signing in; but a session that was opened by password alone before the
authenticator was set up, in another browser, must not keep its way in. So what counts is what this
session has shown, by allauth's record of it, and not what the account has.
"""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yangguang.agencies.access import PUBLIC, SIGNED_IN
from yangguang.casework.visitor import standing_of

_WHERE_IT_IS_SHOWN: Final = "mfa_reauthenticate"


class SecondFactor:
    """Leads staff without a second factor to where they set it up.

    With one, the door itself asks for it at every signing in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass to where its view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        """Decide by what the view declares."""
        rule = getattr(view, "access", None)
        if rule is PUBLIC or was_shown(request) or _is_where_it_is_shown(request):
            return None
        if is_set_up(request):
            # The own account's pages too: the recovery codes are among them.
            return _ask(request)
        if rule is SIGNED_IN or not standing_of(request).is_staff:
            return None
        return redirect("mfa_activate_totp")


def is_set_up(request: HttpRequest) -> bool:
    """Whether the person has an authenticator."""
    if not request.user.is_authenticated:
        return False
    kept = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP)
    return kept.exists()


def was_shown(request: HttpRequest) -> bool:
    """Whether a second factor was shown in this session, by this person."""
    if not request.user.is_authenticated:
        return False
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def _is_where_it_is_shown(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.url_name == _WHERE_IT_IS_SHOWN


def _ask(request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if request.method == "GET" else reverse("arrived")
    return redirect(f"{reverse(_WHERE_IT_IS_SHOWN)}?{urlencode({'next': back})}")
