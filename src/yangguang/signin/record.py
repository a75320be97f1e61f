"""Who came through the door, who did not, and what was changed of a lock: a line of the log each.

A line has the id of the account, never a name: what was typed as a name may be a password. What
is refused inside has its line too (agencies/access.py).
"""

import logging
from typing import Any, Final

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import Signal, receiver
from django.http import HttpRequest

from yangguang.agencies.devices import device
from yangguang.agencies.models import Person
from yangguang.agencies.sessions import DEVICE

LOG = logging.getLogger("yangguang.signin")

_SAID: Final[dict[Signal, str]] = {
    user_logged_in: "signed in",
    user_logged_out: "signed out",
    password_changed: "password changed",
    password_reset: "password set anew",
    authenticator_added: "second factor added",
    authenticator_removed: "second factor removed",
    authenticator_reset: "second factor renewed",
}


@receiver(list(_SAID), dispatch_uid="signin.record")
def _note(signal: Signal, user: Person | None = None, **_: Any) -> None:
    LOG.info(_SAID[signal], extra={"more": {"person": _id(user)}})


@receiver(user_login_failed, dispatch_uid="signin.record.failed")
def _note_failure(**_: Any) -> None:
    LOG.warning("signing in failed")


@receiver(authentication_failed, dispatch_uid="signin.record.second")
def _note_second_failure(user: Person, **_: Any) -> None:
    LOG.warning("second factor failed", extra={"more": {"person": _id(user)}})


def note_address(person: Person) -> None:
    """Log that a person has another mail address."""
    LOG.info("mail address changed", extra={"more": {"person": _id(person)}})


def note_invited(person: Person) -> None:
    """Log that a person has set a password by a link that serves once."""
    LOG.info("password set by a link", extra={"more": {"person": _id(person)}})


def note_ended(person: Person, count: int) -> None:
    """Log that a person ended so many of their sessions."""
    LOG.info("sessions ended", extra={"more": {"person": _id(person), "count": count}})


@receiver(user_logged_in, dispatch_uid="signin.record.device")
def _keep_device(request: HttpRequest, **_: Any) -> None:
    """The session says on what it was begun, for its owner to recognise it."""
    request.session[DEVICE] = device(request.headers.get("User-Agent", ""))


def _id(person: Any) -> int | None:
    return getattr(person, "pk", None)
