"""Coming through the door, for tests: with an authenticator, as staff must."""

from time import time

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.test import Client

from yangguang.agencies.models import Person

PASSWORD = "a long pass phrase 1"


def with_authenticator(person: Person) -> str:
    """Give a person an authenticator; its secret."""
    secret = auth.generate_totp_secret()
    Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.TOTP,
        data={"secret": get_adapter().encrypt(secret)},
    )
    return secret


def with_password(person: Person) -> Person:
    """Give a person PASSWORD."""
    person.set_password(PASSWORD)
    person.save()
    return person


def digits(secret: str) -> str:
    """What an authenticator with that secret shows now."""
    counters = list(auth.yield_hotp_counters_from_time())  # those before and after are taken too
    counter = counters[len(counters) // 2]
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


def signed_in(person: Person) -> Client:
    """A browser in which that person is at work; a failure gives the page that they would see."""
    client = Client(raise_request_exception=False)
    with_authenticator(person)
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time(), "type": "totp"}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return client
