"""A link that serves once leads to a password that only its owner knows."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import signing
from django.test import Client, override_settings

from tests import town
from tests.signing_in import PASSWORD, with_password
from yangguang.agencies.actions import invite
from yangguang.agencies.models import Person, Role, Session

CHOSEN = "another long phrase 2"
TWICE = {"first": CHOSEN, "second": CHOSEN}


@pytest.fixture
def handler() -> Person:
    return town.person("李承办", Role.HANDLER, town.agency())


@pytest.fixture(autouse=True)
def _here() -> object:
    with override_settings(SITE_ADDRESS=""):
        yield


def _choose(link: str, typed: dict[str, str]) -> str:
    client = Client()
    client.get(link)
    return client.post("/account/first-password/", typed, follow=True).content.decode()


def _is(person: Person, password: str) -> bool:
    person.refresh_from_db()
    return person.check_password(password)


def test_by_the_link_one_sets_a_password_and_comes_in_by_the_door(handler: Person) -> None:
    said = _choose(invite.invite(handler), TWICE)

    client = Client()
    client.post("/account/login/", {"login": handler.username, "password": CHOSEN})
    assert "请用它登录" in said
    assert client.session[SESSION_KEY] == str(handler.pk)
    assert client.get("/workspace/").headers["Location"] == "/account/2fa/totp/activate/"


def test_it_serves_once(handler: Person) -> None:
    link = invite.invite(handler)
    _choose(link, TWICE)

    said = _choose(link, {"first": "a third long phrase 3", "second": "a third long phrase 3"})

    assert "链接已经失效" in said
    assert _is(handler, CHOSEN)


def test_another_link_ends_the_one_before(handler: Person) -> None:
    before = invite.invite(handler)
    invite.invite(handler)

    assert "链接已经失效" in _choose(before, TWICE)


@pytest.mark.parametrize(("hours", "is_taken"), [(71.9, True), (72.1, False)])
def test_it_serves_for_72_hours(handler: Person, hours: float, is_taken: bool) -> None:
    then = signing.time.time() - timedelta(hours=hours).total_seconds()
    with patch.object(signing.time, "time", return_value=then):
        link = invite.invite(handler)

    _choose(link, TWICE)

    assert _is(handler, CHOSEN) is is_taken


def test_the_password_before_and_who_came_in_by_it_are_out(handler: Person) -> None:
    client = Client()
    client.force_login(with_password(handler))

    invite.invite(handler)

    assert not _is(handler, PASSWORD)
    assert client.get("/account/").status_code == 302


def test_an_account_that_was_closed_is_not_opened(handler: Person) -> None:
    link = invite.invite(handler)
    Person.objects.filter(pk=handler.pk).update(is_active=False)

    assert "链接已经失效" in _choose(link, TWICE)


def test_a_link_that_was_changed_opens_nothing(handler: Person) -> None:
    link = invite.invite(handler)

    assert "链接已经失效" in _choose(link[:-2] + "x/", TWICE)
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"first": CHOSEN, "second": "something else 9"}, "两遍不一样"),
        ({"first": "1234567890", "second": "1234567890"}, "密码"),
    ],
)
def test_what_does_not_do_is_said_and_the_link_serves_still(
    handler: Person, typed: dict[str, str], said: str
) -> None:
    link = invite.invite(handler)

    assert said in _choose(link, typed)
    _choose(link, TWICE)
    assert _is(handler, CHOSEN)


def test_the_page_has_no_token_in_its_address(handler: Person) -> None:
    client, link = Client(), invite.invite(handler)

    assert client.get(link).headers["Location"] == "/account/first-password/"
