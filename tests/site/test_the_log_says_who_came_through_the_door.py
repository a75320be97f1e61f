"""Coming in, failing to, going out and being refused each have a line; none has a name."""

import logging

import pytest
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, digits, signed_in, with_authenticator, with_password
from yangguang.agencies.models import Role

pytestmark = pytest.mark.django_db


def _lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, int | None]]:
    return [
        (one.getMessage(), getattr(one, "more", {}).get("person"))
        for one in caplog.records
        if one.name == "yangguang.signin"
    ]


def test_by_password_and_second_factor_and_out_again(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "yangguang.signin")
    person = with_password(town.person("李承办", Role.HANDLER, town.agency()))
    secret, client = with_authenticator(person), Client()
    client.post("/account/login/", {"login": person.username, "password": "wrong"})
    client.post("/account/login/", {"login": person.username, "password": PASSWORD})
    client.post("/account/2fa/authenticate/", {"code": "000000"})
    client.post("/account/2fa/authenticate/", {"code": digits(secret)})
    client.post("/account/logout/")

    assert _lines(caplog) == [
        ("signing in failed", None),
        ("second factor failed", person.pk),
        ("signed in", person.pk),
        ("signed out", person.pk),
    ]
    assert person.username not in caplog.text


def test_whose_account_asked_for_what_is_not_theirs(caplog: pytest.LogCaptureFixture) -> None:
    other = town.request_at(town.agency("jiaoyu", "青岚市教育局")).case
    person = town.person("李承办", Role.HANDLER, town.agency())

    signed_in(person).get(f"/workspace/cases/{other.number}")

    (line,) = (one for one in caplog.records if one.name == "yangguang.agencies.access")
    assert vars(line)["more"] == {"route": "case", "person": person.pk}
    assert other.number not in caplog.text
