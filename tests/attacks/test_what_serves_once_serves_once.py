"""Digits of an authenticator, a recovery code and a link to a new password are good for once."""

import re

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail as outbox
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, digits, with_authenticator, with_password
from yangguang.agencies.models import Person, Role


def _staff() -> Person:
    return with_password(town.person("李承办", Role.HANDLER, town.agency()))


def _comes_in(person: Person, code: str) -> bool:
    client = Client()
    client.post("/account/login/", {"login": person.username, "password": PASSWORD})
    client.post("/account/2fa/authenticate/", {"code": code})
    return client.get("/workspace/").status_code == 200


def test_the_digits_of_an_authenticator() -> None:
    person = _staff()
    shown = digits(with_authenticator(person))

    assert [_comes_in(person, shown), _comes_in(person, shown)] == [True, False]


def test_a_recovery_code() -> None:
    person = _staff()
    with_authenticator(person)
    code = RecoveryCodes.activate(person).get_unused_codes()[0]

    assert [_comes_in(person, code), _comes_in(person, code)] == [True, False]


def test_a_link_to_a_new_password() -> None:
    person = with_password(town.person("林晓"))
    Person.objects.filter(pk=person.pk).update(email="lin@example.com")
    Client().post("/account/password/reset/", {"email": "lin@example.com"})
    found = re.search(r"https?://[^/]+(/account/password/reset/key/\S+)", outbox.outbox[0].body)
    assert found is not None

    for password in ("one long pass phrase", "another long pass phrase"):
        client = Client()
        page = client.get(found[1], follow=True)
        client.post(page.request["PATH_INFO"], {"password1": password, "password2": password})

    person.refresh_from_db()
    assert person.check_password("one long pass phrase")
