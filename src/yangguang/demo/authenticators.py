"""The second factor of people who exist nowhere: the site holds their authenticator in its hand.

They pass the same door as everyone, with a password and six digits; the page that asks for the
digits shows what their authenticator shows, and does so for nobody else.
"""

from typing import Final

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.contrib.auth.hashers import make_password
from django.core.cache import cache

from yangguang.agencies.models import Person
from yangguang.demo import mark

PASSWORD: Final = "qinglan-2026"
"""Everyone's in the demonstration, and no secret: the page of signing in shows it."""


def give(people: list[Person]) -> None:
    """Give people of the demonstration the password and an authenticator each."""
    hashed = make_password(PASSWORD)
    for person in people:
        person.password = hashed
        secret = get_adapter().encrypt(auth.generate_totp_secret())
        Authenticator.objects.create(
            user=person, type=Authenticator.Type.TOTP, data={"secret": secret}
        )
    Person.objects.bulk_update(people, ["password"])


def digits(person: Person) -> str | None:
    """What the authenticator of a person of the demonstration shows, as far as the door takes it.

    None for everyone else, and wherever the database is not a demonstration's. Empty for half a
    minute where the person has come in so often that all digits of the moment are used.
    """
    if not mark.may_be_helped(person):
        return None
    kept = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    if kept is None:
        return None
    secret, totp = get_adapter().decrypt(kept.data["secret"]), auth.TOTP(kept)
    before, now, after = (
        auth.format_hotp_value(auth.hotp_value(secret, counter))
        for counter in auth.yield_hotp_counters_from_time()
    )
    # The door takes each once: who signs out and in again at once is shown those beside.
    fresh = (one for one in (now, after, before) if not cache.get(totp._get_used_cache_key(one)))
    return next(fresh, "")
