"""Where I am signed in stands on a page; I end one, or all but this one; nobody else's."""

import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, digits, signed_in, with_authenticator, with_password
from yangguang.agencies.models import Person, Role

WINDOWS_EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
)
PAGE = "/account/sessions/"
HOUR = 60 * 60


@pytest.fixture
def handler() -> Person:
    return town.person("李承办", Role.HANDLER, town.agency())


def _elsewhere(person: Person, **said: str) -> Client:
    """The person signed in on another device, by the door."""
    client = Client(headers=said)
    secret = with_authenticator(with_password(person))
    client.post("/account/login/", {"login": person.username, "password": PASSWORD})
    client.post("/account/2fa/authenticate/", {"code": digits(secret)})
    assert SESSION_KEY in client.session
    return client


def _here(person: Person) -> Client:
    """And here: as often as one likes, and just come."""
    client = Client()
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return client


def _handles(client: Client) -> list[str]:
    return re.findall(r'name="session" value="(\w+)"', client.get(PAGE).content.decode())


def test_each_is_named_by_its_device_and_this_one_is_told(handler: Person) -> None:
    _elsewhere(handler, user_agent=WINDOWS_EDGE)

    shown = _here(handler).get(PAGE).content.decode()

    assert "Windows 电脑，Edge 浏览器" in shown
    assert shown.count("就是这台") == 1


def test_no_key_of_a_session_stands_in_the_page(handler: Person) -> None:
    far, here = _elsewhere(handler), _here(handler)

    shown = here.get(PAGE).content.decode()

    assert far.session.session_key not in shown
    assert here.session.session_key not in shown


def test_one_that_is_ended_opens_nothing_and_the_others_stay(handler: Person) -> None:
    far, here = _elsewhere(handler), _here(handler)

    [handle] = _handles(here)
    here.post(f"{PAGE}end/", {"session": handle})

    assert far.get("/workspace/").status_code == 302
    assert here.get("/workspace/").status_code == 200


def test_all_others_are_ended_at_once(handler: Person) -> None:
    far, also, here = _elsewhere(handler), _here(handler), _here(handler)

    here.post(f"{PAGE}end-others/")

    assert {one.get("/workspace/").status_code for one in (far, also)} == {302}
    assert _handles(here) == []


def test_nobody_ends_another_s(handler: Person) -> None:
    theirs = _here(handler)
    [handle] = _handles(_here(handler))
    stranger = signed_in(town.person("王科长", Role.SECTION_HEAD, handler.posts.get().agency))

    stranger.post(f"{PAGE}end/", {"session": handle})
    stranger.post(f"{PAGE}end-others/")

    assert theirs.get("/workspace/").status_code == 200


def test_who_has_not_shown_who_they_are_for_a_while_is_asked_before_ending(handler: Person) -> None:
    far, here = _here(with_password(handler)), _here(handler)
    session = here.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time() - HOUR}]
    session.save()

    answer = here.post(f"{PAGE}end-others/")

    assert "reauthenticate" in answer.headers["Location"]
    assert far.get("/workspace/").status_code == 200


def test_what_is_over_is_not_listed(handler: Person) -> None:
    old, here = _here(handler), _here(handler)
    session = old.session
    session["begun"] = session["last"] = int(time.time() - 3 * HOUR)
    session.save()

    assert _handles(here) == []


def test_another_authenticator_ends_the_others(
    handler: Person, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager]
) -> None:
    far, here = _here(handler), _here(handler)
    form = here.get("/account/2fa/totp/activate/").context["form"]

    with django_capture_on_commit_callbacks(execute=True):
        here.post("/account/2fa/totp/activate/", {"code": digits(form.secret)})

    assert far.get("/account/").status_code == 302
    assert here.get("/workspace/").status_code == 200
