"""Staff pass with two factors: who holds a post and has no authenticator sets one up first."""

from collections.abc import Callable
from typing import Any, Final

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yangguang.agencies.access import PUBLIC, SIGNED_IN
from yangguang.casework.visitor import standing_of

OPEN_WITHOUT: Final = (PUBLIC, SIGNED_IN)
"""What may be opened before: what anyone may see, and the pages where a factor is set up."""


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
        if getattr(view, "access", None) in OPEN_WITHOUT:
            return None
        if not standing_of(request).is_staff or has_second_factor(request):
            return None
        return redirect("mfa_activate_totp")


def has_second_factor(request: HttpRequest) -> bool:
    """Whether the person has an authenticator set up."""
    kept = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP)
    return kept.exists()
