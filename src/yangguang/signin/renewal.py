"""A session that comes to hold more than before has another key from then on.

Signing in gives a new key by itself. Here it is for who is signed in and shows the password again,
or a second factor: whoever knew the key before gains nothing by it. Another authenticator, or
none any more, ends the sessions elsewhere, as another password does by itself.
"""

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.dispatch import receiver
from django.http import HttpRequest

from yangguang.agencies import sessions
from yangguang.agencies.models import Person


@receiver(authentication_step_completed, dispatch_uid="signin.renewal")
def _renew(request: HttpRequest, **_: Any) -> None:
    if request.user.is_authenticated:
        request.session.cycle_key()


@receiver([authenticator_added, authenticator_removed], dispatch_uid="signin.renewal.elsewhere")
def _end_elsewhere(
    request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any
) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        sessions.end_all(user, but=request.session.session_key)
