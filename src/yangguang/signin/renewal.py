"""A session that comes to hold more than before has another key from then on.

Signing in gives a new key by itself. Here it is for who is signed in and shows the password again,
or a second factor: whoever knew the key before gains nothing by it.
"""

from typing import Any

from allauth.account.signals import authentication_step_completed
from django.dispatch import receiver
from django.http import HttpRequest


@receiver(authentication_step_completed, dispatch_uid="signin.renewal")
def _renew(request: HttpRequest, **_: Any) -> None:
    if request.user.is_authenticated:
        request.session.cycle_key()
