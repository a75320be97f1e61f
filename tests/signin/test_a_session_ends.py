"""Signed out after two hours without a page, and after twelve however busy; no words are lost."""

import time

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client, override_settings

from tests import town
from tests.signing_in import PASSWORD, digits, signed_in, with_authenticator, with_password
from yangguang.agencies import sessions
from yangguang.agencies.models import Person, Role

HOUR = 60 * 60


@pytest.fixture
def handler() -> Person:
    return town.person("李承办", Role.HANDLER, town.agency())


def _after(client: Client, **hours: float) -> None:
    """So many hours have gone by since the session was begun, or last used."""
    session = client.session
    for name, count in hours.items():
        session[name] = int(time.time() - count * HOUR)
    session.save()


def _is_let_in(client: Client) -> bool:
    answer = client.get("/workspace/")
    assert answer.status_code == 200 or "/account/login/" in answer.headers["Location"]
    return answer.status_code == 200


@pytest.mark.parametrize(("idle", "is_in"), [(1.9, True), (2.1, False)])
def test_after_two_hours_without_a_page(handler: Person, idle: float, is_in: bool) -> None:
    client = signed_in(handler)
    _after(client, begun=idle, last=idle)

    assert _is_let_in(client) is is_in
    assert (SESSION_KEY in client.session) is is_in


@pytest.mark.parametrize(("begun", "is_in"), [(11.9, True), (12.1, False)])
def test_after_twelve_hours_however_busy(handler: Person, begun: float, is_in: bool) -> None:
    client = signed_in(handler)
    _after(client, begun=begun, last=0)

    assert _is_let_in(client) is is_in


def test_a_page_puts_the_end_off(handler: Person) -> None:
    client = signed_in(handler)
    _after(client, begun=1.5, last=1.5)
    client.get("/workspace/")

    assert client.session[sessions.LAST] > time.time() - HOUR
    assert client.session[sessions.BEGUN] < time.time() - HOUR


def test_words_typed_into_a_session_that_ended_are_shown_again(handler: Person) -> None:
    client = signed_in(handler)
    _after(client, begun=3, last=3)

    answer = client.post("/workspace/register", {"wanted": "公交线路的论证报告"})

    assert answer.status_code == 401
    assert "公交线路的论证报告" in answer.content.decode()


def test_a_session_has_a_new_key_after_the_door_and_the_old_one_opens_nothing() -> None:
    with_password(town.person("林晓"))
    client = Client()
    client.post("/requests", {"number": "2026-0001-00001", "code": "AAAAABBBBB"})
    planted = client.session
    planted["drafts"] = {"x": "y"}
    planted.save()
    client.cookies["yangguang"] = planted.session_key

    client.post("/account/login/", {"login": "staff-1", "password": PASSWORD})

    assert SESSION_KEY in client.session
    assert client.cookies["yangguang"].value != planted.session_key
    attacker = Client()
    attacker.cookies["yangguang"] = planted.session_key
    assert attacker.get("/account/").status_code == 302


def test_so_it_has_after_a_second_factor_was_shown_in_it(handler: Person) -> None:
    secret, client = with_authenticator(handler), Client()
    client.force_login(handler)  # by password alone, before there was an authenticator
    before = client.session.session_key

    client.post("/account/2fa/reauthenticate/", {"code": digits(secret)})

    thief = Client()
    thief.cookies["yangguang"] = before
    assert _is_let_in(client)
    assert client.session.session_key != before
    assert not _is_let_in(thief)


def test_closing_an_account_ends_its_sessions(handler: Person) -> None:
    client = signed_in(handler)
    assert _is_let_in(client)

    Person.objects.filter(pk=handler.pk).update(is_active=False)

    assert not _is_let_in(client)


def test_another_password_ends_the_sessions_elsewhere(handler: Person) -> None:
    client = signed_in(handler)

    with_password(handler)

    assert not _is_let_in(client)


@override_settings(SESSION_IDLE_HOURS=0)
def test_a_visitor_has_no_session_that_ends(client: Client) -> None:
    client.post("/checkups/sample")

    assert "青岚市" in client.get("/checkups").content.decode()
