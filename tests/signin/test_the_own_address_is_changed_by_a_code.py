"""Another mail address is taken once the digits that were sent there came back; the old is told."""

import logging
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client, override_settings

from tests import town
from tests.signing_in import signed_in
from yangguang.agencies.models import Person, Role, Session

OLD, NEW = "li@qinglan.example.com", "wenjing@qinglan.example.com"
ASK, CODE = "/account/address/", "/account/address/code/"


@pytest.fixture
def handler() -> Person:
    person = town.person("李承办", Role.HANDLER, town.agency())
    Person.objects.filter(pk=person.pk).update(email=OLD)
    person.refresh_from_db()
    return person


@pytest.fixture
def client(handler: Person) -> Client:
    return signed_in(handler)


def _digits() -> str:
    found = re.search(r"^\d{8}$", mail.outbox[-1].body, re.MULTILINE)
    assert found is not None
    return found.group()


def _wrong() -> str:
    return str((int(_digits()) + 1) % 10**8).zfill(8)


class Away(BaseEmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, email_messages: object) -> int:
        """Fail."""
        raise ConnectionRefusedError


def test_the_digits_of_the_mail_change_it_and_the_old_one_is_told(
    client: Client, handler: Person
) -> None:
    client.post(ASK, {"address": NEW})
    assert mail.outbox[0].to == [NEW]

    client.post(CODE, {"code": _digits()})

    handler.refresh_from_db()
    assert handler.email == NEW
    assert mail.outbox[1].to == [OLD]
    assert NEW not in mail.outbox[1].body


def test_until_then_nothing_has_changed(client: Client, handler: Person) -> None:
    client.post(ASK, {"address": NEW})
    client.post(CODE, {"code": _wrong()})

    handler.refresh_from_db()
    assert handler.email == OLD


def test_five_wrong_ones_end_it(client: Client, handler: Person) -> None:
    client.post(ASK, {"address": NEW})
    right, wrong = _digits(), _wrong()
    for _ in range(5):
        client.post(CODE, {"code": wrong})

    client.post(CODE, {"code": right})

    handler.refresh_from_db()
    assert handler.email == OLD


def test_the_digits_serve_no_other_session(client: Client, handler: Person) -> None:
    client.post(ASK, {"address": NEW})
    other = Client()
    other.force_login(handler)
    session, kept = other.session, dict(client.session.items())
    session.update({name: kept[name] for name in kept if name.startswith("account")})
    session.save()

    other.post(CODE, {"code": _digits()})

    handler.refresh_from_db()
    assert handler.email == OLD


def test_a_link_for_a_new_password_that_went_to_the_old_one_is_dead(
    client: Client, handler: Person
) -> None:
    Client().post("/account/password/reset/", {"email": OLD})
    found = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)
    assert found is not None
    client.post(ASK, {"address": NEW})
    client.post(CODE, {"code": _digits()})

    assert "链接已经失效" in Client().get(found.group(1), follow=True).content.decode()


def test_nor_does_the_door_send_another_there(client: Client, handler: Person) -> None:
    EmailAddress.objects.create(user=handler, email=OLD, primary=True, verified=True)
    client.post(ASK, {"address": NEW})
    client.post(CODE, {"code": _digits()})
    mail.outbox.clear()

    Client().post("/account/password/reset/", {"email": OLD})

    assert mail.outbox == []


def test_where_the_old_one_cannot_be_told_nothing_changes(client: Client, handler: Person) -> None:
    client.post(ASK, {"address": NEW})
    code = _digits()

    with override_settings(EMAIL_BACKEND=f"{__name__}.Away"):
        said = client.post(CODE, {"code": code}).content.decode()

    handler.refresh_from_db()
    assert handler.email == OLD
    assert "没有改" in said


def test_a_mail_server_that_is_away_is_a_sentence(client: Client) -> None:
    with override_settings(EMAIL_BACKEND=f"{__name__}.Away"):
        said = client.post(ASK, {"address": NEW}).content.decode()

    assert "邮件没有寄出去" in said


def test_a_sixth_mail_within_an_hour_is_not_sent(client: Client) -> None:
    for number in range(6):
        client.post(ASK, {"address": f"someone{number}@qinglan.example.com"})

    assert len(mail.outbox) == 5


def test_neither_log_nor_address_nor_the_session_s_row_has_it(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    answer = client.post(ASK, {"address": NEW})
    kept = str(Session.objects.get().get_decoded())
    done = client.post(CODE, {"code": _digits()})

    assert NEW not in caplog.text + kept + answer.headers["Location"] + done.headers["Location"]
    assert _digits_of_the_first() not in kept
    assert "mail address changed" in caplog.text


def _digits_of_the_first() -> str:
    found = re.search(r"^\d{8}$", mail.outbox[0].body, re.MULTILINE)
    assert found is not None
    return found.group()
