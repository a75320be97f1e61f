"""While another writes for long, pages are read on; what cannot be kept is said to be so."""

import time

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import OperationalError
from django.test import Client

from tests import town
from tests.signing_in import signed_in
from yangguang.agencies.models import Role, Session

BEFORE = 10 * 60


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody who read a page a while ago; and then no session can be written."""
    client = signed_in(town.person("李承办", Role.HANDLER, town.agency()))
    session = client.session
    session["begun"] = session["last"] = int(time.time()) - BEFORE
    session.save()

    def is_locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(Session, "save", is_locked)
    return client


def test_that_it_is_used_is_noted_by_the_next_page(at_work: Client) -> None:
    assert at_work.get("/workspace/").status_code == 200


def test_what_a_session_is_to_hold_is_not_lost_in_silence(at_work: Client) -> None:
    session = at_work.session
    session["held"] = "new"

    with pytest.raises(OperationalError):
        session.save()


def test_a_session_that_is_gone_stays_gone(
    at_work: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    session = at_work.session
    assert SESSION_KEY in session
    Session.objects.all().delete()

    assert at_work.get("/workspace/").status_code == 302
