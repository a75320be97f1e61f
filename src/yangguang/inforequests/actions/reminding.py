"""How a person chooses to be reminded."""

import secrets
from typing import Final

from yangguang.agencies.models import Person
from yangguang.inforequests.due_calendar import blind
from yangguang.inforequests.models import Reminding

_SECRET_BYTES: Final = 32


def choose(person: Person, *, digest: bool) -> None:
    """Whether the mail of what falls due soon is wanted."""
    Reminding.objects.update_or_create(person=person, defaults={"digest": digest})


def renew_calendar(person: Person) -> str:
    """A fresh secret for the address of a person's calendar; the one before opens nothing more."""
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    Reminding.objects.update_or_create(person=person, defaults={"calendar": blind(secret)})
    return secret


def revoke_calendar(person: Person) -> None:
    """End the address of a person's calendar."""
    Reminding.objects.filter(person=person).update(calendar=None)
